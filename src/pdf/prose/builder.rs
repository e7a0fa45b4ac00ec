use super::block::{Block, Inline};
use super::notes;
use super::open_block::{BlockKind, OpenBlock};
use super::places::FromChapter;
use super::stack::Stack;
use crate::chapters;
use crate::heading::title;
use crate::model::Keyword;
use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use std::collections::HashMap;

/// How deep lists and quotations may stand in one another; what is deeper is set at this depth. The converter has a limit of its own.
const DEEPEST: usize = 8;

/// The chapter in blocks. Footnotes stand where they are first called.
pub(in crate::pdf) fn blocks(pieces: Vec<chapters::Block<'_>>, from: &mut FromChapter<'_>) -> Vec<Block> {
    let said = from.title.to_owned();
    let mut builder =
        Builder { from: &mut *from, open: Stack::new(), notes: HashMap::new(), too_deep: 0, level: 1, said };
    for piece in pieces {
        match piece {
            chapters::Block::Text(events) => events.into_iter().for_each(|event| builder.take(event)),
            chapters::Block::Table(table) => {
                let first = builder.from.show(table);
                let anchor = super::Places::of_table(table);
                let captioned = builder.said != title(table);
                builder.open.put(Block::Data { table: table.keyword(), title: title(table), anchor, first, captioned });
            }
        }
    }
    let Builder { open, notes, .. } = builder;
    let mut blocks = open.into_blocks();
    notes::place(&mut blocks, notes, &|name| from.anchor(&format!("nota-{name}")));
    blocks
}

struct Builder<'b, 'p> {
    from: &'b mut FromChapter<'p>,
    open: Stack,
    notes: HashMap<String, Vec<Block>>,
    /// Lists and quotations that are open beyond the deepest.
    too_deep: usize,
    /// Level of the last heading: the next may go down by one only, or the document would skip a level.
    level: u8,
    /// The last title, which a table right below it need not repeat.
    said: String,
}

impl Builder<'_, '_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.open.inline(Inline::Text { text: text.into_string() }),
            Event::Code(text) => self.open.inline(Inline::Code { text: text.into_string() }),
            Event::SoftBreak => self.open.inline(Inline::Text { text: " ".to_owned() }),
            Event::HardBreak => self.open.inline(Inline::Break),
            Event::Rule => self.open.put(Block::Rule),
            Event::FootnoteReference(name) => {
                let anchor = name.to_string();
                self.open.inline(Inline::Note { anchor, body: Vec::new() });
            }
            Event::Html(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.open.inline(Inline::Text { text: text.into_string() });
            }
            Event::TaskListMarker(done) => {
                self.open.inline(Inline::Text { text: if done { "[x] " } else { "[ ] " }.to_owned() });
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let kind = match tag {
            Tag::Paragraph => BlockKind::Paragraph,
            Tag::Heading { level, id, .. } => {
                let level = (level as u8).clamp(2, self.level + 1);
                if self.open.is_root() {
                    self.level = level;
                }
                let anchor = id.map(|id| self.from.anchor(&id)).unwrap_or_default();
                BlockKind::Heading { anchor, level }
            }
            Tag::List(_) | Tag::BlockQuote(_) | Tag::Item if self.too_deep > 0 => {
                self.too_deep += 1;
                return self.open.settle();
            }
            Tag::List(_) | Tag::BlockQuote(_) if self.open.depth() >= DEEPEST => {
                self.too_deep = 1;
                return self.open.settle();
            }
            Tag::List(start) => BlockKind::List { start, items: Vec::new() },
            Tag::Item => BlockKind::Item,
            Tag::BlockQuote(_) => BlockKind::Quote,
            Tag::FootnoteDefinition(name) => BlockKind::Note { name: name.into_string() },
            Tag::CodeBlock(_) => BlockKind::Code,
            Tag::Table(align) => {
                let align = align.into_iter().map(alignment).collect();
                BlockKind::Grid { align, head: Vec::new(), rows: Vec::new() }
            }
            Tag::TableHead => return,
            Tag::TableRow => {
                if let Some(OpenBlock { kind: BlockKind::Grid { rows, .. }, .. }) = self.open.innermost() {
                    rows.push(Vec::new());
                }
                return;
            }
            Tag::TableCell => BlockKind::Cell,
            Tag::Emphasis => BlockKind::Emphasis,
            Tag::Strong => BlockKind::Strong,
            Tag::Strikethrough => BlockKind::Strike,
            Tag::Link { dest_url, .. } => BlockKind::Link { target: dest_url.into_string() },
            _ => BlockKind::Other,
        };
        if matches!(
            kind,
            BlockKind::Paragraph
                | BlockKind::Heading { .. }
                | BlockKind::List { .. }
                | BlockKind::Quote
                | BlockKind::Code
                | BlockKind::Grid { .. }
        ) {
            self.open.settle();
        }
        self.open.open(kind);
    }

    fn end(&mut self, end: TagEnd) {
        if matches!(end, TagEnd::TableHead | TagEnd::TableRow) {
            return;
        }
        if self.too_deep > 0 && matches!(end, TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::Item) {
            self.too_deep -= 1;
            return self.open.settle();
        }
        let Some(OpenBlock { kind, blocks, line: body }) = self.open.close() else { return };
        let whole = |line| OpenBlock::holding(blocks, line).into_blocks();
        match kind {
            BlockKind::Root => {}
            BlockKind::Paragraph => self.open.put_unless_empty(body, |body| Block::Paragraph { body }),
            // Only a heading of the chapter itself divides it; one inside a list or a quotation is a strong line.
            BlockKind::Heading { anchor, level } if self.open.is_root() => {
                self.said = body
                    .iter()
                    .map(|piece| if let Inline::Text { text } = piece { text.as_str() } else { "" })
                    .collect();
                self.open.put_unless_empty(body, |body| Block::Heading { level, anchor, body });
            }
            BlockKind::Heading { .. } => {
                self.open.put_unless_empty(body, |body| Block::Paragraph { body: vec![Inline::Strong { body }] });
            }
            BlockKind::List { start, items } => {
                if !items.is_empty() {
                    self.open.put(Block::List { start, items });
                }
            }
            BlockKind::Item => {
                let item = whole(body);
                if let Some(OpenBlock { kind: BlockKind::List { items, .. }, .. }) = self.open.innermost() {
                    items.push(item);
                }
            }
            BlockKind::Quote => self.open.put(Block::Quote { body: whole(body) }),
            BlockKind::Note { name } => {
                self.notes.insert(name, whole(body));
            }
            BlockKind::Code => {
                let text = body
                    .into_iter()
                    .filter_map(|piece| if let Inline::Text { text } = piece { Some(text) } else { None });
                let text = text.collect::<String>().trim_end_matches('\n').to_owned();
                self.open.put(Block::Code { text });
            }
            BlockKind::Grid { align, head, rows } => self.open.put(Block::Grid { align, head, rows }),
            BlockKind::Cell => {
                if let Some(OpenBlock { kind: BlockKind::Grid { head, rows, .. }, .. }) = self.open.innermost() {
                    rows.last_mut().unwrap_or(head).push(body);
                }
            }
            BlockKind::Emphasis => self.open.inline(Inline::Emphasis { body }),
            BlockKind::Strong => self.open.inline(Inline::Strong { body }),
            BlockKind::Strike => self.open.inline(Inline::Strike { body }),
            BlockKind::Link { target } => {
                let to = self.from.resolve(&target);
                self.open.inline(Inline::Link { to, body });
            }
            BlockKind::Other => body.into_iter().for_each(|piece| self.open.inline(piece)),
        }
    }
}

