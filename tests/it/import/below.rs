//! What stands above and below the rows of a table and is none of them: titles, totals, legends, signatures.

use crate::folder::Folder;
use serde_json::{Value, json};

/// What is understood of a text: the sheet, its parts.
fn read(text: &str) -> Vec<Value> {
    let folder = Folder::starter();
    folder.write("/a.csv", text);
    let ran = folder.piao(["import", "a.csv", "--format", "json"]).any_status().run();
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err));
    report["files"][0]["sheets"].as_array().expect("sheets").clone()
}

fn names<'v>(sheet: &'v Value, key: &str) -> Vec<&'v Value> {
    sheet["records"].as_array().expect("records").iter().map(|record| &record[key]).collect()
}

/// The rows that were left out as notes.
fn notes(sheet: &Value) -> Vec<u64> {
    let skipped = sheet["rows"]["skipped"].as_array().expect("a list").iter();
    skipped.filter(|row| row["why"] == "nota").filter_map(|row| row["row"].as_u64()).collect()
}

const TABLE: &str =
    "Struttura;Processo;Lavorabile da remoto\nTributi;Ruoli;X\nTributi;Rimborsi;N\nSegreteria;Protocollo;X\n";

#[test]
fn a_legend_and_signatures_are_no_records_and_add_no_offices() {
    for (below, rows) in [
        ("\nLEGENDA\nX;attività lavorabile da remoto\nP;in parte\nCompilato da;Mario Rossi\n", &[6, 7, 8, 9][..]),
        ("Legenda:;;\nS;sì\nN;no\n", &[5, 6, 7]),
        ("Legenda dei simboli\n\nX;sì\n\nN;no\n", &[5, 7, 9]),
        ("\nFirma;dott. Mario Rossi;\n", &[6]),
        ("\nIl dirigente;dott. Mario Rossi;\n", &[6]),
        ("\nVisto;Il segretario generale;\nCompilato da;Mario Rossi;\n", &[6, 7]),
    ] {
        let sheet = read(&format!("{TABLE}{below}")).remove(0);
        assert_eq!(names(&sheet, "processo"), ["Ruoli", "Rimborsi", "Protocollo"], "{below}{sheet:#}");
        assert_eq!(notes(&sheet), rows, "{below}{sheet:#}");
        assert_eq!((&sheet["doubts"], &sheet["not_understood"]), (&json!([]), &json!([])), "{below}{sheet:#}");
    }
}

#[test]
fn a_record_that_only_begins_as_a_signature_does_is_read() {
    for last in ["Il dirigente;Autorizzazioni;X", "Segreteria;Visto di regolarità contabile;X"] {
        let sheet = read(&format!("{TABLE}{last}\n")).remove(0);
        assert_eq!(names(&sheet, "processo").len(), 4, "{last}: {sheet:#}");
    }
    let sheet = read(&format!("{TABLE}\nLegenda\nX;sì\nSegreteria;Archivio;N\n")).remove(0);
    assert_eq!(names(&sheet, "processo").last().copied(), Some(&json!("Archivio")), "{sheet:#}");
}

#[test]
fn a_row_that_is_not_read_adds_no_office() {
    let folder = Folder::starter();
    folder.write("/a.csv", format!("{TABLE}Ufficio Ignoto;;X\nUfficio Nuovo;;X\nUfficio Nuovo;Archivio;X\n"));
    let ran = folder.piao(["import", "a.csv", "--yes"]).status(1).run();
    let services = folder.read("servizi.yaml");
    assert!(!services.contains("Ufficio Ignoto") && !ran.out.contains("«Ufficio Ignoto» letto"), "{}", ran.out);
    assert_eq!(services.matches("nome: Ufficio Nuovo").count(), 1, "{services}");
    assert!(ran.out.contains("manca il nome"), "{}", ran.out);
}

#[test]
fn a_total_of_money_is_a_total() {
    for total in ["€ 1.500,00", "1.500,00 €", "Euro 1.500", "1500"] {
        let text = format!(
            "Programma;A che cosa serve;Costo annuo\nBabel;Protocollo;€ 1.000,00\nSigma;Paghe;€ 500,00\nTOTALE;;{total}\n"
        );
        let sheet = read(&text).remove(0);
        assert_eq!(names(&sheet, "nome"), ["Babel", "Sigma"], "{total}: {sheet:#}");
    }
}

#[test]
fn a_title_that_only_names_a_table_says_which_it_is() {
    let rows = "Denominazione;Area;Codice\nSistemi informativi;Risorse;101\nBilancio;Risorse;102\n";
    for title in ["Tabella 1 - Servizi;;\n", "Elenco dei servizi;;\n"] {
        let other =
            "\nTabella 2 - Programmi informatici;;\nProgramma;A che cosa serve;Fornitore\nBabel;Protocollo;Acme\n";
        let sheets = read(&format!("{title}{rows}{other}"));
        assert_eq!([&sheets[0]["table"], &sheets[1]["table"]], ["servizi", "software"], "{sheets:#?}");
        assert_eq!(names(&sheets[0], "nome"), ["Sistemi informativi", "Bilancio"]);
    }
    // Where the headings tell of agile work the rows are processes, whatever stands above.
    let processes = "Servizi;;\nDenominazione;Area;Smartabile\nRuoli;Risorse;si\n";
    assert_eq!(read(processes)[0]["table"], "processi");
}
