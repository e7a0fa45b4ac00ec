use super::plain::columns;
use crate::model::{Audience, Edition};
use crate::open_data::data_table::{Cell, DataTable};
use crate::tables::TRAINING;

/// The training plan: one row a module, one column an audience, with the mark of the matrix in the cell.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let training = &edition.training;
    let mut rows = Vec::new();
    for group in &training.groups.rows {
        for module in &group.modules {
            let mark = |audience: &Audience| {
                let cell = module.cells.iter().find(|cell| cell.audience.value == audience.id.value);
                cell.map_or(Cell::Empty, |cell| Cell::text(&cell.mark.value))
            };
            let first = [Cell::text(&group.name.value), Cell::text(&module.name.value)];
            rows.push(first.into_iter().chain(training.audiences.iter().map(mark)).collect());
        }
    }
    DataTable::described(&TRAINING, columns(edition, &TRAINING), rows)
}
