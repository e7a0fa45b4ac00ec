use super::cells::{columns, text};
use crate::model::{Edition, Keyword};
use crate::open_data::data_table::{Cell, DataTable};

/// The areas, ceased ones included.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let rows = edition.areas.rows.iter().map(|area| {
        let ceased = !area.is_in_force();
        vec![text(&area.id), text(&area.name), Cell::text(ceased.keyword())]
    });
    DataTable {
        name: "aree",
        title: "Aree",
        description: "Le aree dell'organizzazione, con quelle cessate che le tabelle pubblicate nominano ancora.",
        columns: columns(edition, "aree", &[("id", "Identificativo"), ("nome", "Nome"), ("cessata", "Cessata")]),
        rows: rows.collect(),
    }
}
