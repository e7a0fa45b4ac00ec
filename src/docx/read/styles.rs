use super::inside::{child, is, value};
use super::package::{Package, parse};
use crate::docx::document::Style;
use crate::trouble::Trouble;
use std::collections::HashMap;

/// How far styles are followed that rest on one another.
const DEEPEST: usize = 12;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: HashMap<String, Kind>,
}

#[derive(Debug, Default)]
struct Kind {
    name: String,
    base: Option<String>,
    /// The list to which its paragraphs belong, and how deep.
    list: Option<(String, u8)>,
    outline: Option<u8>,
}

impl Styles {
    pub(super) fn of(package: &Package<'_>, name: &str) -> Result<Self, Trouble> {
        let Some(text) = package.part(name)? else { return Ok(Self::default()) };
        let xml = parse(&package.shown, &text)?;
        let styles = xml.root_element().children().filter(|node| is(*node, "style"));
        let all = styles.filter_map(|style| {
            let id = super::inside::attribute(style, "styleId")?.to_owned();
            let lines = child(style, "pPr");
            let numbering = lines.and_then(|lines| child(lines, "numPr"));
            let list = numbering.and_then(|numbering| {
                let level = child(numbering, "ilvl").and_then(value).and_then(|level| level.parse().ok()).unwrap_or(0);
                Some((child(numbering, "numId").and_then(value)?.to_owned(), level))
            });
            let kind = Kind {
                name: child(style, "name").and_then(value).unwrap_or_default().to_lowercase(),
                base: child(style, "basedOn").and_then(value).map(str::to_owned),
                list,
                outline: lines
                    .and_then(|lines| child(lines, "outlineLvl"))
                    .and_then(value)
                    .and_then(|level| level.parse().ok()),
            };
            Some((id, kind))
        });
        Ok(Self { all: all.collect() })
    }

    /// The name of a style, in small letters.
    pub(super) fn name<'s>(&'s self, id: &'s str) -> &'s str {
        self.all.get(id).map_or(id, |kind| &kind.name)
    }

    /// Whether paragraphs of a style are lines, or the title, of a table of contents.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        let name = self.name(id).to_lowercase();
        ["toc ", "contents ", "sommario "].iter().any(|start| name.starts_with(start)) || name == "titolo sommario"
    }

    /// What a style of paragraphs is to us: its own name decides, else those on which it rests.
    pub(super) fn style(&self, id: &str) -> Style {
        self.chain(id)
            .find_map(|kind| {
                known(&kind.name).or(kind.outline.filter(|level| *level < 6).map(|level| Style::Heading(level + 1)))
            })
            .unwrap_or(Style::Normal)
    }

    /// The list to which the paragraphs of a style belong.
    pub(super) fn list(&self, id: &str) -> Option<(&str, u8)> {
        self.chain(id).find_map(|kind| kind.list.as_ref()).map(|(list, level)| (list.as_str(), *level))
    }

    /// How deep the paragraphs of a style stand, where its name says so: `List Bullet 2`.
    pub(super) fn list_level(&self, id: &str) -> u8 {
        let name = self.name(id);
        let starts = ["list bullet ", "list number ", "list continue ", "punto elenco ", "numero elenco "];
        let number =
            starts.iter().find_map(|start| name.strip_prefix(start)).and_then(|number| number.parse::<u8>().ok());
        number.map_or(0, |number| number.saturating_sub(1))
    }

    /// Whether a style of words is, or rests on, one of these names.
    pub(super) fn is_one_of(&self, id: &str, names: &[&str]) -> bool {
        names.contains(&id.to_lowercase().as_str()) || self.chain(id).any(|kind| names.contains(&kind.name.as_str()))
    }

    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Kind> {
        let first = self.all.get(id);
        std::iter::successors(first, |kind| self.all.get(kind.base.as_deref()?)).take(DEEPEST)
    }
}

/// The style that has a name, in the languages in which offices write.
fn known(name: &str) -> Option<Style> {
    for start in ["heading ", "titolo ", "intestazione "] {
        if let Some(level) = name.strip_prefix(start).and_then(|level| level.trim().parse().ok()) {
            return Some(Style::Heading(level));
        }
    }
    Some(match name {
        "title" | "titolo" => Style::Title,
        "subtitle" | "sottotitolo" => Style::Subtitle,
        "quote" | "intense quote" | "citazione" | "quotations" => Style::Quote,
        "codice" | "code" | "html preformatted" | "preformatted text" => Style::Code,
        "caption" | "didascalia" => Style::Caption,
        "footnote text" | "footnote" => Style::Note,
        _ => return None,
    })
}
