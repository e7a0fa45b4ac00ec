//! What a file says beside its records, changed in the sheet that lists it.

use super::apply::{Standing, standing};
use super::changes::CellChange;
use crate::import::deed::{Effect, FieldChange};
use crate::import::target::Target;
use crate::tables::TO_DECIDE;
use crate::workbook::{GridRow, SETTINGS, Setting, VALUE, decode};

/// The order of the keys at the top of the files.
const ORDER: [&str; 7] = ["data", "premessa", TO_DECIDE, "legenda", "totale_dichiarato", "note", "righe"];

/// Whether a row is one of that sheet.
pub(super) fn is_of(table: &str) -> bool {
    table == SETTINGS.table
}

/// Sets what a cell says.
pub(super) fn set(target: &mut Target<'_>, cell: &CellChange, row: &GridRow, effect: &mut Effect) {
    let found = Setting::all(target.edition, &target.ledger).into_iter().find(|setting| setting.key() == row.key);
    let Some(setting) = found.filter(|_| cell.column == VALUE) else {
        let message = "qui si cambia soltanto la colonna «Valore»: è rimasto com'era";
        effect.problems.push(cell.place.problem("Voce", &cell.after, message));
        return;
    };
    let column = &setting.column;
    let old = target.ledger.top(setting.home.file).and_then(|top| column.value(top)).cloned();
    let now = row.cells.last().map_or("", String::as_str);
    match standing(column, (now, old.as_ref()), cell, &target.labels) {
        Standing::Done => return,
        Standing::Free => {}
        Standing::Other(message) => {
            effect.problems.push(cell.place.problem(&column.heading, &cell.after, message));
            return;
        }
    }
    let value = match decode(column, &cell.after, old.as_ref(), &target.labels) {
        Ok(value) => value,
        Err(unreadable) => {
            effect.problems.push(cell.place.problem(&column.heading, &cell.after, unreadable.0));
            return;
        }
    };
    let done = match value {
        Some(value) => target.ledger.set(&row.place, &column.keys(), value, &ORDER),
        None => target.ledger.remove(&row.place, &column.keys(), &[]),
    };
    match done {
        Ok(()) => {
            let heading = setting.label().to_owned();
            let field = FieldChange { heading, before: cell.before.clone(), after: cell.after.clone() };
            effect.change(target.title(setting.home), "in cima al file", field, &cell.place.file);
        }
        Err(refusal) => effect.problems.push(cell.place.problem(&column.heading, &cell.after, refusal.to_string())),
    }
}
