use super::cells::{columns, optional, text};
use crate::model::Edition;
use crate::open_data::data_table::DataTable;

const COLUMNS: [(&str, &str); 4] =
    [("id", "Identificativo"), ("nome", "Nome"), ("area", "Area"), ("prefisso", "Prefisso dei codici")];

/// The services.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let rows = edition.services.rows.iter().map(|service| {
        vec![text(&service.id), text(&service.name), text(&service.area), optional(service.prefix.as_ref())]
    });
    DataTable {
        name: "servizi",
        title: "Servizi",
        description: "I servizi di ciascuna area, con la prima parte dei codici dei loro processi.",
        columns: columns(edition, "servizi", &COLUMNS),
        rows: rows.collect(),
    }
}
