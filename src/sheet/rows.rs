//! Rows as they are gathered cell by cell, within limits.

use super::cell::Cell;
use super::{LARGEST, Sheet, too_large};
use crate::trouble::Trouble;

/// Most rows of a sheet.
pub(super) const MOST_ROWS: usize = 1_048_576;
/// Most columns of a sheet.
pub(super) const MOST_COLUMNS: usize = 16_384;
/// Most cells of a file, empty ones before the last of each row included.
const MOST_CELLS: usize = 4_000_000;

/// Gathers the cells of the sheets of one file.
pub(super) struct Gatherer<'a> {
    shown: &'a str,
    cells: usize,
    /// How long all their texts are, in bytes: one may stand in many cells of a small file.
    letters: u64,
}

impl<'a> Gatherer<'a> {
    pub(super) fn new(shown: &'a str) -> Self {
        Self { shown, cells: 0, letters: 0 }
    }

    /// Puts a cell in its place.
    ///
    /// # Errors
    ///
    /// When the file has more than is read.
    pub(super) fn put(&mut self, sheet: &mut Sheet, row: usize, column: usize, cell: Cell) -> Result<(), Trouble> {
        if cell.is_empty() {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(too_large(self.shown, "un foglio non può avere più di 1.048.576 righe o di 16.384 colonne"));
        }
        self.letters += cell.text.len() as u64;
        if self.letters > LARGEST {
            return Err(too_large(self.shown, "i testi delle sue celle non possono superare 64 MiB"));
        }
        if sheet.rows.len() <= row {
            sheet.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut sheet.rows[row];
        if cells.len() <= column {
            self.cells += column + 1 - cells.len();
            if self.cells > MOST_CELLS {
                return Err(too_large(self.shown, "non può avere più di 4 milioni di celle"));
            }
            cells.resize(column + 1, Cell::EMPTY);
        }
        cells[column] = cell;
        Ok(())
    }
}

/// Takes away empty cells at the end of rows, empty rows at the end, and merged cells beyond them.
pub(super) fn trim(sheet: &mut Sheet) {
    for cells in &mut sheet.rows {
        let length = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        cells.truncate(length);
    }
    let length = sheet.rows.iter().rposition(|cells| !cells.is_empty()).map_or(0, |last| last + 1);
    sheet.rows.truncate(length);
    let width = sheet.width();
    sheet.concealed.rows.retain(|row| sheet.rows.get(*row).is_some_and(|cells| !cells.is_empty()));
    sheet.concealed.columns.retain(|column| *column < width);
    sheet.merged.retain(|merged| merged.top < length);
    for merged in &mut sheet.merged {
        merged.bottom = merged.bottom.min(length.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_in_many_cells_is_counted_in_each() {
        let (mut gatherer, mut sheet) = (Gatherer::new("prova.ods"), Sheet::default());
        let cell = Cell::text(&"a".repeat(1024 * 1024));
        for row in 0..64 {
            gatherer.put(&mut sheet, row, 0, cell.clone()).expect("room");
        }
        let refused = gatherer.put(&mut sheet, 64, 0, cell).unwrap_err().to_string();
        assert_eq!(refused, "`prova.ods` è troppo grande: i testi delle sue celle non possono superare 64 MiB");
    }

    #[test]
    fn what_stands_beyond_any_sheet_is_not_passed_over() {
        let mut gatherer = Gatherer::new("prova.csv");
        for (row, column) in [(MOST_ROWS, 0), (0, MOST_COLUMNS)] {
            let refused = gatherer.put(&mut Sheet::default(), row, column, Cell::text("x")).unwrap_err().to_string();
            assert!(refused.contains("1.048.576 righe o di 16.384 colonne"), "{refused}");
            gatherer.put(&mut Sheet::default(), row, column, Cell::EMPTY).expect("nothing");
        }
    }
}
