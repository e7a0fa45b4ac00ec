use super::cells::{columns, text};
use crate::model::{Edition, Word};
use crate::open_data::sheet::{Cell, Sheet};

/// The areas, ceased ones included.
pub(super) fn sheet(edition: &Edition) -> Sheet<'_> {
    let rows = edition.areas.rows.iter().map(|area| {
        let ceased = !area.is_in_force();
        vec![text(&area.id), text(&area.name), Cell::text(ceased.word())]
    });
    Sheet {
        name: "aree",
        title: "Aree",
        description: "Le aree dell'organizzazione, con quelle cessate che le tabelle pubblicate nominano ancora.",
        columns: columns(edition, "aree", &[("id", "Identificativo"), ("nome", "Nome"), ("cessata", "Cessata")]),
        rows: rows.collect(),
    }
}