fn alignment(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::None => None,
        Alignment::Left => Some("left"),
        Alignment::Center => Some("center"),
        Alignment::Right => Some("right"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::Manuscript;
    use crate::model::TableName;
    use crate::pdf::prose::Places;

    fn tree(markdown: &str) -> serde_json::Value {
        let manuscript = Manuscript { markdown: markdown.to_owned() };
        let (pieces, headings) = manuscript.blocks();
        let mut places = Places::new(&[TableName::Teams]);
        places.add("uno", &headings);
        serde_json::to_value(blocks(pieces, &mut places.in_chapter("uno", "Uno"))).unwrap()
    }

    /// How many lists and quotations stand in one another.
    fn depth(value: &serde_json::Value) -> usize {
        let inner = match value {
            serde_json::Value::Array(values) => values.iter().map(depth).max(),
            serde_json::Value::Object(fields) => fields.values().map(depth).max(),
            _ => None,
        };
        inner.unwrap_or(0) + usize::from(value["kind"] == "list" || value["kind"] == "quote")
    }

    #[test]
    fn a_footnote_stands_where_it_is_first_called() {
        let tree = tree("Uno[^a] e due[^a].\n\n[^a]: Nota.\n");
        let line = tree[0]["body"].as_array().unwrap();
        let notes: Vec<_> = line.iter().filter(|piece| piece["kind"] == "note").collect();
        assert_eq!(notes[0]["body"][0]["body"][0]["text"], "Nota.");
        assert_eq!(notes[1]["body"].as_array().unwrap().len(), 0);
        assert_eq!(notes[0]["anchor"], notes[1]["anchor"]);
        assert_eq!(tree.as_array().unwrap().len(), 1);
    }

    #[test]
    fn a_note_that_calls_itself_ends() {
        let text = tree("Uno[^a].\n\n[^a]: Nota[^a].\n").to_string();
        assert!(text.contains("[a]"), "{text}");
    }

    #[test]
    fn no_level_of_headings_is_skipped() {
        let tree = tree("#### Quattro\n\n###### Sei\n\n## Due\n\n> # In una citazione\n");
        let levels: Vec<_> = tree.as_array().unwrap().iter().map(|block| block["level"].as_u64()).collect();
        assert_eq!(levels, [Some(2), Some(3), Some(2), None]);
    }

    #[test]
    fn what_is_too_deep_is_flattened_and_nothing_is_lost() {
        let words: Vec<String> = (0..30).map(|n| format!("parola{n}.")).collect();
        let lists: String = words.iter().enumerate().map(|(n, word)| format!("{}- {word}\n", "  ".repeat(n))).collect();
        let quotes: String =
            words.iter().enumerate().map(|(n, word)| format!("{} {word}\n\n", ">".repeat(n + 1))).collect();
        for markdown in [lists, quotes] {
            let text = tree(&markdown).to_string();
            let places: Vec<_> = words.iter().map(|word| text.find(word.as_str())).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
            assert!(depth(&tree(&markdown)) <= DEEPEST);
        }
    }

    #[test]
    fn a_tight_list_and_a_grid_keep_their_words() {
        let tree = tree("- uno\n- **due**\n  - tre\n\n| a | b |\n|---|--:|\n| 1 | `2` |\n");
        assert_eq!(tree[0]["items"][1][1]["items"][0][0]["body"][0]["text"], "tre");
        assert_eq!(tree[1]["align"], serde_json::json!([null, "right"]));
        assert_eq!(tree[1]["rows"][0][1][0], serde_json::json!({ "kind": "code", "text": "2" }));
    }
}
