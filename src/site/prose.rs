//! A chapter as HTML: its text, the places of its tables, its notes.

mod chapter_terms;
mod footnotes;
mod markdown_table;

use super::anchor::table_anchor;
use super::chapter_link::{ChapterLinks, Destination};
use super::edition_context::EditionContext;
use super::escape::escaped;
use super::table::TablePlace;
use super::value;
use crate::chapters::{Block, Heading, Manuscript};
use crate::model::{Keyword, TableName};
use crate::trouble::Trouble;
use chapter_terms::ChapterTerms;
use footnotes::{Footnote, Footnotes};
use markdown_table::MarkdownTable;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd, html};
use serde::Serialize;
use std::collections::{HashMap, VecDeque};
use tera::Value;

/// A chapter, ready for a template.
#[derive(Debug, Serialize)]
pub(super) struct Prose {
    pieces: Vec<Piece>,
    notes: Vec<Footnote>,
    /// What stands before every identifier.
    prefix: String,
    /// The headings of the chapter's sections.
    headings: Vec<HeadingItem>,
}

/// A piece of a chapter: HTML, or a table.
#[derive(Debug, Serialize)]
struct Piece {
    html: Option<Value>,
    table: Option<TablePlace>,
}

/// A heading in the list of what the page holds.
#[derive(Debug, Serialize)]
struct HeadingItem {
    level: u8,
    id: String,
    text: String,
}

/// Turns one chapter into HTML.
#[derive(Debug)]
struct Writer<'l> {
    links: &'l ChapterLinks<'l>,
    prefix: String,
    /// How many levels the headings go down.
    shift: u8,
    /// The level of the last heading, so that none is skipped.
    level: u8,
    footnotes: Footnotes,
    /// For each open link, whether it is one on the page.
    open_links: Vec<bool>,
    table: Option<MarkdownTable>,
    tables: usize,
    captions: VecDeque<String>,
    terms: ChapterTerms<'l>,
}

impl Prose {
    /// The chapter of a manuscript, its headings `shift` levels down.
    pub(super) fn of(
        context: &EditionContext<'_>,
        manuscript: &Manuscript,
        links: &ChapterLinks<'_>,
        shift: u8,
    ) -> Result<Self, Trouble> {
        let (blocks, headings) = manuscript.blocks();
        let prefix = links.prefix();
        let mut writer = Writer {
            links,
            prefix: prefix.clone(),
            shift,
            level: 1 + shift,
            footnotes: Footnotes::new(&prefix),
            open_links: Vec::new(),
            table: None,
            tables: 0,
            captions: VecDeque::new(),
            terms: ChapterTerms::new(links.terms()),
        };
        let mut pieces = Vec::new();
        let mut times: HashMap<TableName, usize> = HashMap::new();
        for block in blocks {
            match block {
                Block::Text(events) => {
                    let html = writer.write(events);
                    pieces.push(Piece { html: Some(Value::safe_string(&html)), table: None });
                }
                Block::Table(name) if context.has(name) => {
                    let time = times.entry(name).or_insert(0);
                    *time += 1;
                    let id = match time {
                        1 => format!("{prefix}{}", table_anchor(name)),
                        _ => format!("{prefix}{}_n{time}", table_anchor(name)),
                    };
                    pieces.push(Piece { html: None, table: Some(TablePlace::new(context, name, id)?) });
                }
                Block::Table(name) => {
                    let missing = format!("<p>La tabella «{}» non c'è in questa edizione.</p>", name.keyword());
                    pieces.push(Piece { html: Some(Value::safe_string(&missing)), table: None });
                }
            }
        }
        let headings = headings.into_iter().map(|heading| HeadingItem::of(heading, &prefix));
        Ok(Self { pieces, notes: writer.footnotes.into_notes(), headings: headings.collect(), prefix })
    }

    /// The same as a value for the templates.
    pub(super) fn value(&self) -> Result<Value, Trouble> {
        value(self)
    }
}

impl HeadingItem {
    fn of(heading: Heading, prefix: &str) -> Self {
        Self { level: heading.level, id: format!("{prefix}{}", heading.id), text: heading.text }
    }
}

