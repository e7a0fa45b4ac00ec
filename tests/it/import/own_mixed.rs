//! Workbooks of ours in which many things were changed at random: whatever it was, the second import of one changes nothing.

use crate::folder::Folder;
use crate::workbook::desk::{Desk, Imported, table};
use piao::workbook::{BookFormat, Returned, Scope};

/// Numbers that look like those of dice and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }
}

const TABLES: [&str; 8] =
    ["processi", "processi", "attuazione", "smart-team", "software", "formazione", "valutazione", "riferimenti"];
const TEXTS: [&str; 10] =
    ["", "SI", "no", " Altro  testo ", "40%", "boh", "Uno\n\nDue", "31/12/2025", "Servizio Tributi", "X"];

/// Changes something of a workbook.
fn change(book: &mut Returned, dice: &mut Dice) {
    let table = table(book, dice.of(&TABLES));
    let (keys, rows) = (&table.keys, &mut table.rows);
    let (at, other, column) = (dice.roll(rows.len()), dice.roll(rows.len()), dice.roll(keys.len()));
    if rows.is_empty() {
        return;
    }
    match dice.roll(9) {
        0..=2 => dice.of(&TEXTS).clone_into(&mut rows[at].cells[column]),
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
    let runs: u64 = std::env::var("RUNS").map_or(12, |runs| runs.parse().expect("a number"));
    let mut wrong = Vec::new();
    for seed in 0..runs {
        let mut dice = Dice(seed);
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
