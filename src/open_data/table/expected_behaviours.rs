use super::plain::{add_own, cell, columns};
use crate::model::Edition;
use crate::open_data::data_table::{Cell, DataTable};
use crate::tables::{Described as _, EXPECTED_BEHAVIOURS, EditionColumns};

/// The behaviours and skills that are assessed: one row an entry, with what its role says beside it.
pub(super) fn sheet<'a>(edition: &'a Edition, present: &EditionColumns) -> DataTable<'a> {
    let roles = edition.expected_behaviours.rows.iter();
    let rows = roles.flat_map(|role| {
        role.entries.iter().map(|entry| {
            let shown = role.values().filter(|(column, _)| column.shows.data);
            let row = shown.map(|(column, value)| match column.key {
                "voci" => Cell::text(&entry.value),
                _ => cell(column, value),
            });
            row.collect()
        })
    });
    let mut rows: Vec<Vec<Cell<'a>>> = rows.collect();
    let roles = edition.expected_behaviours.rows.iter();
    let annotations = roles.flat_map(|role| role.entries.iter().map(|_| Some(&role.annotations)));
    add_own(edition, present, &EXPECTED_BEHAVIOURS, &mut rows, annotations);
    DataTable::described(edition, &EXPECTED_BEHAVIOURS, present, columns(edition, present, &EXPECTED_BEHAVIOURS), rows)
}
