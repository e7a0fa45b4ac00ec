//! The open data say what the YAML says, in every format, and always with the same bytes.

mod catalogue;
mod data_package;
mod folders;
mod reread;

use folders::{awkward, real};
use piao::open_data::{FileKind, sheets};
use reread::{assert_round_trip, bytes, csv_rows, made, starts_like_formula, xlsx_rows};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

#[test]
fn every_table_reads_back_to_the_same_records() {
    assert_round_trip(&real());
}

#[test]
fn the_files_and_rows_are_those_of_the_annex() {
    let loaded = real();
    let sheets = sheets(loaded.annex.current().unwrap());
    let rows: Vec<_> = sheets.iter().map(|sheet| (sheet.name, sheet.rows.len())).collect();
    let wanted = [
        ("aree", 5),
        ("servizi", 14),
        ("smart-team", 18),
        ("processi", 59),
        ("software", 69),
        ("formazione", 19),
        ("attuazione", 17),
        ("valutazione", 16),
    ];
    assert_eq!(rows, wanted);
    let files = made(&loaded, None);
    assert_eq!(files.len(), 8 * 4 + 3);
    assert!(files.iter().all(|file| file.path.starts_with("2025-2027/dati/") && file.size() > 0));
    assert_eq!(files[0].path, "2025-2027/dati/aree.csv");
    assert_eq!((files[1].name(), files[1].label()), ("aree-excel.csv", "CSV per Excel"));
    assert_eq!((files[32].name(), files[32].kind, files[32].table), ("datapackage.json", FileKind::DataPackage, ""));
    assert_eq!((files[33].name(), files[33].kind, files[33].table), ("catalogo.jsonld", FileKind::Catalogue, ""));
    assert_eq!((files[34].name(), files[34].kind, files[34].table), ("tutto.zip", FileKind::Bundle, ""));
}

#[test]
fn the_columns_are_those_of_the_contract() {
    let files = made(&real(), None);
    let header = |name: &str| String::from_utf8_lossy(bytes(&files, name)).lines().next().unwrap().to_owned();
    assert_eq!(header("aree.csv"), "id,nome,cessata");
    assert_eq!(header("servizi.csv"), "id,nome,area,prefisso");
    assert_eq!(header("smart-team.csv"), "id,nome,servizio,smartabilita,nota");
    let processes = "codice,rischio,processo,finalita,input,fasi,output,area,smart_team,smartabilita,supporti_cartacei,\
                     servizio";
    assert_eq!(header("processi.csv"), processes);
    assert_eq!(header("software.csv"), "nome,scopo");
    assert!(header("formazione.csv").starts_with("gruppo,modulo,responsabili-aggiornamento,dipendenti-tutti,"));
    let adoption = "area,servizio,smart_team,continua_in,giorni_settimana,dipendenti,agili,nota";
    assert_eq!(header("attuazione.csv"), adoption);
    assert_eq!(header("valutazione.csv"), "ruolo,voce");
    // The edition calls the first column in its own way; the others have their usual headings.
    let excel = header("processi-excel.csv");
    assert!(
        excel.starts_with("\u{feff}CODICE - IND;Rischio corruttivo;Processo;Finalità;Avvio (input);Fasi;"),
        "{excel}"
    );
    assert!(header("formazione-excel.csv").contains(";Responsabili - IPR – Aggiornamento;Dipendenti – Tutti;"));
}

#[test]
fn records_look_as_people_expect() {
    let loaded = real();
    let files = made(&loaded, None);
    let areas = String::from_utf8(bytes(&files, "aree.csv").to_vec()).unwrap();
    assert!(areas.starts_with("id,nome,cessata\r\nrisorse,Risorse,no\r\n"), "{areas}");
    assert!(areas.ends_with("servizi-alla-persona,Servizi alla Persona,si\r\n"), "{areas}");
    let text = String::from_utf8(bytes(&files, "processi.json").to_vec()).unwrap();
    assert!(
        text.starts_with("[\n  {\n    \"codice\": \"500-1-B\",\n    \"rischio\": \"basso\",\n")
            && text.ends_with("]\n")
    );
    let processes: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(processes[0]["smart_team"], serde_json::json!(["avvocatura-civica"]));
    assert_eq!(processes[0]["supporti_cartacei"], "si");
    assert!(processes[0].get("servizio").is_none() && processes[0].get("nota").is_none());
    assert!(processes.iter().any(|process| process["smart_team"] == "tutti"));
    assert!(processes.iter().any(|process| process["servizio"].is_array() && process.get("smart_team").is_none()));
    assert!(processes.iter().any(|process| process["input"] == serde_json::json!([])));
    let rows: Vec<Value> = serde_json::from_slice(bytes(&files, "attuazione.json")).unwrap();
    assert_eq!((&rows[0]["giorni_settimana"], &rows[0]["dipendenti"]), (&Value::from(1), &Value::from(11)));
    assert!(rows.iter().any(|row| row["giorni_settimana"] == "non smartabile"));
    assert!(rows.iter().all(|row| row["area"] != "Totale ente ruolo"));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let first = made(&real(), None);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == made(&real(), None));
}

