use super::block::{Block, Inline};
use super::notes;
use super::places::FromChapter;
use crate::chapters::{self, Alignment, ChapterTree, Grid, Heading};
use crate::model::{Keyword, TableName};
use std::collections::HashMap;

/// How deep lists and quotations may stand in one another; what is deeper is set at this depth. The converter has a limit of its own.
const DEEPEST: usize = 8;

/// The deepest level of a heading.
const DEEPEST_HEADING: u8 = 6;

/// The chapter in blocks, its sections below a title of this level. Footnotes stand where they are first called.
pub(crate) fn blocks(tree: &ChapterTree, chapter: u8, from: &mut FromChapter<'_, '_>) -> Vec<Block> {
    let said = from.title.to_owned();
    let mut builder = Builder { from: &mut *from, notes: HashMap::new(), chapter, level: chapter, said };
    let mut blocks = builder.sections(&tree.blocks);
    let Builder { notes, .. } = builder;
    notes::place(&mut blocks, notes, &|name| from.anchor(&format!("nota-{name}")));
    blocks
}

pub(crate) struct Builder<'b, 'p, 'r> {
    pub(crate) from: &'b mut FromChapter<'p, 'r>,
    pub(crate) notes: HashMap<String, Vec<Block>>,
    /// Level of the chapter's own title.
    pub(crate) chapter: u8,
    /// Level of the last heading: the next may go down by one only, or the document would skip a level.
    pub(crate) level: u8,
    /// The last title, which a table right below it need not repeat.
    pub(crate) said: String,
}

