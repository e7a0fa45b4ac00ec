use super::Block;
use super::line::{Line, Span};
use super::parsed::Parsed;
use crate::docx::{
    self, Cell, Document, ListKind, ListPlace, Look, Paragraph, Piece, Properties, Row, Section, Sheet, Style, Table,
    Target, Tint,
};

/// The property by which the document of a chapter is known again; its value is the fingerprint of its main part.
pub const MARK: &str = "piao-capitolo";

/// A chapter as a document.
pub fn to_word(parsed: &Parsed, title: &str, author: &str, day: Option<String>) -> Document {
    let mut writer = Writer { lists: vec![ListKind::Bulleted], notes: 0, numbered: Vec::new() };
    let mut blocks = vec![docx::Block::Paragraph(Paragraph::new(Style::Title, vec![Piece::text(title)]))];
    blocks.extend(parsed.units.iter().map(|unit| writer.block(&unit.block, Style::Normal)));
    // Each call has a note of its own, as the format has no other.
    let notes = parsed.notes().iter().map(|blocks| writer.note(blocks)).collect();
    let properties = Properties { title: title.to_owned(), author: author.to_owned(), day, ..Properties::default() };
    let sections = vec![Section { sheet: Sheet::Portrait, blocks }];
    Document { properties, running: None, sections, lists: writer.lists, notes, pictures: Vec::new() }
}

struct Writer {
    lists: Vec<ListKind>,
    notes: usize,
    /// The list that counts at each level, as long as it goes on.
    numbered: Vec<Option<usize>>,
}

impl Writer {
    fn note(&mut self, blocks: &[Block]) -> Vec<docx::Block> {
        self.numbered.clear();
        // A call within a note is none.
        let calls = self.notes;
        let made = blocks.iter().map(|block| self.block(block, Style::Note)).collect();
        self.notes = calls;
        made
    }

    fn block(&mut self, block: &Block, usual: Style) -> docx::Block {
        if !matches!(block, Block::Item { .. }) {
            self.numbered.clear();
        }
        let paragraph = match block {
            Block::Heading(level, line) => Paragraph::new(Style::Heading(*level), self.line(line)),
            Block::Paragraph(line) => Paragraph::new(usual, self.line(line)),
            Block::Item { level, is_numbered, start, goes_on, line } => {
                let list = self.list(*level, *is_numbered, *start);
                let place = ListPlace { list, level: *level, goes_on: *goes_on };
                Paragraph { list: Some(place), ..Paragraph::new(Style::List, self.line(line)) }
            }
            Block::Quote(line) => Paragraph::new(Style::Quote, self.line(line)),
            Block::Code(text) => {
                let look = Look { code: true, ..Look::default() };
                Paragraph::new(Style::Code, vec![Piece::Text(text.clone(), look)])
            }
            Block::Rule => Paragraph::new(Style::Normal, vec![Piece::text("* * *")]),
            Block::Grid { head, rows } => return docx::Block::Table(self.grid(head, rows)),
        };
        docx::Block::Paragraph(paragraph)
    }

    /// The list of an item: one that counts goes on until something else stands at its level, or it begins with a number of its own.
    fn list(&mut self, level: u8, is_numbered: bool, start: Option<u64>) -> usize {
        let at = usize::from(level);
        self.numbered.resize(at + 1, None);
        if !is_numbered {
            self.numbered[at] = None;
            return 0;
        }
        if let (Some(list), None) = (self.numbered[at], start) {
            return list;
        }
        self.lists.push(ListKind::Numbered { start: start.unwrap_or(1), level });
        self.numbered[at] = Some(self.lists.len() - 1);
        self.lists.len() - 1
    }

    fn grid(&mut self, head: &[Line], rows: &[Vec<Line>]) -> Table {
        let columns = vec![1; head.len()];
        let head = vec![self.row(head, Tint::Head)];
        let rows = rows.iter().map(|row| self.row(row, Tint::Plain)).collect();
        Table { title: String::new(), columns, head, rows }
    }

    fn row(&mut self, cells: &[Line], tint: Tint) -> Row {
        let cell = |line: &Line| {
            let paragraphs = vec![Paragraph::new(Style::Cell, self.line(line))];
            Cell { paragraphs, tint, ..Cell::default() }
        };
        Row { cells: cells.iter().map(cell).collect(), may_split: false }
    }

    fn line(&mut self, line: &Line) -> Vec<Piece> {
        let mut made = Vec::new();
        for span in line {
            match span {
                Span::Words(words) => {
                    let text = Piece::Text(words.text.clone(), words.look);
                    made.push(match &words.link {
                        Some(target) => Piece::Link(Target::Outside(target.clone()), vec![text]),
                        None => text,
                    });
                }
                Span::Break => made.push(Piece::Break),
                Span::Note => {
                    made.push(Piece::Note(self.notes));
                    self.notes += 1;
                }
            }
        }
        made
    }
}