#[test]
fn awkward_texts_survive_every_format() {
    let (_root, loaded) = awkward();
    assert_eq!(loaded.annex.current().unwrap().processes.rows.len(), 11);
    assert_round_trip(&loaded);
}

#[test]
fn no_cell_for_a_spreadsheet_starts_like_a_formula() {
    let (_root, loaded) = awkward();
    let files = made(&loaded, None);
    for name in ["aree-excel.csv", "smart-team-excel.csv", "processi-excel.csv"] {
        let body = bytes(&files, name).strip_prefix("\u{feff}".as_bytes()).unwrap();
        let (header, rows) = csv_rows(body, b';');
        for cell in header.iter().chain(rows.iter().flatten()) {
            assert!(!starts_like_formula(cell), "{name}: {cell:?}");
        }
    }
    let text = String::from_utf8(bytes(&files, "processi-excel.csv").to_vec()).unwrap();
    assert!(text.contains(";\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\";"), "{text}");
    assert!(text.contains(";12,5\r\n") && text.contains("\"prima riga\nseconda; riga\""), "{text}");
    let plain = String::from_utf8(bytes(&files, "processi.csv").to_vec()).unwrap();
    assert!(plain.contains(",12.5\r\n") && plain.contains(",\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","), "{plain}");
    assert!(!plain.starts_with('\u{feff}') && plain.ends_with("\r\n"));
}

/// The cells of a sheet that are marked as texts typed after an apostrophe, by row and column from 0.
fn quoted(book: &[u8]) -> BTreeSet<(usize, usize)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (styles, sheet) = (part("xl/styles.xml"), part("xl/worksheets/sheet1.xml"));
    let formats = styles.split_once("<cellXfs").unwrap().1.split_once("</cellXfs>").unwrap().0;
    let quoting: Vec<bool> = formats.split("<xf ").skip(1).map(|format| format.contains("quotePrefix=\"1\"")).collect();
    let place = |row: usize, cell: &str| {
        let style = cell.split_once(" s=\"").map_or(0, |(_, rest)| rest[..rest.find('"').unwrap()].parse().unwrap());
        // The address begins with the letters of the column: here there are fewer than 26.
        quoting[style].then(|| (row, usize::from(cell.as_bytes()[3] - b'A')))
    };
    let rows = sheet.split("<row ").skip(1).enumerate();
    rows.flat_map(|(row, text)| text.split("<c ").skip(1).filter_map(move |cell| place(row, cell))).collect()
}

/// An office that edits such a cell would otherwise turn it into a formula.
#[test]
fn exactly_the_texts_that_look_like_formulas_are_marked_as_texts() {
    let (_root, loaded) = awkward();
    let files = made(&loaded, None);
    let mut marked = 0;
    for name in ["aree.xlsx", "smart-team.xlsx", "processi.xlsx"] {
        let (_, rows) = xlsx_rows(bytes(&files, name));
        let quoted = quoted(bytes(&files, name));
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                // Row 0 of the sheet holds the headings.
                assert_eq!(quoted.contains(&(row + 1, column)), starts_like_formula(text), "{name}: {text:?}");
                marked += usize::from(starts_like_formula(text));
            }
        }
    }
    assert!(marked > 10, "{marked}");
}

/// A cell of a spreadsheet holds 32 767 characters, its heading too.
#[test]
fn headings_and_texts_too_long_for_a_cell_are_cut_and_say_so() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = "data/2025-2027/formazione.yaml";
    let long = "parola ".repeat(6_000);
    let text = std::fs::read_to_string(root.join(path)).unwrap();
    let text = text.replace("nome: Tutti }", &format!("nome: {long}}}")).replace("Laboratorio buone pratiche", &long);
    let loaded = piao::load::load_with(root, &[(path.to_owned(), text)].into()).unwrap();
    let (header, rows) = xlsx_rows(bytes(&made(&loaded, None), "formazione.xlsx"));
    for cell in [&header[3], &rows[8][1]] {
        assert!(cell.chars().count() == 32_767 && cell.ends_with("è intero nel file CSV)"), "{cell:.40}");
    }
}
