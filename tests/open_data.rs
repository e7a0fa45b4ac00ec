//! The open data say what the YAML says, in every format, and always with the same bytes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is a failure.

use calamine::{Data, Reader, Xlsx};
use piao::load::{Loaded, load};
use piao::open_data::{Cell, File, Format, Kind, Sheet, files, missing, sheets};
use serde_json::Value;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use tempfile::TempDir;

/// The rows of a file, every cell as a text in the manner of the plain CSV.
type Rows = Vec<Vec<String>>;

fn real() -> Loaded {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn made(loaded: &Loaded, base_url: Option<&str>) -> Vec<File> {
    files(&loaded.annex, loaded.annex.current().unwrap(), base_url).unwrap()
}

fn bytes<'a>(files: &'a [File], name: &str) -> &'a [u8] {
    &files.iter().find(|file| file.name() == name).unwrap_or_else(|| panic!("{name}")).output.bytes
}

fn plain(number: f64) -> String {
    number.to_string()
}

fn expected(sheet: &Sheet<'_>) -> Rows {
    sheet.rows.iter().map(|row| row.iter().map(|cell| cell.joined(plain).into_owned()).collect()).collect()
}

fn csv_rows(bytes: &[u8], separator: u8) -> (Vec<String>, Rows) {
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes);
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (header, reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect())
}

/// The rows of the flavour for Excel, with what it changes changed back.
fn excel_rows(sheet: &Sheet<'_>, bytes: &[u8]) -> Rows {
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).expect("byte-order mark");
    let (_, mut rows) = csv_rows(body, b';');
    for (row, cells) in rows.iter_mut().zip(&sheet.rows) {
        for (text, cell) in row.iter_mut().zip(cells) {
            if matches!(cell, Cell::Number(_)) {
                *text = text.replace(',', ".");
            } else if starts_like_formula(text.trim_start_matches('\'')) {
                text.remove(0);
            }
        }
    }
    rows
}

fn starts_like_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn json_rows(sheet: &Sheet<'_>, bytes: &[u8]) -> Rows {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join("; "),
        Value::Number(number) => number.to_string(),
        other => panic!("{other}"),
    };
    let records: Vec<Value> = serde_json::from_slice(bytes).unwrap();
    let row = |record: &Value| {
        let object = record.as_object().unwrap();
        assert!(object.keys().all(|key| sheet.columns.iter().any(|column| column.key == key)));
        sheet.columns.iter().map(|column| object.get(column.key).map(text).unwrap_or_default()).collect()
    };
    records.iter().map(row).collect()
}

fn xlsx_rows(bytes: &[u8]) -> (Vec<String>, Rows) {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    assert!(book.worksheet_formula(&name).unwrap().is_empty(), "a formula");
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => plain(*number),
        other => panic!("{other:?}"),
    };
    let range = book.worksheet_range(&name).unwrap();
    let width = range.width();
    let mut rows: Rows = range.rows().map(|row| row.iter().map(text).collect()).collect();
    assert!(rows.iter().all(|row| row.len() == width));
    (rows.remove(0), rows)
}

/// Every table of every format reads back to the very records it was made from.
fn assert_round_trip(loaded: &Loaded) {
    let files = made(loaded, None);
    for sheet in sheets(loaded.annex.current().unwrap()) {
        let expected = expected(&sheet);
        let headings: Vec<_> = sheet.columns.iter().map(|column| column.heading.to_string()).collect();
        let (keys, rows) = csv_rows(bytes(&files, &format!("{}.csv", sheet.name)), b',');
        assert!(keys.iter().eq(sheet.columns.iter().map(|column| column.key)), "{keys:?}");
        assert_eq!(rows, expected, "{}.csv", sheet.name);
        assert_eq!(excel_rows(&sheet, bytes(&files, &format!("{}-excel.csv", sheet.name))), expected, "{}", sheet.name);
        assert_eq!(json_rows(&sheet, bytes(&files, &format!("{}.json", sheet.name))), expected, "{}.json", sheet.name);
        let (header, mut rows) = xlsx_rows(bytes(&files, &format!("{}.xlsx", sheet.name)));
        assert_eq!(header, headings);
        // XML knows no carriage return of its own: rows are compared as a reader of the sheet sees them.
        rows.iter_mut().flatten().for_each(|text| *text = text.replace("_x000D_", "\r"));
        assert_eq!(rows, expected, "{}.xlsx", sheet.name);
    }
}

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
    assert_eq!(files.len(), 8 * 4 + 1);
    assert!(files.iter().all(|file| file.output.path.starts_with("2025-2027/dati/") && file.size() > 0));
    assert_eq!(files[0].output.path, "2025-2027/dati/aree.csv");
    assert_eq!((files[1].name(), files[1].label()), ("aree-excel.csv", "CSV per Excel"));
    assert_eq!((files[32].name(), files[32].kind, files[32].table), ("catalogo.jsonld", Kind::Catalogue, ""));
}

