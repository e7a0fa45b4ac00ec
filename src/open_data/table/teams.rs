use super::cells::{columns, optional, text, word};
use crate::model::Edition;
use crate::open_data::data_table::DataTable;

const COLUMNS: [(&str, &str); 5] = [
    ("id", "Identificativo"),
    ("nome", "Nome"),
    ("servizio", "Servizio"),
    ("smartabilita", "Smartabilità"),
    ("nota", "Nota"),
];

/// The smart teams.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let rows = edition.teams.rows.iter().map(|team| {
        vec![
            text(&team.id),
            text(&team.name),
            text(&team.service),
            word(team.smartability.as_ref()),
            optional(team.annotations.note.as_ref()),
        ]
    });
    DataTable {
        name: "smart-team",
        title: "Smart team",
        description: "Gli smart team (gruppi di lavoro) di ciascun servizio, con la loro smartabilità.",
        columns: columns(edition, "smart-team", &COLUMNS),
        rows: rows.collect(),
    }
}
