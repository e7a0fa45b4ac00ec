//! Columns that the answers make the administration's own: what their cells hold, by what stands in them.

use super::grid::Grid;
use super::role::Reads;
use super::sheet_column::SheetColumn;
use super::value::{Read, date, number, states_nothing, yes_no};
use super::vocabulary::Vocabulary;
use crate::model::OwnKind;

/// Finds out what the cells of new columns hold, from the row `first` on.
pub(super) fn find_kinds(columns: &mut [SheetColumn], grid: &Grid<'_>, first: usize, vocabulary: &Vocabulary) {
    for column in columns {
        let Some(role) = &mut column.role else { continue };
        let is_new = !vocabulary.roles.iter().any(|known| known.key == role.key);
        if is_new && matches!(role.reads, Reads::Own(OwnKind::Text)) {
            role.reads = Reads::Own(kind(grid, first, column.at));
        }
    }
}

/// What all cells of a column hold.
fn kind(grid: &Grid<'_>, first: usize, at: usize) -> OwnKind {
    let rows: Vec<usize> = (first..grid.height()).filter(|row| !states_nothing(grid.text(*row, at))).collect();
    let all = |is: &dyn Fn(usize) -> bool| !rows.is_empty() && rows.iter().all(|row| is(*row));
    if all(&|row| yes_no::answer(grid.text(row, at)).is_some()) {
        return OwnKind::YesNo;
    }
    if all(&|row| grid.is_day(row, at) || matches!(date::read(grid.text(row, at)), Read::Sure(_))) {
        return OwnKind::Date;
    }
    // `0012` is a text: as a number it would lose its zeros.
    let is_padded = |text: &str| text.len() > 1 && text.starts_with('0') && !text.contains(',');
    if all(&|row| number::parse(grid.text(row, at)).is_some() && !is_padded(grid.text(row, at))) {
        return OwnKind::Number;
    }
    if rows.iter().any(|row| grid.text(*row, at).contains('\n')) { OwnKind::Texts } else { OwnKind::Text }
}
