use super::cells::{columns, optional, text};
use crate::model::Edition;
use crate::open_data::data_table::DataTable;

const COLUMNS: [(&str, &str); 4] = [("nome", "Nome"), ("scopo", "Scopo"), ("fornitore", "Fornitore"), ("nota", "Nota")];

/// The computer programs.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let rows = edition.software.rows.iter().map(|program| {
        vec![
            text(&program.name),
            text(&program.purpose),
            optional(program.supplier.as_ref()),
            optional(program.annotations.note.as_ref()),
        ]
    });
    DataTable {
        name: "software",
        title: "Elenco dei programmi informatici (software)",
        description: "I programmi informatici in uso e lo scopo di ciascuno.",
        columns: columns(edition, "software", &COLUMNS),
        rows: rows.collect(),
    }
}
