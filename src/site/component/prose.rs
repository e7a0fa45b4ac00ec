//! A chapter as HTML: its text, the places of its tables, its notes.

mod footnotes;
mod grid;
mod widths;
mod writer;

use crate::chapters::{ChapterTree, Heading};
use crate::model::{Keyword, TableName};
use crate::routes::{Part, Section};
use crate::site::anchor::table_anchor;
use crate::site::component::chapter_link::ChapterLinks;
use crate::site::component::paging::Paging;
use crate::site::component::table::TablePlace;
use crate::site::context::EditionContext;
use footnotes::Footnote;
use serde::Serialize;
use std::collections::HashMap;
use tera::Value;
use writer::{Writer, Written};

/// A chapter, ready for a template.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Prose<'a> {
    pieces: Vec<Piece<'a>>,
    notes: Vec<Footnote>,
    /// What stands before every identifier.
    prefix: String,
    /// The headings of the chapter's sections.
    headings: Vec<HeadingItem>,
}

/// A piece of a chapter: HTML, or a table.
#[derive(Debug, Serialize)]
struct Piece<'a> {
    html: Option<Value>,
    table: Option<TablePlace<'a>>,
    /// Where a table goes on that is too long for a chapter.
    paging: Option<Paging>,
}

/// A heading in the list of what the page holds.
#[derive(Debug, Serialize)]
struct HeadingItem {
    level: u8,
    id: String,
    text: String,
}

impl<'a> Prose<'a> {
    /// A chapter, its headings `shift` levels down.
    pub(in crate::site) fn of(
        context: &EditionContext<'a>,
        tree: &ChapterTree,
        links: &ChapterLinks<'_>,
        shift: u8,
    ) -> Self {
        let prefix = links.prefix();
        let (written, footnotes) = Writer::new(links, shift).write(&tree.blocks);
        let mut pieces = Vec::new();
        let mut times: HashMap<TableName, usize> = HashMap::new();
        let mut is_chosen = false;
        for piece in written {
            pieces.push(match piece {
                Written::Html(html) => Piece::html(&html),
                Written::Table(name) if context.has(name) => {
                    let time = times.entry(name).or_insert(0);
                    *time += 1;
                    let id = match time {
                        1 => format!("{prefix}{}", table_anchor(name)),
                        _ => format!("{prefix}{}_n{time}", table_anchor(name)),
                    };
                    // On the page of a chapter a long table begins, and goes on in its own pages; on paper it is whole.
                    let section = Section::of_table(name)
                        .filter(|section| !links.are_together() && context.has_section(*section));
                    let part = section.map_or(Part::WHOLE, |section| context.part_holding(section, 0));
                    let paging = section.and_then(|section| Paging::of_section(context, section, part));
                    let mut place = TablePlace::new(context, name, id, part);
                    // A table with a page of its own has its filters there; of those of a page, one has them.
                    if Section::of_table(name).is_none() && !links.are_together() && !is_chosen {
                        place = place.chosen(context, name, part);
                        is_chosen = place.has_filters();
                    }
                    Piece { html: None, table: Some(place), paging }
                }
                Written::Table(name) => {
                    Piece::html(&format!("<p>La tabella «{}» non c'è in questa edizione.</p>", name.keyword()))
                }
            });
        }
        let headings = tree.headings().into_iter().map(|heading| HeadingItem::of(heading, &prefix));
        Self { pieces, notes: footnotes.into_notes(), headings: headings.collect(), prefix }
    }
}

impl Piece<'_> {
    fn html(html: &str) -> Self {
        Self { html: Some(Value::safe_string(html)), table: None, paging: None }
    }
}

impl HeadingItem {
    fn of(heading: &Heading, prefix: &str) -> Self {
        Self { level: heading.level, id: format!("{prefix}{}", heading.id), text: heading.text.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::place_of;
    use crate::load;
    use crate::routes::Routes;
    use crate::site::SiteInputs;
    use crate::theme::Theme;
    use std::path::Path;

    /// The pieces of HTML of a chapter of the repository's edition, and the identifiers of its notes.
    fn html(markdown: &str, together: bool) -> (String, Vec<String>) {
        let loaded =
            load::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is a folder of an administration");
        let theme = Theme::load(Path::new(""), "istituzionale").expect("the theme");
        let routes = Routes::of(&loaded.annex);
        let context = EditionContext::new(&SiteInputs::bare(&loaded.annex, &routes, &theme), 0);
        let links = if together {
            ChapterLinks::together(&context, Some("../../"), 0)
        } else {
            ChapterLinks::apart(&context, "../", 0)
        };
        let prose = Prose::of(&context, &ChapterTree::parse(markdown), &links, u8::from(together));
        let html = prose.pieces.iter().filter_map(|piece| piece.html.as_ref()).map(ToString::to_string).collect();
        (html, prose.notes.iter().map(|note| note.id().to_owned()).collect())
    }

    #[test]
    fn notes_are_numbered_over_the_whole_chapter_and_gathered() {
        let markdown =
            format!("Uno[^b].{}Due[^a] e ancora[^b].\n\n[^a]: Nota A.\n\n[^b]: Nota B.\n", place_of(TableName::Teams));
        let (html, notes) = html(&markdown, false);
        assert!(html.contains("href=\"#nota_1\"") && html.contains("id=\"richiamo_1_2\""), "{html}");
        assert_eq!(notes, ["nota_1", "nota_2"]);
        assert!(!html.contains("Nota A."));
    }

    #[test]
    fn on_the_page_of_all_chapters_links_stay_and_headings_go_down() {
        let markdown =
            "## Inizio\n\n[a](02-stato-di-attuazione.md#anno-2024) [b](#inizio) [c](04-gruppi-di-lavoro.md)\n";
        let (html, _) = html(markdown, true);
        assert!(html.contains("<h3 id=\"premessa--inizio\">"), "{html}");
        assert!(
            html.contains("href=\"#stato-di-attuazione--anno-2024\"") && html.contains("href=\"#premessa--inizio\"")
        );
        assert!(html.contains("href=\"#gruppi-di-lavoro\""));
    }

    #[test]
    fn no_level_of_heading_is_skipped() {
        let (html, _) = html("## Uno\n\n##### Due\n\n## Tre\n", false);
        assert!(
            html.contains("<h3 id=\"due\">") && html.contains("</h3>") && html.contains("<h2 id=\"tre\">"),
            "{html}"
        );
    }

    #[test]
    fn a_table_of_markdown_has_a_caption_and_headings() {
        let (html, _) = html("| A | B |\n|---|--:|\n| *x* | 1 |\n", false);
        assert!(html.contains(
            "<caption id=\"tabella_1\" class=\"visually-hidden\">A, B</caption><colgroup><col class=\"l-50\"><col class=\"l-50\"></colgroup><thead><tr><th scope=\"col\">A</th>"
        ));
        assert!(html.contains("<th scope=\"row\"><em>x</em></th><td class=\"numero\">1</td>"), "{html}");
    }

    #[test]
    fn links_to_nowhere_leave_their_text() {
        let (html, _) = html("[a](javascript:x) [b](altro/) [c](https://x.it/\"y) ![d](https://x.it/d.png)\n", false);
        assert!(html.contains("<p>a b "), "{html}");
        assert!(html.contains("rel=\"external\">c</a> d</p>") && !html.contains("<img"), "{html}");
    }
}
