use super::changes::{CellChange, NewRow, OwnChanges, Removal};
use super::taken::Taken;
use super::{decided, follow, said, settings};
use crate::edit::{Refusal, Written};
use crate::import::deed::{Deed, DeedKind, Effect, FieldChange, Problem, called};
use crate::import::target::Target;
use crate::tables::Home;
use crate::workbook::{ColumnKind, GridRow, RecordLabels, SheetColumn, encode, name_of};
use std::collections::BTreeMap;

/// Makes the changes of workbooks of ours in the data.
pub fn apply(target: &mut Target<'_>, changes: OwnChanges) -> Effect {
    let mut effect = Effect { problems: changes.problems, remarks: changes.remarks, ..Effect::default() };
    for (kind, id, name) in changes.names {
        target.labels.learn(kind, id, name);
    }
    let mut moved: Vec<(String, CellChange)> = Vec::new();
    for cell in changes.cells.iter().cloned() {
        set(target, cell, &mut moved, &mut effect);
    }
    decided::take_marks(target, &changes.cells, &mut effect);
    follow::identifiers(target, &mut effect);
    let mut taken = Taken::of(target, &moved);
    let regrouped = follow::groups(target, &moved, &mut effect);
    for home in target.grids.iter().map(|grid| grid.home).collect::<Vec<_>>() {
        let removed = changes.removed.iter().filter(|row| row.table == home.table);
        remove(target, home, removed, &mut taken, &mut effect);
    }
    if let Some((home, mut records)) = regrouped {
        for (_, refusal) in target.add_all(home, &mut records) {
            effect.remarks.push(format!("{}: {refusal}", home.table));
        }
    }
    // Offices first, so that what refers to them finds them.
    for home in target.grids.iter().map(|grid| grid.home).collect::<Vec<_>>() {
        add(target, home, changes.added.iter().filter(|row| row.table == home.table), &taken, &mut effect);
    }
    effect
}

/// Sets the value of a cell; a module that goes to another group waits.
fn set(target: &mut Target<'_>, cell: CellChange, moved: &mut Vec<(String, CellChange)>, effect: &mut Effect) {
    let Some((home, row, column, at)) = found(target, &cell) else {
        let message = format!("«{}» non è più nei dati, o non ha più questa colonna", cell.record);
        effect.problems.push(cell.place.problem(&cell.heading, &cell.after, message));
        return;
    };
    if settings::is_of(&cell.table) {
        settings::set(target, &cell, &row, effect);
        return;
    }
    let now = (row.cells.get(at).map_or("", String::as_str), column.value(&row.value));
    match standing(&column, now, &cell, &target.labels) {
        Standing::Done => return,
        Standing::Free => {}
        Standing::Other(message) => {
            effect.problems.push(cell.place.problem(&column.heading, &cell.after, message));
            return;
        }
    }
    if column.kind == ColumnKind::People(true) && cell.after.trim().is_empty() {
        let message = format!("la cella è vuota, e il numero va detto: nei dati è rimasto «{}»", now.0);
        effect.problems.push(cell.place.problem(&column.heading, "", message));
        return;
    }
    if home.inner.is_some() && column.path == ["gruppo"] {
        moved.push((cell.after.clone(), cell));
        return;
    }
    let order = target.order(home);
    let order: Vec<&str> = order.iter().map(String::as_str).collect();
    let value = match said::value(&column, &cell.after, column.value(&row.value), &target.labels) {
        Ok(value) => value,
        Err(unreadable) => {
            effect.problems.push(cell.place.problem(&column.heading, &cell.after, unreadable.0));
            return;
        }
    };
    let done = match value {
        Some(value) => target.ledger.set(&row.place, &column.keys(), value, &order),
        None => target.ledger.remove(&row.place, &column.keys(), &order),
    };
    match done {
        Ok(()) => {
            let now = target.ledger.at(&row.place);
            let after = now.map(|now| encode(&column, now, &target.labels)).unwrap_or_default();
            let field = FieldChange { heading: column.heading, before: cell.before, after };
            effect.change(target.title(home), &cell.record, field, &cell.place.file);
        }
        Err(refusal) => effect.problems.push(cell.place.problem(&column.heading, &cell.after, refusal.to_string())),
    }
}

/// What a changed cell is to a value of the data.
pub(super) enum Standing {
    /// The data say the same already.
    Done,
    /// The data say what the cell said before.
    Free,
    /// The data say something else, as this tells.
    Other(String),
}

/// How a cell stands to the text and the value that the data have now.
pub(super) fn standing(
    column: &SheetColumn,
    (now, value): (&str, Option<&Written>),
    cell: &CellChange,
    labels: &RecordLabels,
) -> Standing {
    let says = |text: &str| {
        let said = said::value(column, text, value, labels);
        text == now || said.is_ok_and(|said| said.as_ref().zip(value).is_some_and(|(said, value)| said.means(value)))
    };
    if says(&cell.after) {
        return Standing::Done;
    }
    if says(&cell.before) {
        return Standing::Free;
    }
    let shown = |text: &str| {
        if text.is_empty() { "(vuoto)".to_owned() } else { format!("«{}»", text.replace('\n', "; ")) }
    };
    Standing::Other(format!(
        "per «{}» nei dati ora c'è {}, che il foglio non conosce (era {}, ed è diventato {}): è rimasto com'è nei dati",
        cell.record,
        shown(now),
        shown(&cell.before),
        shown(&cell.after)
    ))
}

