use super::cells::{columns, text};
use crate::model::Edition;
use crate::open_data::data_table::DataTable;

/// The behaviours and skills that are assessed: one row an entry.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let rows = edition
        .expected_behaviours
        .rows
        .iter()
        .flat_map(|role| role.entries.iter().map(|entry| vec![text(&role.name), text(entry)]));
    DataTable {
        name: "valutazione",
        title: "Comportamenti e competenze attesi",
        description: "I comportamenti e le competenze attesi da ciascun ruolo.",
        columns: columns(edition, "valutazione", &[("ruolo", "Ruolo"), ("voce", "Voce")]),
        rows: rows.collect(),
    }
}
