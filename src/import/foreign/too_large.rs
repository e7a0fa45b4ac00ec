//! Sheets that are no table of the annex by their size alone: nothing of them is searched, as that could last for hours.

use crate::import::reading::{Doubt, Question, SheetReading};
use crate::sheet::Sheet;

/// Most columns of a table.
const MOST_COLUMNS: usize = 1_000;
/// Most rows of a table.
const MOST_ROWS: usize = 200_000;

/// What is said of a sheet that is larger than any table; `None` of the others.
pub(super) fn refused(sheet: &Sheet) -> Option<SheetReading> {
    let (rows, columns) = (sheet.rows.len(), sheet.width());
    let (count, what, most) = match () {
        () if columns > MOST_COLUMNS => (columns, "colonne", "1.000"),
        () if rows > MOST_ROWS => (rows, "righe", "200.000"),
        () => return None,
    };
    let message = format!(
        "ha {count} {what}, e nessuna tavola dell'allegato ne ha più di {most}: una cella è stata forse ricopiata fino in fondo al foglio; togliere ciò che non serve e importarlo di nuovo"
    );
    let refusal =
        Doubt { row: 1, column: 0, text: String::new(), understood: String::new(), message, question: Question::None };
    Some(SheetReading { name: sheet.name.clone(), not_understood: vec![refusal], ..SheetReading::default() })
}
