//! The workbooks of `tests/foreign`, each held against what must be read in it: `make.py` there makes both.

use crate::folder::repository;
use piao::import::{Answers, Context, read_foreign, report};
use piao::load::load;
use piao::model::{Edition, Keyword as _};
use piao::sheet;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    repository().join("tests/foreign")
}

/// The committed annex.
fn edition() -> Edition {
    load(repository()).expect("the committed annex").annex.editions.remove(0)
}

/// What is understood of a workbook beside the committed organisation.
fn understood(edition: &Edition, path: &Path) -> Value {
    let workbook = sheet::read(path).expect("a workbook");
    let answers = Answers::default();
    let context = Context { edition, table: None, answers: &answers };
    report::json(&[read_foreign(&workbook, "prova", context)], &[])["files"][0].clone()
}

/// The tables of a file of which a right reading speaks, each with what it states of it.
fn pairs<'v>(file: &'v Value, right: &'v Map<String, Value>) -> Vec<(&'v Value, &'v Map<String, Value>)> {
    let sheets = file["sheets"].as_array().expect("sheets");
    if let Some(several) = right.get("sheets").and_then(Value::as_array) {
        let tables: Vec<&Value> = sheets.iter().filter(|sheet| !sheet["table"].is_null()).collect();
        assert_eq!(tables.len(), several.len(), "the tables of {}", file["sheets"]);
        return tables.into_iter().zip(several.iter().map(|right| right.as_object().expect("a reading"))).collect();
    }
    let named = |sheet: &&Value| right.get("sheet").map_or(!sheet["table"].is_null(), |name| *name == sheet["name"]);
    vec![(sheets.iter().find(named).or(sheets.first()).expect("a sheet"), right)]
}

/// The parts of what was understood that a right reading states, in the form in which it states them.
fn told(file: &Value, sheet: &Value, right: &Map<String, Value>) -> Map<String, Value> {
    let list = |key: &str| sheet[key].as_array().cloned().unwrap_or_default();
    let places = |key: &str| list(key).iter().map(|doubt| json!([doubt["row"], doubt["column"]])).collect::<Vec<_>>();
    let mut told = Map::new();
    for key in right.keys() {
        let value = match key.as_str() {
            "encoding" => file["encoding"].clone(),
            "sheet" => sheet["name"].clone(),
            "columns" => columns(&list("columns"), &right["columns"]),
            "records" => list("records").into_iter().map(without_doubt).collect(),
            "skipped" => {
                let skipped = sheet["rows"]["skipped"].as_array().expect("a list");
                skipped.iter().map(|skipped| json!([skipped["row"], skipped["why"]])).collect()
            }
            "doubts" | "not_understood" => places(key).into(),
            "totals" => {
                let total = |total: &Value| json!([total["row"], total["column"], total["declared"], total["counted"]]);
                list("totals").iter().map(total).collect()
            }
            other => sheet[other].clone(),
        };
        told.insert(key.clone(), value);
    }
    told
}

/// The keys of the columns of which a right reading speaks.
fn columns(columns: &[Value], right: &Value) -> Value {
    let spoken_of = columns.iter().filter(|column| right.get(column["column"].as_str().unwrap_or_default()).is_some());
    let keys =
        spoken_of.map(|column| (column["column"].as_str().unwrap_or_default().to_owned(), column["key"].clone()));
    Value::Object(keys.collect())
}

fn without_doubt(mut record: Value) -> Value {
    record.as_object_mut().expect("a record").remove("da_verificare");
    record
}

#[test]
fn every_workbook_is_read_as_it_must_be() {
    let edition = edition();
    let mut wrong = String::new();
    let mut seen = 0;
    for entry in fs::read_dir(folder()).expect("the workbooks") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let Some(workbook) = name.strip_suffix(".json") else { continue };
        seen += 1;
        let right: Map<String, Value> =
            serde_json::from_str(&fs::read_to_string(&path).expect("a reading")).expect("JSON");
        let file = understood(&edition, &folder().join(workbook));
        for (sheet, right) in pairs(&file, &right) {
            let told = told(&file, sheet, right);
            for (key, value) in right.iter().filter(|(key, value)| told.get(*key) != Some(value)) {
                let (read, right) = (told.get(key).unwrap_or(&Value::Null), value);
                wrong.push_str(&difference(workbook, key, read, right));
            }
        }
    }
    assert!(seen >= 35, "only {seen} workbooks");
    assert!(wrong.is_empty(), "{wrong}");
}

/// Two values, those of their items that differ where both are lists of one length.
fn difference(workbook: &str, key: &str, read: &Value, right: &Value) -> String {
    match (read.as_array(), right.as_array()) {
        (Some(read), Some(right)) if read.len() == right.len() => {
            let differ = read.iter().zip(right).enumerate().filter(|(_, (read, right))| read != right);
            differ
                .map(|(at, (read, right))| format!("{workbook}: {key} {at}: {read}\n    instead of {right}\n"))
                .collect()
        }
        _ => format!("{workbook}: {key}: {read}\n    instead of {right}\n"),
    }
}

