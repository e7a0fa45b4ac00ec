use super::pictures::Pictures;
use super::table;
use crate::docx::{Block, ListKind, Paragraph, Piece, Style};
use crate::paper::{Materials, Part, Tables};
use std::collections::HashMap;

/// A document while it is put together.
pub(super) struct Composer<'m> {
    pub(super) tables: &'m Tables<'m>,
    pub(super) lists: Vec<ListKind>,
    pub(super) notes: Vec<Vec<Block>>,
    pub(super) pictures: Pictures<'m>,
    /// The footnotes that have been called, by their anchors.
    pub(super) placed: HashMap<String, usize>,
    /// The style of the cells of the table that is being set.
    pub(super) cell: Style,
}

impl<'m> Composer<'m> {
    pub(super) fn new(materials: &'m Materials<'m>, tables: &'m Tables<'m>) -> Self {
        Self {
            tables,
            lists: vec![ListKind::Bulleted, ListKind::Dashed],
            notes: Vec::new(),
            pictures: Pictures::of(materials),
            placed: HashMap::new(),
            cell: Style::Cell,
        }
    }

    /// A part of the annex below its heading.
    pub(super) fn part(&mut self, part: &Part) -> Vec<Block> {
        let heading = |text: String, anchor: &str, level| {
            let pieces = vec![Piece::text(text)];
            let anchors = vec![anchor.to_owned()];
            Block::Paragraph(Paragraph { anchors, ..Paragraph::new(Style::Heading(level), pieces) })
        };
        match part {
            Part::Heading { anchor, number, title, level } => {
                vec![heading(titled(number.as_deref(), title), anchor, *level)]
            }
            Part::Chapter { anchor, number, title, level, blocks } => {
                let mut made = vec![heading(titled(number.as_deref(), title), anchor, *level)];
                made.extend(self.blocks(blocks));
                made
            }
            Part::Table { anchor, table, title } => {
                let mut made = vec![heading(title.clone(), anchor, 1)];
                made.extend(table::set(self, table, title));
                if let Some(Block::Paragraph(first)) = made.first_mut() {
                    first.starts_page = true;
                }
                made
            }
        }
    }

    /// The number of a new footnote.
    pub(super) fn note(&mut self, blocks: Vec<Block>) -> usize {
        self.notes.push(blocks);
        self.notes.len() - 1
    }
}

/// A title after its number.
pub(super) fn titled(number: Option<&str>, title: &str) -> String {
    match number {
        Some(number) => format!("{number}. {title}"),
        None => title.to_owned(),
    }
}