#[test]
fn the_columns_are_those_of_the_contract() {
    let files = made(&real(), None);
    let header = |name: &str| String::from_utf8_lossy(bytes(&files, name)).lines().next().unwrap().to_owned();
    assert_eq!(header("aree.csv"), "id,nome,cessata");
    assert_eq!(header("servizi.csv"), "id,nome,area,prefisso");
    assert_eq!(header("smart-team.csv"), "id,nome,servizio,smartabilita,nota");
    let processes = "codice,rischio,processo,finalita,input,fasi,output,area,smart_team,smartabilita,supporti_cartacei,\
                     servizio,percentuale,motivazione,software,nota";
    assert_eq!(header("processi.csv"), processes);
    assert_eq!(header("software.csv"), "nome,scopo,fornitore,nota");
    assert!(header("formazione.csv").starts_with("gruppo,modulo,responsabili-aggiornamento,dipendenti-tutti,"));
    let implementation = "area,servizio,smart_team,continua_in,giorni_settimana,dipendenti,agili,nota";
    assert_eq!(header("attuazione.csv"), implementation);
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
fn nothing_points_to_the_site_when_its_address_is_not_known() {
    let loaded = real();
    let files = made(&loaded, None);
    let catalogue: Value = serde_json::from_slice(bytes(&files, "catalogo.jsonld")).unwrap();
    let address = |value: &Value| value["@id"].as_str().unwrap().to_owned();
    let distribution = &catalogue["dcat:dataset"][3]["dcat:distribution"][1];
    assert_eq!(address(&distribution["dcat:downloadURL"]), "processi-excel.csv");
    assert_eq!(address(&distribution["dcat:accessURL"]), "index.html");
    assert_eq!(address(&catalogue), "#catalogo");
    let known =
        ["http://publications.europa.eu/", "http://creativecommons.org/", "http://purl.org/", "https://www.iana.org/"];
    let names = ["http://www.w3.org/", "http://dati.gov.it/onto/", "http://xmlns.com/", "http://spdx.org/"];
    each_text(&catalogue, &mut |text| {
        let absolute = text.contains("://");
        assert!(!absolute || known.iter().chain(&names).any(|start| text.starts_with(start)), "{text}");
    });
}

fn each_text(value: &Value, see: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => see(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, see)),
        Value::Object(object) => object.values().for_each(|item| each_text(item, see)),
        _ => {}
    }
}

#[test]
fn the_catalogue_states_what_dcat_ap_it_asks_for_and_only_what_is_known() {
    let loaded = real();
    let edition = loaded.annex.current().unwrap();
    let files = made(&loaded, None);
    let catalogue: Value = serde_json::from_slice(bytes(&files, "catalogo.jsonld")).unwrap();
    for property in ["dct:title", "dct:description", "dct:publisher", "dcat:dataset"] {
        assert!(catalogue.get(property).is_some(), "{property}");
    }
    let datasets = catalogue["dcat:dataset"].as_array().unwrap();
    assert_eq!(datasets.len(), 8);
    for dataset in datasets {
        let asked = ["title", "description", "identifier", "rightsHolder", "accrualPeriodicity", "language"];
        assert!(asked.iter().all(|name| dataset.get(format!("dct:{name}")).is_some()), "{dataset}");
        assert!(dataset["dcat:theme"]["@id"].as_str().unwrap().ends_with("/data-theme/GOVE"));
        let distributions = dataset["dcat:distribution"].as_array().unwrap();
        assert_eq!(distributions.len(), 4);
        for (distribution, format) in distributions.iter().zip(Format::ALL) {
            let name = distribution["dcat:downloadURL"]["@id"].as_str().unwrap();
            assert!(name.ends_with(format.ending()));
            assert_eq!(distribution["dcat:byteSize"]["@value"], bytes(&files, name).len().to_string());
            assert_eq!(distribution["dct:license"]["@id"], "http://creativecommons.org/licenses/by/4.0/");
            assert_eq!(distribution["spdx:checksum"]["spdx:checksumValue"]["@value"].as_str().unwrap().len(), 64);
            assert!(distribution.get("dct:format").is_some() && distribution.get("dcat:accessURL").is_some());
        }
    }
    assert!(datasets[0].get("dct:modified").is_none() && datasets[0].get("dcat:contactPoint").is_none());
    let unknown = missing(&loaded.annex, edition, None);
    assert_eq!(unknown.len(), 5, "{unknown:?}");
    assert!(unknown.contains(&"data dell'ultimo aggiornamento") && unknown.contains(&"codice IPA dell'ente"));
    assert_eq!(missing(&loaded.annex, edition, Some("https://esempio.it")).len(), 4);
}