impl Builder<'_, '_, '_> {
    /// The blocks of the chapter itself, which its headings divide.
    fn sections(&mut self, blocks: &[chapters::Block]) -> Vec<Block> {
        let mut made = Vec::new();
        for block in blocks {
            match block {
                chapters::Block::Heading(heading, line) => made.extend(self.heading(heading, line)),
                other => self.add(other, 0, &mut made),
            }
        }
        made
    }

    fn heading(&mut self, heading: &Heading, line: &[chapters::Inline]) -> Option<Block> {
        let wanted = heading.level + self.chapter - 1;
        self.level = wanted.clamp(self.chapter + 1, self.level + 1).min(DEEPEST_HEADING);
        let body = self.line(line);
        self.said =
            body.iter().map(|piece| if let Inline::Text { text } = piece { text.as_str() } else { "" }).collect();
        let anchor = self.from.anchor(&heading.id);
        (!body.is_empty()).then_some(Block::Heading { level: self.level, anchor, body })
    }

    /// The blocks inside another, `depth` lists and quotations deep.
    fn inner(&mut self, blocks: &[chapters::Block], depth: usize) -> Vec<Block> {
        let mut made = Vec::new();
        for block in blocks {
            self.add(block, depth, &mut made);
        }
        made
    }

    fn add(&mut self, block: &chapters::Block, depth: usize, made: &mut Vec<Block>) {
        match block {
            // Only a heading of the chapter itself divides it; one inside a list or a quotation is a strong line.
            chapters::Block::Heading(_, line) => {
                let body = self.line(line);
                if !body.is_empty() {
                    made.push(Block::Paragraph { body: vec![Inline::Strong { body }] });
                }
            }
            chapters::Block::Paragraph(line) | chapters::Block::Line(line) => {
                if let Some(figure) = self.figure(line) {
                    made.push(figure);
                    return;
                }
                let body = self.line(line);
                if !body.is_empty() {
                    made.push(Block::Paragraph { body });
                }
            }
            chapters::Block::List { items, .. } if depth >= DEEPEST => {
                for item in items {
                    made.extend(self.inner(item, depth));
                }
            }
            chapters::Block::Quote(body) if depth >= DEEPEST => made.extend(self.inner(body, depth)),
            chapters::Block::List { start, items } => {
                let items: Vec<_> = items.iter().map(|item| self.inner(item, depth + 1)).collect();
                if !items.is_empty() {
                    made.push(Block::List { start: *start, items });
                }
            }
            chapters::Block::Quote(body) => {
                let body = self.inner(body, depth + 1);
                made.push(Block::Quote { body });
            }
            chapters::Block::Code { text, .. } => {
                made.push(Block::Code { text: text.trim_end_matches('\n').to_owned() });
            }
            chapters::Block::Rule => made.push(Block::Rule),
            chapters::Block::Grid(grid) => made.push(self.grid(grid)),
            chapters::Block::Note { label, body } => {
                let body = self.inner(body, depth);
                self.notes.insert(label.clone(), body);
            }
            chapters::Block::Data(table) => made.push(self.data(*table)),
        }
    }

    /// The picture of a paragraph that holds nothing else.
    fn figure(&self, line: &[chapters::Inline]) -> Option<Block> {
        let chapters::Inline::Image { link, caption, body } = chapters::figure(line)? else { return None };
        let text = chapters::plain(body);
        let picture = self.from.picture(&link.target, &text)?;
        Some(Block::Figure { picture, caption: if caption.is_empty() { text } else { caption.clone() } })
    }

    fn data(&mut self, table: TableName) -> Block {
        let first = self.from.show(table);
        let anchor = super::Places::of_table(table);
        let title = self.from.table_title(table);
        let captioned = self.said != title;
        Block::Data { table: table.keyword(), title, anchor, first, captioned }
    }

    fn grid(&mut self, grid: &Grid) -> Block {
        let mut cells = |row: &[Vec<chapters::Inline>]| row.iter().map(|cell| self.line(cell)).collect::<Vec<_>>();
        Block::Grid {
            align: grid.columns.iter().map(|column| alignment(*column)).collect(),
            head: cells(&grid.head),
            rows: grid.rows.iter().map(|row| cells(row)).collect(),
        }
    }

    fn line(&mut self, line: &[chapters::Inline]) -> Vec<Inline> {
        let mut made = Vec::new();
        for piece in line {
            let text = |text: &str| Inline::Text { text: text.to_owned() };
            made.push(match piece {
                chapters::Inline::Text { text: words, .. } | chapters::Inline::Html { text: words, .. } => text(words),
                chapters::Inline::Code { text, .. } => Inline::Code { text: text.clone() },
                chapters::Inline::SoftBreak { .. } => text(" "),
                chapters::Inline::HardBreak { .. } => Inline::Break,
                chapters::Inline::Emphasis(body) => Inline::Emphasis { body: self.line(body) },
                chapters::Inline::Strong(body) => Inline::Strong { body: self.line(body) },
                chapters::Inline::Strike(body) => Inline::Strike { body: self.line(body) },
                chapters::Inline::Link { link, body } => {
                    Inline::Link { to: self.from.resolve(&link.target), body: self.line(body) }
                }
                chapters::Inline::NoteCall(label) => Inline::Note { anchor: label.clone(), body: Vec::new() },
                chapters::Inline::Image { link, body, .. } => {
                    let Some(picture) = self.from.picture(&link.target, &chapters::plain(body)) else {
                        made.extend(self.line(body));
                        continue;
                    };
                    Inline::Picture { picture }
                }
            });
        }
        made
    }
}

fn alignment(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::Unstated => None,
        Alignment::Left => Some("left"),
        Alignment::Centre => Some("center"),
        Alignment::Right => Some("right"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Annex, Controls, Outline, TableName};
    use crate::paper::prose::Places;
    use crate::routes::Routes;

    fn tree(markdown: &str) -> serde_json::Value {
        let chapter = ChapterTree::parse(markdown);
        let nothing = Annex {
            administration: None,
            controls: Controls::default(),
            editions: Vec::new(),
            outline: Outline::default(),
        };
        let routes = Routes::of(&nothing);
        let mut places = Places::new(&[TableName::Teams], &routes, 0, const { &crate::picture::Album::EMPTY });
        places.add("uno", &chapter.headings());
        serde_json::to_value(blocks(&chapter, 1, &mut places.in_chapter(0, "Uno"))).unwrap()
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