#[test]
fn the_printed_table_gives_the_committed_processes() {
    let edition = edition();
    let file = understood(&edition, &folder().join("tavola-1.xlsx"));
    let sheet = &file["sheets"][0];
    assert_eq!(sheet["rows"]["read"], 59);
    assert_eq!(sheet["totals"], json!([{"row": 65, "column": "C", "declared": 59, "counted": 59}]));
    assert_eq!(sheet["not_understood"], json!([]));
    for (record, process) in sheet["records"].as_array().expect("records").iter().zip(&edition.processes.rows) {
        let texts = |key: &str| -> Vec<&str> {
            record[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
        };
        let code = process.code().unwrap_or_default();
        assert_eq!(record["codice"], code);
        assert_eq!(record["processo"], process.name.value, "{code}");
        assert_eq!(record["rischio"], process.risk.as_ref().map_or("", |risk| risk.value.word.as_str()), "{code}");
        let areas: Vec<&str> = process.areas.iter().map(|area| area.value.as_str()).collect();
        assert_eq!(texts("area"), areas, "{code}");
        let offices = match (texts("smart_team"), record["smart_team"].as_str()) {
            (teams, _) if !teams.is_empty() => teams,
            (_, Some(_)) => Vec::new(),
            _ => texts("servizio"),
        };
        assert_eq!(offices, process.office_ids(), "{code}");
        let programs: Vec<&str> = process.software.iter().map(|program| program.value.as_str()).collect();
        assert_eq!(texts("software"), programs, "{code}");
        let marks: Vec<&str> = process.annotations.marks.iter().map(|mark| mark.value.as_str()).collect();
        assert_eq!(texts("richiami"), marks, "{code}");
        let answer = process.smartability.as_ref().map(|answer| answer.value.keyword());
        assert_eq!(record["smartabilita"].as_str(), answer, "{code}");
        let paper = process.paper.as_ref().map(|paper| paper.value.keyword());
        assert_eq!(record["supporti_cartacei"].as_str(), paper, "{code}");
        for (key, list) in [("input", &process.inputs), ("fasi", &process.phases), ("output", &process.outputs)] {
            let items: Vec<&str> = list.iter().flat_map(|list| &list.value).map(|item| item.value.as_str()).collect();
            // A bar between spaces parts items, with a doubt; the annex has it inside some.
            if !items.iter().any(|item| item.contains(" / ")) {
                assert_eq!(texts(key), items, "{code}: {key}");
            }
        }
    }
}

/// What is understood of a text with semicolons.
fn of_text(edition: &Edition, text: &str) -> Value {
    let workbook = sheet::parse("prova.csv", "prova", text.as_bytes().to_vec()).expect("a text");
    let answers = Answers::default();
    report::json(&[read_foreign(&workbook, "prova", Context { edition, table: None, answers: &answers })], &[])["files"]
        [0]
    .clone()
}

#[test]
fn a_table_that_lies_on_its_side_is_not_read_and_says_how_to_turn_it() {
    let sideways = "Codice;410-1-B;410-2-B\nProcesso;Accertamenti;Sportello\nServizio;Servizio Tributi;Servizio Tributi\nSmartabile;Sì;No\n";
    let file = of_text(&edition(), sideways);
    let message = file["sheets"][0]["not_understood"][0]["message"].as_str().expect("a message");
    assert!(message.starts_with("le intestazioni sono nella prima colonna"), "{message}");
}

#[test]
fn tables_side_by_side_are_told_apart_however_many_columns_are_blank() {
    for blank in [1, 2, 9, 400] {
        let gap = ";".repeat(blank + 1);
        let text = format!(
            "Codice;Processo;Servizio;Smartabile{gap}Software;Scopo\n410-7-B;Sportello;Servizio Tributi;NO{gap}Protocollo;Registra gli atti\n"
        );
        let sheets = of_text(&edition(), &text)["sheets"].as_array().expect("sheets").clone();
        let read: Vec<_> =
            sheets.iter().map(|sheet| (sheet["table"].as_str(), sheet["rows"]["read"].as_u64())).collect();
        assert_eq!(read, [(Some("processi"), Some(1)), (Some("software"), Some(1))], "{blank}: {sheets:#?}");
    }
}

#[test]
fn a_sheet_larger_than_any_table_is_not_searched() {
    let wide = format!("Processo;Servizio;Smartabile{}\n", ";x".repeat(1_000));
    let long = format!("Processo;Servizio;Smartabile\n{}", "Sportello;Servizio Tributi;NO\n".repeat(200_001));
    for (text, count) in [(wide, "ha 1003 colonne"), (long, "ha 200002 righe")] {
        let file = of_text(&edition(), &text);
        let message = file["sheets"][0]["not_understood"][0]["message"].as_str().expect("a message");
        assert!(message.starts_with(count) && file["sheets"][0]["rows"]["read"] == 0, "{message}");
    }
}

#[test]
fn files_of_other_kinds_are_refused_whatever_their_names() {
    for beginning in
        [&b"\x89PNG\r\n\x1a\n0000"[..], b"\xff\xd8\xff\xe0 JFIF", b"GIF89a....", b"{\\rtf1 testo}", b"%PDF-1.7 testo"]
    {
        let trouble = sheet::parse("foglio.xlsx", "foglio", beginning.to_vec()).expect_err("no spreadsheet");
        assert!(trouble.to_string().contains("non"), "{trouble}");
        assert!(trouble.to_string().contains("un foglio di calcolo"), "{trouble}");
    }
}
