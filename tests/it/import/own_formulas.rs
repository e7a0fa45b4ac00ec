//! Formulas in our own workbooks that gave nothing, or were never computed.

use crate::folder::Folder;
use crate::workbook::desk::Desk;
use piao::sheet::{self, Cell, Workbook};
use piao::workbook::{BookFormat, Returned, Scope};

/// What comes back of the starter's workbook when a row of its programs holds other cells.
fn returned(desk: &Desk, change: impl FnOnce(&mut Vec<Vec<Cell>>)) -> Returned {
    let bytes = desk.book(BookFormat::Excel, &Scope::whole());
    let mut workbook: Workbook = sheet::parse("foglio", "foglio", bytes).expect("a spreadsheet");
    let is_software = |sheet: &&mut sheet::Sheet| {
        sheet.rows.iter().flatten().any(|cell| cell.text.starts_with("piao") && cell.text.ends_with("software"))
    };
    let software = workbook.sheets.iter_mut().filter(|sheet| !sheet.name.starts_with("piao")).find(is_software);
    change(&mut software.expect("the programs").rows);
    Returned::of(&workbook).expect("a workbook of ours")
}

/// The row of the first program.
fn first(rows: &[Vec<Cell>]) -> usize {
    rows.iter().position(|row| row[0].text.ends_with("software")).expect("the keys") + 1
}

#[test]
fn a_formula_that_gave_nothing_changes_nothing_and_is_said() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    for (shown, why) in [("=1+2", "non è stata calcolata"), ("#N/D", "non ha dato un risultato")] {
        let returned = returned(&desk, |rows| {
            let row = first(rows);
            rows[row][2] = Cell::error(shown);
        });
        assert!(!returned.is_untouched(), "{shown}");
        let imported = desk.import(vec![("foglio.xlsx", returned)]);
        assert_eq!(imported.changed, [], "{shown}");
        let [problem] = imported.effect.problems.as_slice() else { panic!("{:?}", imported.effect.problems) };
        assert!(problem.message.contains(why) && problem.text == shown && problem.row > 0, "{problem:?}");
    }
}

#[test]
fn a_new_row_is_written_without_it() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    let returned = returned(&desk, |rows| {
        let at = first(rows);
        let mut row = vec![Cell::EMPTY; 3];
        (row[1], row[2]) = (Cell::text("Nuovo"), Cell::error("=B1"));
        rows.insert(at + 1, row);
    });
    let imported = desk.import(vec![("foglio.xlsx", returned)]);
    assert_eq!(imported.effect.problems.len(), 1, "{:?}", imported.effect.problems);
    let after = &imported.changed[0].after;
    assert!(after.contains("Nuovo") && !after.contains("=B1"), "{after}");
}

#[test]
fn a_row_whose_key_is_lost_is_neither_new_nor_gone() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    let returned = returned(&desk, |rows| {
        let row = first(rows);
        rows[row][0] = Cell::error("=A2");
    });
    let imported = desk.import(vec![("foglio.xlsx", returned)]);
    assert_eq!(imported.changed, []);
    assert_eq!(imported.effect.problems.len(), 1, "{:?}", imported.effect.problems);
}
