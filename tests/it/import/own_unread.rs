//! Our own workbooks, in which people wrote numbers and lists in their own way, or took away what tells the columns.

use crate::folder::Folder;
use crate::workbook::desk::{Desk, Imported, table, write};
use piao::workbook::{BookFormat, Returned, Scope};

fn imported(folder: &Folder, change: impl FnOnce(&mut Returned)) -> Imported {
    let desk = Desk::of(folder.root(), 0);
    let mut returned = desk.returned(BookFormat::Excel, &Scope::whole());
    change(&mut returned);
    desk.import(vec![("foglio.xlsx", returned)])
}

/// Writes into a cell of the first row of the table of adoption.
fn in_adoption(folder: &Folder, column: &str, text: &str) -> Imported {
    imported(folder, |book| {
        let record = table(book, "attuazione").rows[0].key.clone();
        write(book, "attuazione", &record, column, text);
    })
}

#[test]
fn what_is_no_number_is_not_written_and_said() {
    let folder = Folder::starter();
    for (column, text) in
        [("dipendenti", "10 (dieci)"), ("dipendenti", "3,5"), ("giorni_settimana", "2 gg"), ("agili", "")]
    {
        let imported = in_adoption(&folder, column, text);
        assert_eq!(imported.changed, [], "{column}: {text}");
        let [problem] = imported.effect.problems.as_slice() else { panic!("{:?}", imported.effect.problems) };
        assert_eq!(problem.text, text, "{problem:?}");
    }
    for (column, text) in [("dipendenti", "17"), ("dipendenti", "meno di 3"), ("giorni_settimana", "1-2")] {
        let imported = in_adoption(&folder, column, text);
        assert_eq!((imported.changed.len(), imported.effect.problems), (1, vec![]), "{column}: {text}");
    }
}

#[test]
fn a_list_in_one_line_is_parted_and_loses_its_numbers() {
    let folder = Folder::starter();
    for text in
        ["Estrazione; Verifica", "1) Estrazione\n2) Verifica", "1. Estrazione 2. Verifica", "Estrazione\nVerifica"]
    {
        let imported = imported(&folder, |book| write(book, "processi", "200-1-M", "fasi", text));
        let [changed] = imported.changed.as_slice() else { panic!("{:?}", imported.changed) };
        assert!(changed.after.contains("fasi: [Estrazione, Verifica]"), "{text}: {}", changed.after);
    }
    // An item that has a semicolon already keeps it.
    let folder = Folder::starter();
    folder.edit("processi.yaml", "fasi: [Estrazione delle posizioni, ", "fasi: [Estrazione; verifica, ");
    let text = "Estrazione; verifica\nInvio";
    let imported = imported(&folder, |book| write(book, "processi", "200-1-M", "fasi", text));
    assert!(imported.changed[0].after.contains("fasi: [Estrazione; verifica, Invio]"), "{}", imported.changed[0].after);
}

#[test]
fn a_sheet_without_its_row_of_keys_is_there_all_the_same() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    let bytes = desk.book(BookFormat::Excel, &Scope::whole());
    let mut workbook = piao::sheet::parse("foglio", "foglio", bytes).expect("a spreadsheet");
    let row_of_keys = |sheet: &piao::sheet::Sheet| {
        (0..sheet.rows.len()).find(|row| sheet.cell(*row, 0).text.trim_end() == "piao:processi")
    };
    let sheets = workbook.sheets.iter_mut();
    let mut found = sheets.filter_map(|sheet| Some((row_of_keys(sheet)?, sheet)));
    let (row, sheet) = found.next().expect("the sheet");
    sheet.rows.remove(row);
    let name = sheet.name.clone();
    let message = |returned: Returned| {
        let imported = desk.import(vec![("foglio.xlsx", returned)]);
        assert_eq!(imported.changed, []);
        let [problem] = imported.effect.problems.as_slice() else { panic!("{:?}", imported.effect.problems) };
        problem.message.clone()
    };
    let unkeyed = message(Returned::of(&workbook).expect("a workbook of ours"));
    assert!(unkeyed.contains("la riga nascosta con le chiavi") && !unkeyed.starts_with("la scheda"), "{unkeyed}");
    workbook.sheets.retain(|sheet| sheet.name != name);
    let gone = message(Returned::of(&workbook).expect("a workbook of ours"));
    assert!(gone.contains("non c'è più: nessuna delle sue righe"), "{gone}");
}
