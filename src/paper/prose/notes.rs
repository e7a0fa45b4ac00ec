use super::block::{Block, Inline};
use std::collections::{HashMap, HashSet};

/// Puts each footnote where it is first called; later calls only name it.
pub(crate) fn place(blocks: &mut [Block], notes: HashMap<String, Vec<Block>>, anchor: &dyn Fn(&str) -> String) {
    Placing { notes, placed: HashSet::new(), anchor }.blocks(blocks);
}

pub(crate) struct Placing<'a> {
    /// Those not placed yet.
    pub(crate) notes: HashMap<String, Vec<Block>>,
    pub(crate) placed: HashSet<String>,
    pub(crate) anchor: &'a dyn Fn(&str) -> String,
}

impl Placing<'_> {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { body, .. } | Block::Paragraph { body } => self.line(body),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Quote { body } => self.blocks(body),
                Block::Grid { head, rows, .. } => {
                    head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| self.line(cell));
                }
                Block::Figure { .. } | Block::Code { .. } | Block::Rule | Block::Data { .. } => {}
            }
        }
    }

    fn line(&mut self, line: &mut [Inline]) {
        for piece in line {
            match piece {
                Inline::Emphasis { body }
                | Inline::Strong { body }
                | Inline::Strike { body }
                | Inline::Link { body, .. } => {
                    self.line(body);
                }
                Inline::Note { anchor, body } => match self.notes.remove(anchor) {
                    Some(mut note) => {
                        // A note that calls a note would never end if it called itself: inside notes a call is plain text.
                        Placing { notes: HashMap::new(), placed: HashSet::new(), anchor: self.anchor }
                            .blocks(&mut note);
                        self.placed.insert(anchor.clone());
                        *anchor = (self.anchor)(anchor);
                        *body = note;
                    }
                    None if self.placed.contains(anchor) => *anchor = (self.anchor)(anchor),
                    None => *piece = Inline::Text { text: format!("[{anchor}]") },
                },
                Inline::Text { .. } | Inline::Code { .. } | Inline::Picture { .. } | Inline::Break => {}
            }
        }
    }
}
