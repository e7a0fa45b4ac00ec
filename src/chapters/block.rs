use crate::model::{Keyword, TableName, slug};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A chapter whose expressions have been replaced by figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// Markdown; where a table of the data goes, a paragraph holds only the mark of [`place_of`].
    pub markdown: String,
}

/// Stands on both sides of a table's name. A private-use character: texts that hold one lose it before they are expanded.
pub(super) const MARK: char = '\u{e000}';

/// The text that holds the place of a table in the Markdown.
pub fn place_of(table: TableName) -> String {
    format!("\n\n{MARK}{}{MARK}\n\n", table.keyword())
}

/// A piece of a chapter.
#[derive(Clone, Debug)]
pub enum Block<'a> {
    /// Markdown events; raw HTML has become plain text, and every heading has an identifier that is unique in the chapter.
    Text(Vec<Event<'a>>),
    /// A table of the data.
    Table(TableName),
}

/// A heading of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 for the chapter's own sections, 3 for theirs.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its text.
    pub text: String,
}

impl Manuscript {
    /// The chapter in pieces, in order, and its headings.
    pub fn blocks(&self) -> (Vec<Block<'_>>, Vec<Heading>) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        let mut blocks = Vec::new();
        let mut events: Vec<Event<'_>> = Vec::new();
        for event in Parser::new_ext(&self.markdown, options) {
            events.push(harmless(event));
            if let Some(table) = closed_table(&events) {
                events.truncate(events.len() - 3);
                if !events.is_empty() {
                    blocks.push(Block::Text(std::mem::take(&mut events)));
                }
                blocks.push(Block::Table(table));
            }
        }
        if !events.is_empty() {
            blocks.push(Block::Text(events));
        }
        let headings = name_headings(&mut blocks);
        (blocks, headings)
    }

    /// Where the links of the chapter lead, in order.
    pub fn links(&self) -> Vec<String> {
        let (blocks, _) = self.blocks();
        let texts = blocks.iter().filter_map(|block| match block {
            Block::Text(events) => Some(events),
            Block::Table(_) => None,
        });
        let target = |event: &Event<'_>| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        };
        texts.flatten().filter_map(target).collect()
    }
}

/// Raw HTML is shown as it is written, never passed on.
fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    }
}

/// The table whose mark is the whole of the paragraph that has just ended.
fn closed_table(events: &[Event<'_>]) -> Option<TableName> {
    let [.., Event::Start(Tag::Paragraph), Event::Text(text), Event::End(TagEnd::Paragraph)] = events else {
        return None;
    };
    let name = text.strip_prefix(MARK)?.strip_suffix(MARK)?;
    TableName::KEYWORDS.iter().find(|(word, _)| *word == name).map(|(_, table)| *table)
}

fn name_headings(blocks: &mut [Block<'_>]) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for block in blocks {
        let Block::Text(events) = block else { continue };
        for start in 0..events.len() {
            let Event::Start(Tag::Heading { level, .. }) = &events[start] else { continue };
            let level = *level;
            let inside = events[start..].iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
            let text = plain(inside);
            let base = match slug(&text) {
                empty if empty.is_empty() => "sezione".to_owned(),
                name => name,
            };
            let taken = |id: &str| headings.iter().any(|heading: &Heading| heading.id == id);
            let mut id = base.clone();
            let mut number = 1;
            while taken(&id) {
                number += 1;
                id = format!("{base}-{number}");
            }
            if let Event::Start(Tag::Heading { id: slot, level: shown, .. }) = &mut events[start] {
                *slot = Some(CowStr::from(id.clone()));
                // The page's own title is the only heading of the first level.
                *shown = level.max(HeadingLevel::H2);
            }
            let shown = u8::try_from(level.max(HeadingLevel::H2) as usize).unwrap_or(2);
            headings.push(Heading { level: shown, id, text });
        }
        // The end of a heading names its level too.
        for event in events.iter_mut() {
            if let Event::End(TagEnd::Heading(level)) = event {
                *level = (*level).max(HeadingLevel::H2);
            }
        }
    }
    headings
}

/// The words alone: no emphasis, no links, no calls of notes.
pub(super) fn plain<'e, 'a: 'e>(events: impl IntoIterator<Item = &'e Event<'a>>) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manuscript(markdown: &str) -> Manuscript {
        Manuscript { markdown: markdown.to_owned() }
    }

    #[test]
    fn a_table_stands_between_two_texts() {
        let text = manuscript(&format!("Prima.{}Dopo.", place_of(TableName::Teams)));
        let (blocks, _) = text.blocks();
        assert!(matches!(blocks[..], [Block::Text(_), Block::Table(TableName::Teams), Block::Text(_)]));
    }

    #[test]
    fn headings_have_unique_anchors_and_begin_at_the_second_level() {
        let text = manuscript("# Uno\n\n## Perché?\n\n## Perché?\n\n### `x`\n");
        let (_, headings) = text.blocks();
        let seen: Vec<_> = headings.iter().map(|heading| (heading.level, heading.id.as_str())).collect();
        assert_eq!(seen, [(2, "uno"), (2, "perche"), (2, "perche-2"), (3, "x")]);
    }

    #[test]
    fn raw_html_becomes_text() {
        let text = manuscript("<script>alert(1)</script>\n\nciao <b>a</b>\n");
        let (blocks, _) = text.blocks();
        let Block::Text(events) = &blocks[0] else { panic!("text expected") };
        assert!(!events.iter().any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_))));
    }
}
