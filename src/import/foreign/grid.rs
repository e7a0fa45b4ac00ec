use crate::sheet::{Cell, CellKind, Merged, Sheet};

/// What formulas show that failed, in Italian and in English.
const ERRORS: [&str; 12] = [
    "#N/D", "#N/A", "#RIF!", "#REF!", "#VALORE!", "#VALUE!", "#DIV/0!", "#NOME?", "#NAME?", "#NUM!", "#NULLO!",
    "#NULL!",
];

/// The cells of a sheet, the merged ones filled.
pub(super) struct Grid<'a> {
    sheet: &'a Sheet,
    width: usize,
}

impl<'a> Grid<'a> {
    pub(super) fn new(sheet: &'a Sheet) -> Self {
        Self { sheet, width: sheet.width() }
    }

    /// How many rows there are.
    pub(super) fn height(&self) -> usize {
        self.sheet.rows.len()
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The cell that is written at a place.
    pub(super) fn cell(&self, row: usize, column: usize) -> &'a Cell {
        self.sheet.cell(row, column)
    }

    /// What is written at a place, without spaces at its ends.
    pub(super) fn text(&self, row: usize, column: usize) -> &'a str {
        self.sheet.cell(row, column).text.trim()
    }

    /// The same, with that of the row where merged cells begin that go down to it.
    pub(super) fn down(&self, row: usize, column: usize) -> &'a str {
        match self.merged(row, column) {
            Some(merged) if merged.left == column => self.text(merged.top, column),
            _ => self.text(row, column),
        }
    }

    /// The same, with that of merged cells that go across to it as well.
    pub(super) fn any(&self, row: usize, column: usize) -> &'a str {
        match self.merged(row, column) {
            Some(merged) => self.text(merged.top, merged.left),
            None => self.text(row, column),
        }
    }

    /// The merged cells that a place is in.
    pub(super) fn merged(&self, row: usize, column: usize) -> Option<&'a Merged> {
        self.sheet.merged.iter().find(|merged| merged.holds(row, column))
    }

    /// Whether a place is in merged cells that begin in a row above it.
    pub(super) fn is_continued(&self, row: usize, column: usize) -> bool {
        self.merged(row, column).is_some_and(|merged| merged.top < row)
    }

    /// The columns of a row in which something is written.
    pub(super) fn filled(&self, row: usize) -> Vec<usize> {
        (0..self.sheet.rows.get(row).map_or(0, Vec::len)).filter(|column| !self.text(row, *column).is_empty()).collect()
    }

    /// Whether a cell is a number, or looks like one.
    pub(super) fn is_number(&self, row: usize, column: usize) -> bool {
        let cell = self.cell(row, column);
        matches!(cell.kind, CellKind::Number(_))
            || super::value::number::parse(&cell.text).is_some()
            || super::value::number::percentage(&cell.text).is_some()
    }

    /// Whether a cell is a day to the program that wrote it.
    pub(super) fn is_day(&self, row: usize, column: usize) -> bool {
        self.cell(row, column).kind == CellKind::Date
    }

    /// Whether a cell shows that a formula failed.
    pub(super) fn is_error(&self, row: usize, column: usize) -> bool {
        let cell = self.cell(row, column);
        cell.kind == CellKind::Error || ERRORS.contains(&cell.text.trim().to_uppercase().as_str())
    }

    /// The cells of a row that had to be supposed: their columns, with why.
    pub(super) fn supposed(&self, row: usize) -> Vec<(usize, String)> {
        let own = self.sheet.supposed.iter().filter(|cell| cell.row == row);
        own.map(|cell| (cell.column, cell.why.clone())).collect()
    }

    /// What stands in a row, for people.
    pub(super) fn shown(&self, row: usize) -> String {
        let texts: Vec<String> =
            self.filled(row).iter().map(|column| super::value::on_one_line(self.text(row, *column))).collect();
        texts.join(" | ")
    }
}
