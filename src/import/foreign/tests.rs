use super::*;
use crate::import::report;
use crate::sheet;
use serde_json::Value;
use std::path::Path;

/// The committed annex.
fn edition() -> Edition {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut loaded = crate::load::load(root).expect("the committed annex");
    loaded.annex.editions.remove(0)
}

/// The cells of a text as a foreign workbook.
fn text(text: &str) -> Value {
    let edition = edition();
    let workbook = sheet::parse("prova.csv", "prova", text.as_bytes().to_vec()).expect("a table");
    let answers = Answers::default();
    let context = Context { edition: &edition, table: None, answers: &answers };
    report::json(&[read(&workbook, "prova.csv", context)], &[])["files"][0]["sheets"][0].clone()
}

#[test]
fn a_table_is_found_under_its_title() {
    let sheet = text("Mappatura;;\n;;\nCod.;Processo;Lavoro agile\n100-1-B;Protocollo;s\n");
    assert_eq!((&sheet["table"], &sheet["header_rows"][0]), (&"processi".into(), &3.into()));
    assert_eq!(
        sheet["records"][0],
        serde_json::json!({"codice": "100-1-B", "processo": "Protocollo", "smartabilita": "si"})
    );
}