impl Writer<'_> {
    /// The HTML of a run of events, the notes taken out of it.
    fn write(&mut self, events: Vec<Event<'_>>) -> String {
        self.captions = markdown_table::captions(&events);
        let mut out = Vec::new();
        let mut note: Vec<Event<'_>> = Vec::new();
        for event in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => self.footnotes.open(&label),
                Event::End(TagEnd::FootnoteDefinition) => {
                    self.footnotes.close(&push(std::mem::take(&mut note)));
                }
                other => {
                    let Some(event) = self.turn(other) else { continue };
                    if self.footnotes.is_open() { note.push(event) } else { out.push(event) }
                }
            }
        }
        // A table of the data inside a note cuts it in two.
        if !note.is_empty() {
            self.footnotes.add(&push(note));
        }
        push(out)
    }

    /// The event as this page needs it; nothing where it leaves no trace.
    fn turn<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        self.terms.pass(&event);
        if let Some(table) = &mut self.table
            && let Some(html) = table.turn(&event)
        {
            if matches!(event, Event::End(TagEnd::Table)) {
                self.table = None;
            }
            return Some(Event::InlineHtml(html.into()));
        }
        match event {
            Event::Start(Tag::Table(alignments)) => {
                self.tables += 1;
                let id = format!("{}tabella_{}", self.prefix, self.tables);
                let table = MarkdownTable::new(id, alignments, self.captions.pop_front().unwrap_or_default());
                let html = table.start();
                self.table = Some(table);
                Some(Event::InlineHtml(html.into()))
            }
            Event::Start(Tag::Heading { level, id, .. }) => {
                let level = self.next_level(level);
                let id = id.map(|id| format!("{}{id}", self.prefix).into());
                Some(Event::Start(Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }))
            }
            Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(level_of(self.level)))),
            Event::Start(Tag::Link { dest_url, .. }) => self.open_link(&dest_url),
            Event::End(TagEnd::Link) => {
                self.open_links.pop().unwrap_or(false).then(|| Event::InlineHtml("</a>".into()))
            }
            // A picture would be a request to somebody else, or a file that is not published: its text stays.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
            Event::FootnoteReference(label) => Some(Event::InlineHtml(self.footnotes.refer(&label).into())),
            // What a note says is read out of its place, so it does not count as the first use of a term.
            Event::Text(text) if !self.footnotes.is_open() => Some(match self.terms.linked(&text) {
                Some(html) => Event::InlineHtml(html.into()),
                None => Event::Text(text),
            }),
            other => Some(other),
        }
    }

    fn open_link<'e>(&mut self, target: &str) -> Option<Event<'e>> {
        let destination = self.links.resolve(target);
        self.open_links.push(destination.is_some());
        let (address, rel) = match destination? {
            Destination::Inside(address) => (address, ""),
            Destination::Outside(address) => (address, " rel=\"external\""),
        };
        let html = format!("<a href=\"{}\"{rel}>", escaped(&address));
        Some(Event::InlineHtml(html.into()))
    }

    /// The level of a heading on this page: never more than one below the last.
    fn next_level(&mut self, level: HeadingLevel) -> HeadingLevel {
        let wanted = u8::try_from(level as usize).unwrap_or(2) + self.shift;
        self.level = wanted.min(self.level + 1).min(6);
        level_of(self.level)
    }
}

fn level_of(level: u8) -> HeadingLevel {
    HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6)
}

fn push(events: Vec<Event<'_>>) -> String {
    let mut html = String::new();
    html::push_html(&mut html, events.into_iter());
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::place_of;
    use crate::edition_files::EditionFiles;
    use crate::load;
    use std::path::Path;

    /// The pieces of HTML of a chapter of the repository's edition.
    fn html(markdown: &str, together: bool) -> (String, Prose) {
        let loaded =
            load::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is a folder of an administration");
        let edition = &loaded.annex.editions[0];
        let context = EditionContext::new(edition, &[], const { &EditionFiles::NONE });
        let links = if together {
            ChapterLinks::together(&context, "../../", "premessa")
        } else {
            ChapterLinks::apart(&context, "../")
        };
        let manuscript = Manuscript { markdown: markdown.to_owned() };
        let prose = Prose::of(&context, &manuscript, &links, u8::from(together)).expect("the chapter");
        let html = prose.pieces.iter().filter_map(|piece| piece.html.as_ref()).map(ToString::to_string).collect();
        (html, prose)
    }

    #[test]
    fn notes_are_numbered_over_the_whole_chapter_and_gathered() {
        let markdown =
            format!("Uno[^b].{}Due[^a] e ancora[^b].\n\n[^a]: Nota A.\n\n[^b]: Nota B.\n", place_of(TableName::Teams));
        let (html, prose) = html(&markdown, false);
        assert!(html.contains("href=\"#nota_1\"") && html.contains("id=\"richiamo_1_2\""), "{html}");
        let ids: Vec<_> = prose.notes.iter().map(Footnote::id).collect();
        assert_eq!(ids, ["nota_1", "nota_2"]);
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
            "<caption id=\"tabella_1\" class=\"visually-hidden\">A, B</caption><colgroup><col><col></colgroup><thead><tr><th scope=\"col\">A</th>"
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