/// An administration that writes what no spreadsheet likes, and all that a catalogue may say.
fn awkward() -> (TempDir, Loaded) {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("data/2025-2027");
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    fs::write(
        root.path().join("data/ente.yaml"),
        "denominazione: Comune di Prova\nedizione_corrente: 2025-2027\ncodice_ipa: c_x999\nlicenza: Licenza di Prova\n\
         contatti: { ufficio: Ufficio Prova, email: prova@example.org }\n",
    )
    .unwrap();
    write(
        "edizione.yaml",
        "titolo: Prova\nallegato: 1\npiano: PIAO\nsezione: III\nultimo_aggiornamento: 2025-03-04\nstato: bozza\n\
         colonne: { smart_team: { nome: \"=Nome\" } }\n",
    );
    write(
        "servizi.yaml",
        "aree: [{ id: a, nome: \"@Area\" }]\nservizi: [{ id: s, nome: S, area: a, prefisso: \"007\" }]\n",
    );
    write("smart-team.yaml", "smart_team: [{ id: t, nome: \"+Team\", servizio: s, smartabilita: smartabile }]\n");
    let texts = [
        "=HYPERLINK(\"http://x\",\"y\")",
        "+39 051",
        "-1",
        "@SUM(A1)",
        "'=già con apostrofo",
        "una \"citazione\", con; segni",
        "prima riga\nseconda; riga",
        "1-2",
        "0123",
        "VERO",
        "＝1+1",
    ];
    let mut processes = "processi:\n".to_owned();
    for (number, text) in texts.iter().enumerate() {
        let text = serde_json::to_string(text).unwrap();
        let record = format!(
            "  - codice: 007-{number}-B\n    rischio: basso\n    processo: {text}\n    finalita: f\n    input: [{text}, x]\n    \
             fasi: [a]\n    output: [b]\n    smart_team: t\n    smartabilita: in parte\n    percentuale: 12.5\n"
        );
        processes.push_str(&record);
    }
    write("processi.yaml", &processes);
    let loaded = load(root.path()).unwrap();
    (root, loaded)
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
    assert!(text.contains(";12,5;") && text.contains("\"prima riga\nseconda; riga\""), "{text}");
    let plain = String::from_utf8(bytes(&files, "processi.csv").to_vec()).unwrap();
    assert!(plain.contains(",12.5,") && plain.contains(",\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","), "{plain}");
    assert!(!plain.starts_with('\u{feff}') && plain.ends_with("\r\n"));
}

#[test]
fn absent_tables_have_no_files_and_known_facts_are_stated() {
    let (_root, loaded) = awkward();
    let files = made(&loaded, Some("https://www.example.org/agile"));
    let tables: Vec<_> =
        files.iter().filter(|file| file.kind == Kind::Table(Format::Json)).map(|file| file.table).collect();
    assert_eq!(tables, ["aree", "servizi", "smart-team", "processi"]);
    let catalogue: Value = serde_json::from_slice(bytes(&files, "catalogo.jsonld")).unwrap();
    let dataset = &catalogue["dcat:dataset"][3];
    let folder = "https://www.example.org/agile/2025-2027/dati/";
    assert_eq!(dataset["@id"], format!("{folder}catalogo.jsonld#processi"));
    assert_eq!(dataset["dct:identifier"], "c_x999:lavoro-agile-2025-2027-processi");
    assert_eq!(dataset["dct:modified"]["@value"], "2025-03-04");
    assert_eq!(dataset["dct:rightsHolder"]["dct:identifier"], "c_x999");
    assert_eq!(dataset["dcat:contactPoint"]["vcard:hasEmail"]["@id"], "mailto:prova@example.org");
    let distribution = &dataset["dcat:distribution"][0];
    assert_eq!(distribution["dcat:accessURL"]["@id"], folder);
    assert_eq!(distribution["dcat:downloadURL"]["@id"], format!("{folder}processi.csv"));
    // A licence that is not known by address has its name and nothing more.
    assert_eq!(distribution["dct:license"]["foaf:name"], "Licenza di Prova");
    assert!(distribution["dct:license"].get("dct:type").is_none());
    let edition = loaded.annex.current().unwrap();
    assert_eq!(missing(&loaded.annex, edition, Some("https://x.it")), ["licenza riconosciuta, come CC BY 4.0"]);
}