fn found(target: &Target<'_>, cell: &CellChange) -> Option<(&'static Home, GridRow, SheetColumn, usize)> {
    let grid = target.grid(&cell.table)?;
    let (at, column) = grid.column(&cell.column)?;
    Some((grid.home, grid.row(&cell.record)?.clone(), column.clone(), at))
}

fn remove<'r>(
    target: &mut Target<'_>,
    home: &'static Home,
    rows: impl Iterator<Item = &'r Removal>,
    taken: &mut Taken,
    effect: &mut Effect,
) {
    let mut places = Vec::new();
    let mut removals = Vec::new();
    for removal in rows {
        if settings::is_of(&removal.table) {
            let message = "in questa scheda le righe non si tolgono: per togliere una voce si svuota la sua cella";
            effect.problems.push(removal.place.problem("", &removal.record, message));
            continue;
        }
        let Some(row) = target.grid(home.table).and_then(|grid| grid.row(&removal.record)).cloned() else { continue };
        places.push((row.number, row.place.clone()));
        removals.push((row.number, removal));
    }
    let refused: BTreeMap<usize, Refusal> = target.remove(home, places).into_iter().collect();
    for (number, removal) in removals {
        if let Some(refusal) = refused.get(&number) {
            effect.problems.push(removal.place.problem("", &removal.record, refusal.to_string()));
            continue;
        }
        taken.give_back(home.table, &removal.record);
        effect.deeds.push(Deed {
            table: target.title(home),
            record: removal.record.clone(),
            kind: DeedKind::Removed,
            fields: Vec::new(),
            files: vec![removal.place.file.clone()],
        });
    }
}

/// Adds the new rows of a table.
fn add<'r>(
    target: &mut Target<'_>,
    home: &'static Home,
    rows: impl Iterator<Item = &'r NewRow>,
    taken: &Taken,
    effect: &mut Effect,
) {
    // What is to be told of each row, in their order.
    let (mut told, mut records, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let (record, problems) = stated(target, home, row, taken);
        told.push(problems);
        if let Some(record) = record {
            places.push((told.len() - 1, row));
            records.push(record);
        }
    }
    let refused: BTreeMap<usize, Refusal> = target.add_all(home, &mut records).into_iter().collect();
    let columns = target.columns_with(home, &records);
    for (at, ((row, place), record)) in places.into_iter().zip(&records).enumerate() {
        let name = name_of(home, record);
        match refused.get(&at) {
            Some(refusal) => told[row].push(place.place.problem("", &name, refusal.to_string())),
            None => effect.deeds.push(Deed {
                table: target.title(home),
                record: called(home, record),
                kind: DeedKind::Added,
                fields: target.told(&columns, record),
                files: vec![place.place.file.clone()],
            }),
        }
    }
    effect.problems.extend(told.into_iter().flatten());
}

/// What a new row states, and what is the matter with it; no record where none is to be added.
fn stated(target: &Target<'_>, home: &'static Home, row: &NewRow, taken: &Taken) -> (Option<Written>, Vec<Problem>) {
    if settings::is_of(home.table) {
        let text = row.cells.first().map_or("", |(_, text)| text.as_str());
        return (None, vec![row.place.problem("", text, "in questa scheda non si aggiungono righe")]);
    }
    let Some(grid) = target.grid(home.table) else { return (None, Vec::new()) };
    let (mut record, mut problems): (Vec<(String, Written)>, Vec<Problem>) = (Vec::new(), Vec::new());
    for (key, text) in &row.cells {
        let Some((_, column)) = grid.column(key) else {
            problems.push(row.place.problem(key, text, "la colonna non è fra quelle della tabella"));
            continue;
        };
        match said::value(column, text, None, &target.labels) {
            Ok(Some(value)) => put(&mut record, &column.path, value),
            Ok(None) => {}
            Err(unreadable) => problems.push(row.place.problem(&column.heading, text, unreadable.0)),
        }
    }
    let record = Written::Group(record);
    let name = name_of(home, &record);
    if taken.has(home.table, &name) {
        let message = format!("«{name}» c'è già: per cambiarla si cambia la sua riga; questa non è stata aggiunta");
        problems.push(row.place.problem("", &name, message));
        return (None, problems);
    }
    (Some(record), problems)
}

/// Puts a value at the end of a path of keys.
fn put(record: &mut Vec<(String, Written)>, path: &[String], value: Written) {
    let Some((key, rest)) = path.split_first() else { return };
    if rest.is_empty() {
        record.push((key.clone(), value));
        return;
    }
    if let Some((_, Written::Group(inner))) = record.iter_mut().find(|(known, _)| known == key) {
        put(inner, rest, value);
        return;
    }
    let mut inner = Vec::new();
    put(&mut inner, rest, value);
    record.push((key.clone(), Written::Group(inner)));
}
