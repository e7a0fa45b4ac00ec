//! `piao export` as people meet it.

use crate::folder::Folder;
use calamine::{Data, Reader as _, Xlsx};
use std::io::Cursor;

fn open(folder: &Folder, file: &str) -> Xlsx<Cursor<Vec<u8>>> {
    let bytes = std::fs::read(folder.path(file)).expect("the workbook");
    Xlsx::new(Cursor::new(bytes)).expect("XLSX")
}

#[test]
fn the_workbook_has_a_sheet_a_table_with_hidden_keys_and_names_in_place_of_identifiers() {
    let starter = Folder::starter();
    let told = "Foglio di calcolo scritto in `./piao-2026-2028.xlsx`: 13 tabelle, ";
    for command in ["export", "esporta"] {
        let ran = starter.piao([command]).out("").run();
        assert!(ran.err.starts_with(told), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    let mut book = open(&starter, "/piao-2026-2028.xlsx");
    let names = book.sheet_names();
    assert_eq!(names[0], "Istruzioni");
    assert!(names.ends_with(&["piao".into(), "piao-elenchi".into(), "piao-origine".into()]), "{names:?}");
    let table = names.iter().find(|name| name.starts_with("Tavola 1")).expect("Tavola 1").clone();
    let range = book.worksheet_range(&table).expect("the sheet");
    let text = |row: u32, column: u32| range.get_value((row, column)).map(Data::to_string).unwrap_or_default();
    assert_eq!((text(0, 1), text(1, 0), text(1, 1)), ("Codice".into(), "piao:processi".into(), "codice".into()));
    let column = (0..40).find(|column| text(1, *column) == "smart_team").expect("the teams");
    assert_eq!(text(2, column), "Segreteria");
    let column = (0..40).find(|column| text(1, *column) == "fasi").expect("the phases");
    assert_eq!(text(2, column), "Verifica dell'atto\nPubblicazione all'albo");
}

#[test]
fn what_somebody_wrote_into_a_workbook_is_not_overwritten() {
    let starter = Folder::starter();
    starter.write("/foglio.xlsx", b"niente");
    let ran = starter.piao(["export", "--out", "foglio.xlsx"]).status(2).run();
    assert!(
        ran.err.contains("c'è già e non è un foglio di calcolo di questo programma in cui nessuno ha scritto"),
        "{}",
        ran.err
    );
    assert_eq!(starter.read("/foglio.xlsx"), "niente");
    let ran = starter.piao(["export", "--out", "foglio.csv"]).status(2).run();
    assert!(ran.err.contains("non finisce in .xlsx né in .ods"), "{}", ran.err);
    starter.piao(["export", "--edizione", "2020-2022"]).status(2).run();
    starter.piao(["export", "--uscita", "data/foglio.xlsx"]).status(2).run();
}

#[test]
fn each_office_gets_its_own_rows_and_a_sheet_to_confirm() {
    let starter = Folder::starter();
    let ran = starter.piao(["export", "--per", "servizio", "--out", "uffici"]).run();
    assert!(ran.err.contains(" fogli di calcolo scritti in `uffici`."), "{}", ran.err);
    let files = crate::tree::files(&starter.path("/uffici"));
    assert!(files.len() >= 2, "{:?}", files.keys());
    for file in files.keys() {
        let mut book = open(&starter, &format!("/uffici/{file}"));
        let names = book.sheet_names();
        assert_eq!(names[1], "Conferma", "{file}");
        let range = book.worksheet_range("piao").expect("what it is");
        assert_eq!(range.get_value((2, 1)).map(Data::to_string).as_deref(), Some("servizio"));
    }
}

#[test]
fn an_untouched_workbook_changes_nothing_and_says_so() {
    let starter = Folder::starter();
    let before = crate::tree::files(&starter.path("/data"));
    for name in ["foglio.xlsx", "foglio.ods"] {
        starter.piao(["export", "--out", name]).run();
        for command in ["import", "importa"] {
            let told = "Nulla da cambiare: i dati dicono già lo stesso.\n";
            starter.piao([command, name, "--si"]).out("").err(told).run();
        }
    }
    assert_eq!(crate::tree::files(&starter.path("/data")), before);
}
