use super::plain::columns;
use crate::model::Edition;
use crate::open_data::data_table::{Cell, DataTable};
use crate::tables::EXPECTED_BEHAVIOURS;

/// The behaviours and skills that are assessed: one row an entry.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let roles = edition.expected_behaviours.rows.iter();
    let rows = roles.flat_map(|role| {
        let name = &role.name.value;
        role.entries.iter().map(|entry| vec![Cell::text(name), Cell::text(&entry.value)])
    });
    DataTable::described(&EXPECTED_BEHAVIOURS, columns(edition, &EXPECTED_BEHAVIOURS), rows.collect())
}
