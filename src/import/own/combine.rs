use super::changes::{CellChange, NewRow, OwnChanges, Removal};
use crate::import::deed::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// The changes of several workbooks as one: what two of them say alike is said once, where they disagree nothing is done.
pub fn combine(files: Vec<OwnChanges>) -> OwnChanges {
    let mut whole = OwnChanges::default();
    let mut cells: BTreeMap<(String, String, String), Vec<CellChange>> = BTreeMap::new();
    let mut order: Vec<(String, String, String)> = Vec::new();
    let mut removed: Vec<Removal> = Vec::new();
    let (mut gone, mut added) = (BTreeSet::new(), Added::new());
    for file in files {
        whole.problems.extend(file.problems);
        whole.remarks.extend(file.remarks);
        whole.names.extend(file.names);
        for cell in file.cells {
            let key = (cell.table.clone(), cell.record.clone(), cell.column.clone());
            if !cells.contains_key(&key) {
                order.push(key.clone());
            }
            cells.entry(key).or_default().push(cell);
        }
        for row in file.added {
            add(&mut whole, row, &mut added);
        }
        for row in file.removed {
            if gone.insert((row.table.clone(), row.record.clone())) {
                removed.push(row);
            }
        }
    }
    let mut changed = BTreeSet::new();
    for key in order {
        let said = cells.remove(&key).unwrap_or_default();
        let answers: BTreeSet<&str> = said.iter().map(|cell| cell.spelled.as_str()).collect();
        if answers.len() > 1 {
            whole.problems.push(disagreement(&said));
            continue;
        }
        let files = said.iter().map(|cell| cell.place.file.clone()).collect::<Vec<_>>().join(", ");
        if let Some(mut cell) = said.into_iter().next() {
            cell.place.file = files;
            changed.insert((cell.table.clone(), cell.record.clone()));
            whole.cells.push(cell);
        }
    }
    let mut kept = BTreeSet::new();
    for row in removed {
        if changed.contains(&(row.table.clone(), row.record.clone())) {
            let message =
                format!("la riga di «{}» è tolta in questo file e cambiata in un altro: è rimasta", row.record);
            whole.problems.push(row.place.problem("", "", message));
            kept.insert((row.table, row.record));
        } else {
            whole.removed.push(row);
        }
    }
    whole.cells.retain(|cell| !kept.contains(&(cell.table.clone(), cell.record.clone())));
    whole
}

/// The files in which each new row stands that is added, by its table and its cells.
type Added = BTreeMap<(String, Vec<(String, String)>), Vec<String>>;

/// Adds a new row, unless another file has the same.
fn add(whole: &mut OwnChanges, row: NewRow, added: &mut Added) {
    let files = added.entry((row.table.clone(), row.cells.clone())).or_default();
    if files.iter().all(|file| *file == row.place.file) {
        files.push(row.place.file.clone());
        whole.added.push(row);
    }
}

fn disagreement(said: &[CellChange]) -> Problem {
    let shown =
        |text: &str| if text.is_empty() { "(vuoto)".to_owned() } else { format!("«{}»", text.replace('\n', "; ")) };
    let each: Vec<String> =
        said.iter().map(|cell| format!("{} dice {}", cell.place.file, shown(&cell.after))).collect();
    let first = said.first();
    let record = first.map(|cell| cell.record.clone()).unwrap_or_default();
    let before = first.map(|cell| shown(&cell.before)).unwrap_or_default();
    let place = first.map(|cell| cell.place.clone()).unwrap_or_default();
    let column = first.map(|cell| cell.heading.clone()).unwrap_or_default();
    let message =
        format!("per «{record}» i fogli non sono d'accordo (era {before}): {}; è rimasto com'era", each.join(", "));
    place.problem(&column, "", message)
}
