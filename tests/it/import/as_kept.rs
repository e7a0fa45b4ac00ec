//! Sheets as offices keep them: in parts with their own headings and numbers, with legends, totals and names of offices in another spelling.

use crate::folder::Folder;
use serde_json::{Value, json};

fn read(folder: &Folder, text: &str) -> Value {
    folder.write("/a.csv", text);
    let ran = folder.piao(["import", "a.csv", "--format", "json"]).any_status().run();
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err));
    report["files"][0]["sheets"][0].clone()
}

#[test]
fn a_mark_of_an_answer_means_what_the_legend_of_the_sheet_says() {
    let head =
        "Processo;Finalità;Smart team;Smartabile\nRuoli;Curare i ruoli;Tributi;x\nStudi;Studiare;Tributi;SI\n;;;\n";
    for (legend, right) in [
        ("Legenda: x = da valutare;;;", None),
        ("Legenda: x = non smartabile;;;", Some("no")),
        ("Legenda;;;\nx;parzialmente smartabile;;", Some("in parte")),
        ("Legenda: x = attività smartabile;;;", Some("si")),
        ("", Some("si")),
    ] {
        let sheet = read(&Folder::starter(), &format!("{head}{legend}\n"));
        let record = &sheet["records"][0];
        assert_eq!(record["smartabilita"], json!(right), "{legend}{sheet:#}");
        let told = sheet["not_understood"].as_array().map_or(0, Vec::len);
        assert_eq!(told, usize::from(right.is_none()), "{legend}{sheet:#}");
    }
}

#[test]
fn numbers_that_begin_anew_in_each_part_are_understood_and_a_date_below_is_a_note() {
    let text = "SERVIZIO TRIBUTI;;;\nN.;Processo;Finalità;Smartabile\n1;Ruoli;Curare i ruoli;SI\n2;Rimborsi;Restituire;NO\nTotale processi;2;;\n;;;\nSERVIZIO SEGRETERIA;;;\nN.;Processo;Finalità;Smartabile\n1;Protocollo;Registrare;SI\n2;Notifiche;Notificare;NO\n3;Albo;Pubblicare;SI\nCompilato il;20/01/2026;;\n";
    let sheet = read(&Folder::starter(), text);
    assert_eq!((&sheet["columns"][0]["how"], &sheet["not_understood"]), (&json!("values"), &json!([])), "{sheet:#}");
    assert_eq!(sheet["records"].as_array().map(Vec::len), Some(5), "{sheet:#}");
}

#[test]
fn a_total_of_the_area_is_that_of_the_rows_above_it() {
    let text = "Area;Servizio;Dipendenti;Agili\nArea Affari;Servizio Uno;6;3\n;Servizio Due;3;1\nTotale area;;9;4\nArea Risorse;Servizio Tre;9;4\n;Servizio Quattro;4;2\nTotale area;;13;6\nTOTALE;;22;10\n";
    let sheet = read(&Folder::starter(), text);
    let wrong =
        sheet["totals"].as_array().expect("totals").iter().filter(|total| total["declared"] != total["counted"]);
    assert_eq!(wrong.count(), 0, "{sheet:#}");
}

#[test]
fn an_area_with_the_word_for_it_is_the_one_without() {
    let folder = Folder::starter();
    folder.write("/a.csv", "Area;Servizio;Smart team;Dipendenti;Agili\nArea Risorse;Tributi;Tributi;10;4\n");
    let ran = folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    let table = folder.read("attuazione.yaml");
    assert_eq!(table.matches("smart_team:").count(), 2, "{}{table}", ran.out);
    assert!(table.contains("dipendenti: 10\n") && !table.contains("Area Risorse"), "{table}");
}

#[test]
fn a_heading_that_only_ends_like_audiences_is_doubtful() {
    let sheet = read(&Folder::starter(), "Gruppo;Modulo;Altri dipendenti;Nuovi assunti\nDigitale;Privacy;X;O\n");
    let doubts = sheet["doubts"].as_array().expect("doubts");
    let told = |column: &str| doubts.iter().any(|doubt| doubt["column"] == column && doubt["row"] == 1);
    assert!(told("C") && !told("D"), "{sheet:#}");
}

#[test]
fn a_legend_beside_two_rows_of_headings_makes_no_audiences() {
    let folder = Folder::starter();
    folder.remove("formazione.yaml");
    let text = "Ambito;Modulo;Destinatari;Destinatari;;Legenda;Legenda\n;;Dirigenti;Impiegati;;X;obbligatorio\nDigitale;Sicurezza;X;O;;O;facoltativo\n;Firma;;X;;F;se richiesto\n";
    let sheet = read(&folder, text);
    assert_eq!(sheet["settings"]["legenda"], json!({"X": "obbligatorio", "O": "facoltativo"}), "{sheet:#}");
    let records = sheet["records"].as_array().expect("records");
    assert_eq!(records.iter().filter(|record| record["id"].is_string()).count(), 2, "{sheet:#}");
}
