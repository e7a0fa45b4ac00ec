//! Workbooks of ours in which many things were changed at random: whatever it was, the second import of one changes nothing.
//!
//! `PIAO_CASES=500 cargo test --test it own_mixed` makes that many workbooks.

use crate::dice::Dice;
use crate::folder::Folder;
use crate::workbook::desk::{Desk, Imported, table};
use piao::workbook::{BookFormat, Returned, Scope};

const TABLES: [&str; 8] =
    ["processi", "processi", "attuazione", "smart-team", "software", "formazione", "valutazione", "riferimenti"];
const TEXTS: [&str; 10] =
    ["", "SI", "no", " Altro  testo ", "40%", "boh", "Uno\n\nDue", "31/12/2025", "Servizio Tributi", "X"];

/// Changes something of a workbook.
fn change(book: &mut Returned, dice: &mut Dice) {
    let name: &str = dice.pick::<&str>(&TABLES);
    let table = table(book, name);
    let (keys, rows) = (&table.keys, &mut table.rows);
    let (at, other, column) = (dice.roll(rows.len()), dice.roll(rows.len()), dice.roll(keys.len()));
    if rows.is_empty() {
        return;
    }
    match dice.roll(9) {
        0..=2 => (*dice.pick(&TEXTS)).clone_into(&mut rows[at].cells[column]),
        3 => rows[at].cells[column] = rows[other].cells[column].clone(),
        4 => rows[at].key.clear(),
        5 => drop(rows.remove(at)),
        6 => {
            let mut copy = rows[at].clone();
            if dice.roll(2) == 0 {
                rows[at].key.clear();
            } else {
                copy.key.clear();
            }
            "Copia".clone_into(&mut copy.cells[column]);
            rows.insert(other, copy);
        }
        7 => {
            let cells = std::mem::take(&mut rows[at].cells);
            let cells = if at == other { cells } else { std::mem::replace(&mut rows[other].cells, cells) };
            rows[at].cells = cells;
        }
        _ => {
            let code = std::mem::take(&mut rows[at].cells[0]);
            let code = if at == other { code } else { std::mem::replace(&mut rows[other].cells[0], code) };
            rows[at].cells[0] = code;
        }
    }
}

/// `RUNS` of the environment says of how many workbooks; a dozen without it.
#[test]
fn whatever_was_changed_the_second_import_changes_nothing() {
    let runs: u64 = std::env::var("PIAO_CASES").map_or(12, |runs| runs.parse().expect("a number"));
    let mut wrong = Vec::new();
    for seed in 0..runs {
        let mut dice = Dice::new(seed);
        let folder = Folder::real();
        let desk = Desk::of(folder.root(), 0);
        let mut returned = desk.returned(BookFormat::Excel, &Scope::whole());
        let changes = 1 + dice.roll(8);
        for _ in 0..changes {
            change(&mut returned, &mut dice);
        }
        let first = desk.import(vec![("foglio.xlsx", returned.clone())]);
        for file in &first.changed {
            folder.write(&format!("/{}", file.path), &file.after);
        }
        let again = Desk::of(folder.root(), 0);
        // Where everything was understood, what stands in the sheets is what stands in the data.
        if first.effect.problems.is_empty() {
            let now = again.returned(BookFormat::Excel, &Scope::whole());
            let rows = |book: &Returned| book.tables.iter().map(|table| table.rows.len()).sum::<usize>();
            if rows(&now) + first.effect.remarks.len() != rows(&returned) {
                wrong.push((seed, first.effect.text(), format!("{} rows of {}", rows(&now), rows(&returned))));
            }
        }
        let Imported { effect, changed } = again.import(vec![("foglio.xlsx", returned)]);
        if !changed.is_empty() || !effect.deeds.is_empty() {
            wrong.push((seed, first.effect.text(), effect.text()));
        }
    }
    for (seed, first, second) in &wrong {
        println!("---- {seed}\n{first}\n== again\n{second}");
    }
    assert!(wrong.is_empty(), "{} of {runs}", wrong.len());
}
