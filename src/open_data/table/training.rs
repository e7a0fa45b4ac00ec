use super::plain::{add_own, cell, columns};
use crate::model::{Audience, Edition};
use crate::open_data::data_table::{Cell, DataTable};
use crate::tables::{Described as _, EditionColumns, TRAINING};

/// The training plan: one row a module, one column an audience, with the mark of the matrix in the cell.
pub(super) fn sheet<'a>(edition: &'a Edition, present: &EditionColumns) -> DataTable<'a> {
    let training = &edition.training;
    let mut rows = Vec::new();
    for group in &training.groups.rows {
        for module in &group.modules {
            let mark = |audience: &Audience| {
                let cell = module.cells.iter().find(|cell| cell.audience.value == audience.id.value);
                cell.map_or(Cell::Empty, |cell| Cell::text(&cell.mark.value))
            };
            let own = group.values().chain(module.values()).filter(|(column, _)| column.shows.data);
            let own = own.map(|(column, value)| cell(column, value));
            rows.push(own.chain(training.audiences.iter().map(mark)).collect());
        }
    }
    let modules = training.groups.rows.iter().flat_map(|group| &group.modules);
    add_own(edition, present, &TRAINING, &mut rows, modules.map(|module| Some(&module.annotations)));
    DataTable::described(edition, &TRAINING, present, columns(edition, present, &TRAINING), rows)
}
