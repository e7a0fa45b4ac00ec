//! Where the office of a row, or the letter of a list, is the one above it, and may well be another.

use super::blocks::column_of;
use super::fields::Fields;
use super::grid::Grid;
use super::header::Header;
use super::levels::Level;
use super::record::{Cells, RowReader};
use super::section::Section;
use super::value::on_one_line;
use crate::import::reading::Question;
use crate::model::fold;

/// Where hardly one cell in so many is blank, a column is filled row by row.
const FILLED: usize = 4;

/// What makes the office of a row doubtful.
pub(super) struct OfficeDoubts {
    /// The column of the finest offices, or of the letters of a list, where it is filled row by row.
    by_row: Option<usize>,
    /// What is said of a blank cell of it.
    blank: &'static str,
    /// The row of a title that may be that of another office than the title before it.
    pub(super) unclear: Option<usize>,
}

impl OfficeDoubts {
    /// What does so in the records of a table, from the start; `records` are their rows.
    pub(super) fn of(grid: &Grid<'_>, header: &Header, levels: &[Level], records: &[usize]) -> Self {
        let finest = levels.last().map(|level| header.columns[level.column].at);
        let (column, blank) = match (finest, column_of(header, "lettera")) {
            (None, Some(letter)) => {
                (Some(letter), "la cella della lettera è vuota, mentre le altre righe scrivono ciascuna la sua")
            }
            (finest, _) => (finest, "la cella dell'ufficio è vuota, mentre le altre righe scrivono ciascuna il suo"),
        };
        Self { by_row: column.filter(|at| is_filled_by_row(grid, *at, records)), blank, unclear: None }
    }

    /// Tells what does so in a row below the title of a section.
    pub(super) fn tell(
        &self,
        (grid, cells): (&Grid<'_>, &Cells),
        section: Option<&Section>,
        fields: &mut Fields,
        reader: &mut RowReader<'_, '_, '_>,
    ) {
        let held = self.by_row.and_then(|at| Some((at, cells.texts.get(&at)?)));
        if let Some((at, held)) = held.filter(|(_, held)| held.continued) {
            let above = on_one_line(&held.text);
            let message = format!("{}: intesa come quella sopra, «{above}»", self.blank);
            reader.doubt(cells.row, at, "", &above, &message, Question::None);
            fields.doubt("", &message);
        }
        if let (Some(title), Some(section)) = (self.unclear, section) {
            let column = grid.filled(title).first().copied().unwrap_or_default();
            let text = grid.text(title, column);
            let message = format!(
                "il titolo non è il nome di un ufficio conosciuto: le righe sotto restano di «{}»",
                section.name
            );
            reader.doubt(title, column, text, &section.name, &message, Question::Name);
            fields.doubt(text, &message);
        }
    }
}

/// Whether a column is filled row by row, so that a blank cell may not continue the one above: it writes the same name twice running, or
/// hardly a cell of it is blank.
fn is_filled_by_row(grid: &Grid<'_>, at: usize, records: &[usize]) -> bool {
    let text = |row: usize| fold(grid.text(row, at));
    let blank = records.iter().filter(|row| grid.down(**row, at).is_empty()).count();
    let filled = records.iter().filter(|row| !text(**row).is_empty()).count();
    let repeats =
        |pair: &[usize]| pair[1] == pair[0] + 1 && !text(pair[0]).is_empty() && text(pair[0]) == text(pair[1]);
    blank > 0 && (filled >= FILLED && filled >= blank * FILLED || records.windows(2).any(repeats))
}
