use super::cells::{columns, optional, text, texts};
use crate::model::{Days, Edition};
use crate::open_data::data_table::{Cell, DataTable};
use std::borrow::Cow;

const COLUMNS: [(&str, &str); 8] = [
    ("area", "Area"),
    ("servizio", "Servizio"),
    ("smart_team", "Smart team"),
    ("continua_in", "Continua in"),
    ("giorni_settimana", "Giorni alla settimana"),
    ("dipendenti", "Dipendenti"),
    ("agili", "Lavoratrici e lavoratori agili"),
    ("nota", "Nota"),
];

/// The state of adoption, under the names of its year and without the total.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let rows = edition.adoption.rows.rows.iter().map(|row| {
        vec![
            text(&row.area),
            text(&row.service),
            text(&row.team),
            Cell::optional_list(texts(&row.continues_in)),
            row.days.as_ref().map_or(Cell::Empty, |days| cell(&days.value)),
            Cell::Number(f64::from(row.employees.value)),
            Cell::Number(f64::from(row.agile.value)),
            optional(row.annotations.note.as_ref()),
        ]
    });
    DataTable {
        name: "attuazione",
        title: "Stato di attuazione",
        description: "Dipendenti e lavoratrici e lavoratori agili di ciascuno smart team, con i nomi di quell'anno.",
        columns: columns(edition, "attuazione", &COLUMNS),
        rows: rows.collect(),
    }
}

/// A single number of days is a number; a range and a smartability are texts, as published.
fn cell(days: &Days) -> Cell<'static> {
    match days {
        Days::Exactly(number) => Cell::Number(*number),
        other => Cell::Text(Cow::Owned(other.short())),
    }
}
