use super::cells::{columns, text};
use crate::model::{Audience, Edition};
use crate::open_data::data_table::{Cell, Column, DataTable};
use std::borrow::Cow;

/// The training plan: one row a module, one column an audience, with the mark of the matrix in the cell.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    let training = &edition.training;
    let mut columns = columns(edition, "formazione", &[("gruppo", "Gruppo"), ("modulo", "Modulo")]);
    columns.extend(training.audiences.iter().map(|audience| column(edition, audience)));
    let mut rows = Vec::new();
    for group in &training.groups.rows {
        for module in &group.modules {
            let mark = |audience: &Audience| {
                let cell = module.cells.iter().find(|cell| cell.audience.value == audience.id.value);
                cell.map_or(Cell::Empty, |cell| text(&cell.mark))
            };
            let first = [text(&group.name), text(&module.name)];
            rows.push(first.into_iter().chain(training.audiences.iter().map(mark)).collect());
        }
    }
    DataTable {
        name: "formazione",
        title: "Piano formativo",
        description: "I moduli del piano formativo e, per ciascun gruppo di destinatari, il segno pubblicato nella tabella.",
        columns,
        rows,
    }
}

fn column<'a>(edition: &'a Edition, audience: &'a Audience) -> Column<'a> {
    let key = audience.id.value.as_str();
    let name = audience.name.value.as_str();
    // The heading above several columns is repeated in each, because a data file has one header row.
    let usual = match &audience.group {
        Some(group) => Cow::Owned(format!("{} – {name}", group.value)),
        None => Cow::Borrowed(name),
    };
    let own = edition.heading("formazione", key, "");
    Column { key, heading: if own.is_empty() { usual } else { Cow::Borrowed(own) } }
}
