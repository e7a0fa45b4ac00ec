//! Rows of the table of adoption that were to be filled in and now are: the mark that says so goes with the last of their numbers.

use super::changes::CellChange;
use crate::edit::Written;
use crate::import::deed::{Effect, FieldChange};
use crate::import::target::Target;
use crate::tables::{TO_DECIDE, TO_DECIDE_HEADING};
use std::collections::BTreeSet;

const TABLE: &str = "attuazione";

/// Takes the mark from the rows of which some of these cells filled in the last number, unless somebody wrote something else into the mark.
pub(super) fn take_marks(target: &mut Target<'_>, filled: &[CellChange], effect: &mut Effect) {
    let of_table = || filled.iter().filter(|cell| cell.table == TABLE);
    let records: BTreeSet<&str> =
        of_table().filter(|cell| cell.column != TO_DECIDE).map(|cell| cell.record.as_str()).collect();
    for record in
        records.into_iter().filter(|name| !of_table().any(|cell| cell.record == **name && cell.column == TO_DECIDE))
    {
        let Some((home, row)) = target.grid(TABLE).and_then(|grid| Some((grid.home, grid.row(record)?.clone()))) else {
            continue;
        };
        let Some(now) = target.ledger.at(&row.place) else { continue };
        let Some(mark) = now.get(TO_DECIDE).and_then(Written::scalar).filter(|mark| is_filled(now, mark)) else {
            continue;
        };
        let mark = mark.to_owned();
        let files: BTreeSet<&str> =
            of_table().filter(|cell| cell.record == record).map(|cell| cell.place.file.as_str()).collect();
        let file = files.into_iter().collect::<Vec<_>>().join(", ");
        if target.ledger.remove(&row.place, &[TO_DECIDE], &[]).is_ok() {
            let field = FieldChange { heading: TO_DECIDE_HEADING.to_owned(), before: mark, after: String::new() };
            effect.change(target.title(home), record, field, &file);
        }
    }
}

/// Whether a row says all that its mark asks for, such as `dipendenti, lavoratori agili e giorni alla settimana di Tributi`.
fn is_filled(row: &Written, mark: &str) -> bool {
    let asked = mark.split_once(" di ").map_or(mark, |(asked, _)| asked);
    let has = |key: &str| row.get(key).is_some();
    let answers = |word: &str, keys: &[&str]| !asked.contains(word) || keys.iter().any(|key| has(key));
    has("dipendenti")
        && has("agili")
        && answers("giorni", &["giorni_settimana", "giorni"])
        && answers("donne", &["donne"])
        && answers("uomini", &["uomini"])
}
