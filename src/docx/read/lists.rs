use super::inside::{attribute, child, is, value};
use super::package::{Package, parse};
use crate::docx::document::{ListKind, ListPlace};
use crate::docx::numbering::DEEPEST;
use crate::trouble::Trouble;
use std::collections::HashMap;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Number of a list and level → whether it counts.
    counts: HashMap<(String, u8), bool>,
    /// The lists that have been met.
    pub(super) kinds: Vec<ListKind>,
    numbers: HashMap<(String, u8), usize>,
}

impl Lists {
    pub(super) fn of(package: &Package<'_>, name: &str) -> Result<Self, Trouble> {
        let Some(text) = package.part(name)? else { return Ok(Self::default()) };
        let xml = parse(&package.shown, &text)?;
        let root = xml.root_element();
        let mut abstracts: HashMap<&str, Vec<(u8, bool)>> = HashMap::new();
        for kind in root.children().filter(|node| is(*node, "abstractNum")) {
            let levels = kind.children().filter(|node| is(*node, "lvl")).filter_map(|level| {
                let number = attribute(level, "ilvl")?.parse().ok()?;
                let format = child(level, "numFmt").and_then(value).unwrap_or("decimal");
                Some((number, !matches!(format, "bullet" | "none")))
            });
            abstracts.insert(attribute(kind, "abstractNumId").unwrap_or_default(), levels.collect());
        }
        let mut counts = HashMap::new();
        for list in root.children().filter(|node| is(*node, "num")) {
            let Some(id) = attribute(list, "numId") else { continue };
            let kind = child(list, "abstractNumId").and_then(value).unwrap_or_default();
            for (level, is_numbered) in abstracts.get(kind).into_iter().flatten() {
                counts.insert((id.to_owned(), *level), *is_numbered);
            }
        }
        Ok(Self { counts, ..Self::default() })
    }

    /// The place of a paragraph in a list, by the number of the list and the level; `written` is the level at which the list says whether
    /// it counts, where the name of a style says that it stands deeper.
    pub(super) fn place(&mut self, list: &str, level: u8, written: u8) -> Option<ListPlace> {
        // Number 0 takes a paragraph out of the list of its style.
        if list == "0" {
            return None;
        }
        let level = level.min(DEEPEST);
        let key = (list.to_owned(), level);
        let is_numbered = self.counts.get(&(list.to_owned(), written)).copied().unwrap_or(false);
        let kinds = &mut self.kinds;
        let number = *self.numbers.entry(key).or_insert_with(|| {
            kinds.push(if is_numbered { ListKind::Numbered { start: 1, level } } else { ListKind::Bulleted });
            kinds.len() - 1
        });
        Some(ListPlace { list: number, level, goes_on: false })
    }
}
