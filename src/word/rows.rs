use super::composer::Composer;
use crate::docx::{Align, Block, Cell, ListPlace, Look, Merge, Paragraph, Piece, Row, Style, Tint};
use crate::paper::{PlainHeading, Remarks};

/// A row with more letters in one cell may be divided by the end of a sheet.
const LONG: usize = 600;

impl Composer<'_> {
    /// A line of a cell.
    pub(super) fn line_of(&self, pieces: Vec<Piece>) -> Paragraph {
        Paragraph::new(self.cell, pieces)
    }

    /// A cell that says this, or that nothing is said.
    pub(super) fn said(&self, text: Option<&str>) -> Cell {
        cell_of(vec![self.line_of(vec![Piece::text(text.unwrap_or("–"))])])
    }

    /// A cell of a heading.
    pub(super) fn heading(&self, text: &str) -> Cell {
        Cell { tint: Tint::Head, ..self.said(Some(text)) }
    }

    /// The row of the headings, first those of the columns that the table draws.
    pub(super) fn headings<'h>(&self, texts: impl IntoIterator<Item = &'h str>, plain: &[PlainHeading<'_>]) -> Row {
        let drawn = texts.into_iter().map(|text| self.heading(text));
        Row { cells: drawn.chain(self.plain_headings(plain)).collect(), may_split: false }
    }

    /// The items of a list: one alone is a line.
    pub(super) fn items<T: AsRef<str>>(&self, texts: &[T]) -> Cell {
        let paragraph = |text: &T| self.line_of(vec![Piece::text(text.as_ref())]);
        match texts {
            [] => self.said(None),
            [one] => cell_of(vec![paragraph(one)]),
            many => {
                // The second of all lists is the one for cells.
                let list = Some(ListPlace { list: 1, level: 0, goes_on: false });
                cell_of(many.iter().map(|text| Paragraph { list, ..paragraph(text) }).collect())
            }
        }
    }

    /// The headings of the columns that no table draws in a way of its own.
    pub(super) fn plain_headings(&self, headings: &[PlainHeading<'_>]) -> Vec<Cell> {
        headings.iter().map(|heading| aligned(self.heading(heading.text), heading.is_number)).collect()
    }

    /// The cells of those columns.
    pub(super) fn plain(&self, headings: &[PlainHeading<'_>], columns: &[Vec<String>]) -> Vec<Cell> {
        let columns = headings.iter().zip(columns);
        columns.map(|(heading, texts)| aligned(self.items(texts), heading.is_number)).collect()
    }

    /// A name with the marks and the doubt beside it, and its note below.
    pub(super) fn named(&mut self, name: Piece, remarks: Option<&Remarks<'_>>) -> Vec<Paragraph> {
        let mut line = vec![name];
        let Some(remarks) = remarks else { return vec![self.line_of(line)] };
        let raised = Look { raised: true, ..Look::default() };
        line.extend(remarks.marks.iter().map(|mark| Piece::Text((*mark).to_owned(), raised)));
        if let Some(doubt) = remarks.to_verify {
            let note =
                Paragraph::new(Style::Note, vec![Piece::italic("Da verificare"), Piece::text(format!(": {doubt}"))]);
            line.push(Piece::Note(self.note(vec![Block::Paragraph(note)])));
        }
        let mut lines = vec![self.line_of(line)];
        lines.extend(remarks.note.as_deref().map(|note| self.line_of(vec![Piece::italic(note)])));
        lines
    }

    /// A cell with a number.
    pub(super) fn number(&self, text: &str) -> Cell {
        aligned(cell_of(vec![self.line_of(vec![Piece::text(text)])]), true)
    }
}

/// A cell as it stands in a column of texts, or of numbers.
pub(super) fn aligned(mut cell: Cell, is_number: bool) -> Cell {
    if is_number {
        cell.paragraphs.iter_mut().for_each(|line| line.align = Some(Align::Right));
    }
    cell
}

/// A cell of these lines.
pub(super) fn cell_of(paragraphs: Vec<Paragraph>) -> Cell {
    Cell { paragraphs, ..Cell::default() }
}

/// A row that names those below it.
pub(super) fn band(span: usize, paragraphs: Vec<Paragraph>) -> Row {
    let paragraphs = paragraphs.into_iter().map(strong).map(|line| Paragraph { with_next: true, ..line }).collect();
    Row { cells: vec![Cell { paragraphs, span, tint: Tint::Band, merge: Merge::Alone }], may_split: false }
}

/// A row that stays on one sheet if it is not long.
pub(super) fn row(cells: Vec<Cell>) -> Row {
    let may_split = cells.iter().any(|cell| letters(cell) > LONG);
    Row { cells, may_split }
}

/// Rows that have their first cell in common: one cell, where they are few; else it is said again in each.
pub(super) fn shared(first: &Cell, rows: Vec<Vec<Cell>>) -> Vec<Row> {
    let all: usize = letters(first) + rows.iter().flatten().map(letters).sum::<usize>();
    let together = rows.len() <= 10 && all <= 1000;
    let last = rows.len().saturating_sub(1);
    let shared = |(number, cells): (usize, Vec<Cell>)| {
        let own = match (together, number) {
            (false, _) => first.clone(),
            (true, 0) => Cell { merge: if last == 0 { Merge::Alone } else { Merge::First }, ..first.clone() },
            (true, _) => Cell { merge: Merge::Next, tint: first.tint, ..Cell::default() },
        };
        let mut made = row(std::iter::once(own).chain(cells).collect());
        if together && number < last {
            made.cells.iter_mut().flat_map(|cell| &mut cell.paragraphs).for_each(|line| line.with_next = true);
        }
        made
    };
    rows.into_iter().enumerate().map(shared).collect()
}

/// The same in bold.
pub(super) fn strong(mut paragraph: Paragraph) -> Paragraph {
    for piece in &mut paragraph.pieces {
        if let Piece::Text(_, look) = piece {
            look.bold = true;
        }
    }
    paragraph
}

/// How many letters a cell holds.
fn letters(cell: &Cell) -> usize {
    let count = |piece: &Piece| if let Piece::Text(text, _) = piece { text.chars().count() } else { 0 };
    cell.paragraphs.iter().flat_map(|paragraph| &paragraph.pieces).map(count).sum()
}
