//! Rows of the table of adoption: which record each speaks of, and which of them count people once more.

use crate::folder::Folder;
use serde_json::{Value, json};

/// Imports a text; what was said, and the table then.
fn imported(folder: &Folder, text: &str, status: i32) -> (String, String) {
    folder.write("/a.csv", text);
    let ran = folder.piao(["import", "a.csv", "--yes"]).status(status).run();
    (ran.out + &ran.err, folder.read("attuazione.yaml"))
}

/// What is understood of a text.
fn read(text: &str) -> Value {
    let folder = Folder::starter();
    folder.write("/a.csv", text);
    let ran = folder.piao(["import", "a.csv", "--format", "json"]).any_status().run();
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err));
    report["files"][0]["sheets"][0].clone()
}

fn records(table: &str) -> usize {
    table.matches("  - ").count()
}

#[test]
fn a_row_without_the_area_speaks_of_the_record_of_its_office() {
    for heading in ["Smart team", "U.O.", "Ufficio"] {
        let folder = Folder::starter();
        if heading != "Smart team" {
            let text = folder.read("attuazione.yaml").replace("    smart_team: Segreteria\n", "");
            folder.write("/data/2026-2028/attuazione.yaml", text.replace("    smart_team: Tributi\n", ""));
        }
        let name = if heading == "Smart team" { "" } else { "Servizio " };
        let sheet = format!("{heading};Dipendenti;Agili\n{name}Segreteria;13;6\n{name}Tributi;8;5\nTotale;21;11\n");
        let (said, table) = imported(&folder, &sheet, 0);
        assert_eq!(records(&table), 2, "{heading}: {said}{table}");
        assert!(table.contains("area: Risorse") && table.contains("dipendenti: 13\n    agili: 6\n"), "{said}{table}");
        assert!(imported(&folder, &sheet, 0).0.contains("Nulla da cambiare"), "{heading}");
    }
}

#[test]
fn a_record_without_the_area_takes_that_of_its_row() {
    let folder = Folder::starter();
    folder.edit("attuazione.yaml", "area: Risorse\n    servizio: Servizio Tributi\n    ", "");
    let sheet = "Area;Servizio;Smart team;Dipendenti;Agili\nRisorse;Servizio Tributi;Tributi;9;5\n";
    let (said, table) = imported(&folder, sheet, 0);
    assert_eq!(records(&table), 2, "{said}{table}");
    assert!(table.contains("area: Risorse\n    servizio: Servizio Tributi\n    smart_team: Tributi\n"), "{table}");
}

#[test]
fn a_row_that_may_be_several_records_is_not_written() {
    let folder = Folder::starter();
    folder.edit("attuazione.yaml", "smart_team: Segreteria", "smart_team: Tributi");
    let before = folder.read("attuazione.yaml");
    let (said, table) = imported(&folder, "Smart team;Dipendenti;Agili\nTributi;8;5\n", 1);
    assert!(said.contains("riga 2: il foglio non dice di quale ufficio più grande è parte"), "{said}");
    assert_eq!(table, before);
    // Nor are two rows that may be the same record.
    let folder = Folder::starter();
    let (said, table) = imported(&folder, "Smart team;Dipendenti;Agili\nTributi;8;5\nTributi;3;1\n", 1);
    assert!(said.contains("2 cose sono rimaste da decidere") && records(&table) == 2, "{said}{table}");
}

#[test]
fn a_row_that_is_no_record_though_one_has_a_like_name_is_told() {
    let folder = Folder::starter();
    let (said, table) = imported(&folder, "Smart team;Dipendenti;Agili\nUfficio tributi locali;8;5\n", 1);
    assert!(said.contains("può essere una che c'è già") && table.contains("da_verificare: "), "{said}{table}");
    assert_eq!(records(&table), 3, "{table}");
    // An office of another name is another one.
    let folder = Folder::starter();
    let (said, table) = imported(&folder, "Smart team;Dipendenti;Agili\nUfficio anagrafe;8;5\n", 0);
    assert!(!table.contains("da_verificare") && records(&table) == 3, "{said}{table}");
}

const HEADINGS: &str = "Dipartimento;Unità operativa;Dipendenti;Agili\n";

/// The labels and numbers of the declared total that a table gets, in a body that declares none.
fn declared(rows: &str) -> Option<String> {
    let folder = Folder::starter();
    folder.edit("attuazione.yaml", "", "data: 2025-12-31\nrighe: []\n");
    folder.write("/a.csv", format!("{HEADINGS}{rows}"));
    folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    let table = folder.read("attuazione.yaml");
    table.split_once("totale_dichiarato:").map(|(_, total)| total.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn only_a_total_of_all_rows_is_declared() {
    let (one, two) = ("Dip. A;U1;12;6\nDip. A;U2;10;4\n", "Dip. B;U3;30;3\n");
    for subtotals in [
        format!("{one}Totale Dip. A;;22;10\n{two}Totale Dip. B;;30;3\n"),
        format!("{one}Totale;;22;10\n{two}Totale;;30;3\n"),
        format!("{one}{two}Tot. B;;30;3\n"),
        format!("{one}Totale Dipartimento A;;22;10\n"),
        format!("{one}Subtotale;;22;10\n"),
    ] {
        assert_eq!(declared(&subtotals), None, "{subtotals}");
    }
    for (totals, label) in [
        (format!("{one}Totale Dip. A;;22;10\n{two}Totale Dip. B;;30;3\nTotale;;52;13\n"), "Totale"),
        (format!("{one}{two}TOTALE ENTE;;52;13\n"), "TOTALE ENTE"),
        // A total may be wrong, and is declared all the same.
        (format!("{one}{two}Totale;;53;12\n"), "Totale"),
    ] {
        let said = declared(&totals).unwrap_or_default();
        assert!(said.starts_with(&format!("etichetta: {label} dipendenti: 5")), "{totals}{said}");
    }
}

#[test]
fn rows_that_count_people_once_more_are_left_out() {
    let sheet = read(&format!(
        "{HEADINGS}Dip. A;U1;12;6\nDip. A;di cui part-time;4;2\n;- di cui fragili;1;1\n;U2;10;4\nPercentuale agili;;;25%\nAnno precedente;;50;10\n"
    ));
    let names: Vec<&Value> = sheet["records"].as_array().expect("records").iter().map(|row| &row["servizio"]).collect();
    assert_eq!(names, ["U1", "U2"], "{sheet:#}");
    let skipped = sheet["rows"]["skipped"].as_array().expect("a list").iter();
    let skipped: Vec<u64> = skipped.filter(|row| row["why"] == "nota").filter_map(|row| row["row"].as_u64()).collect();
    assert_eq!(skipped, [3, 4, 6, 7], "{sheet:#}");
}

#[test]
fn a_column_of_texts_leaves_its_key_to_the_exact_heading() {
    for (text, keys) in [
        ("Dipartimento;Unità;Dipendenti;Agili\nA;Unità Acquisti;12;6\nA;Unità Paghe;10;4\n", &["area", "servizio"][..]),
        ("Unità;Dipendenti;Agili\nUnità Acquisti;12;6\nUnità Paghe;10;4\n", &["servizio"]),
        ("Unità;Agili 2024;Agili 2025;Dipendenti 2024;Dipendenti 2025\nUnità Acquisti;5;6;11;12\n", &["servizio"]),
    ] {
        let sheet = read(text);
        let columns = sheet["columns"].as_array().expect("columns").iter();
        let found: Vec<&str> = columns.clone().filter_map(|column| column["key"].as_str()).take(keys.len()).collect();
        assert_eq!(found, keys, "{sheet:#}");
        let record = &sheet["records"][0];
        assert_eq!([&record["dipendenti"], &record["agili"]], [&json!(12), &json!(6)], "{sheet:#}");
    }
    // Where it does hold numbers it counts people.
    let sheet = read("Servizio;Unità;Agili\nAcquisti;12;6\n");
    assert_eq!(sheet["records"][0]["dipendenti"], 12, "{sheet:#}");
}

#[test]
fn a_new_row_that_says_nothing_of_its_office_is_not_added_and_is_told() {
    let folder = Folder::starter();
    let sheet = "Area;Smart team;Dipendenti;Agili\nRisorse;Musei;//;//\nRisorse;Stadio;;\nRisorse;Teatri;3;\nRisorse;Tributi;;\n";
    let (said, table) = imported(&folder, sheet, 1);
    assert_eq!(records(&table), 3, "{said}{table}");
    assert!(table.contains("smart_team: Teatri\n    dipendenti: 3\n"), "{table}");
    for row in ["riga 2: nomina un ufficio", "riga 3: nomina un ufficio"] {
        assert!(said.contains(row), "{said}");
    }
}

#[test]
fn people_of_a_service_and_of_its_team_are_told_where_the_sheet_speaks_of_one_alone() {
    let folder = Folder::starter();
    let counted = "le stesse persone sarebbero contate in entrambe";
    let head = "Area;Servizio;Smart team;Dipendenti;Agili\n";
    let (said, table) = imported(&folder, &format!("{head}Risorse;Servizio Tributi;;9;4\n"), 0);
    assert!(said.contains("resta «Risorse › Servizio Tributi › Tributi»") && said.contains(counted), "{said}");
    assert_eq!(records(&table), 3, "{table}");
    // The team of the service has a row of its own, or the service is another one.
    for rows in [
        "Risorse;Servizio Tributi;;2;1\nRisorse;Servizio Tributi;Tributi;7;3\n",
        "Risorse;Servizio Personale;;2;1\n",
        "Risorse;Servizio Tributi;Sportello;2;1\n",
    ] {
        let (said, _) = imported(&Folder::starter(), &format!("{head}{rows}"), 0);
        assert!(!said.contains(counted), "{rows}{said}");
    }
    let folder = Folder::starter();
    let text = folder.read("attuazione.yaml").replace("    smart_team: Tributi\n", "");
    folder.write("/data/2026-2028/attuazione.yaml", text);
    let (said, _) = imported(&folder, &format!("{head}Risorse;Servizio Tributi;Sportello;2;1\n"), 0);
    assert!(said.contains(counted), "{said}");
}

#[test]
fn people_of_the_offices_of_the_table_are_counted_anew() {
    let folder = Folder::starter();
    let sheet = "Area;Smart team;N. dip.\nAffari Generali;Segreteria;13\nRisorse;Tributi;8\n";
    let (said, table) = imported(&folder, sheet, 0);
    assert!(table.contains("dipendenti: 13\n    agili: 7\n") && records(&table) == 2, "{said}{table}");
    // Those of others make no rows of it, unless it is said that they are.
    let sheet = "Area;Servizio;N. dip.\nRisorse;Servizio Ragioneria;13\nRisorse;Servizio Economato;8\n";
    let before = folder.read("attuazione.yaml");
    let (said, table) = imported(&folder, sheet, 1);
    assert_eq!(table, before, "{said}");
    assert!(folder.read("servizi.yaml").contains("nome: Servizio Economato"), "{said}");
    folder.write("/r.yaml", "fogli: { a: attuazione }\n");
    folder.piao(["import", "a.csv", "--yes", "--answers", "r.yaml"]).any_status().run();
    assert_eq!(records(&folder.read("attuazione.yaml")), 4);
}

#[test]
fn an_office_is_the_same_without_the_word_for_what_it_is() {
    let folder = Folder::starter();
    folder.edit(
        "attuazione.yaml",
        "",
        "data: 2025-12-31\nrighe:\n  - { area: Dipartimento amministrativo, servizio: Unità di degenza, dipendenti: 10, agili: 5 }\n",
    );
    for name in ["Degenza", "U.O.C. Degenza", "UOC di Degenza"] {
        let sheet = format!("Dipartimento;Unità operativa;Dipendenti;Agili\nDip. amministrativo;{name};12;6\n");
        let (said, table) = imported(&folder, &sheet, 0);
        assert!(table.contains("servizio: Unità di degenza, dipendenti: 12, agili: 6"), "{name}: {said}{table}");
    }
    // An office by another word is another one.
    let (said, table) =
        imported(&folder, "Dipartimento;Ufficio;Dipendenti;Agili\nDip. amministrativo;Ufficio Degenza;3;1\n", 0);
    assert_eq!(records(&table), 2, "{said}{table}");
}

#[test]
fn days_that_are_not_planned_are_none_where_nobody_works_so() {
    let row = |days: &str, agile: &str| format!("Servizio Tributi;{days};9;{agile}\n");
    for (days, agile, right, doubts, failures) in [
        ("non previsto", "0", json!(0), 0, 0),
        ("Non previsti", "0", json!(0), 0, 0),
        ("non previsto", "4", Value::Null, 0, 1),
        ("non prevista", "", json!(0), 1, 0),
        ("nessuno", "4", json!(0), 0, 0),
        ("/", "0", Value::Null, 0, 0),
        ("—", "4", Value::Null, 0, 0),
    ] {
        let sheet = read(&format!("Servizio;Giorni;Dipendenti;Agili\n{}", row(days, agile)));
        let count = |key: &str| sheet[key].as_array().map_or(0, Vec::len);
        assert_eq!(sheet["records"][0]["giorni_settimana"], right, "{days} {agile}: {sheet:#}");
        assert_eq!((count("doubts"), count("not_understood")), (doubts, failures), "{days} {agile}: {sheet:#}");
    }
}

#[test]
fn a_name_that_is_only_like_that_of_an_office_is_told_and_kept_unless_an_answer_says_otherwise() {
    let text = "Area;Servizio;Dipendenti;Agili\nRisorse;Servizio Tribuit;9;4\n";
    let sheet = read(text);
    assert_eq!(sheet["records"][0]["servizio"], "Servizio Tribuit", "{sheet:#}");
    let message = sheet["doubts"][0]["message"].as_str().unwrap_or_default();
    assert!(message.contains("«Servizio Tributi» (`tributi`)"), "{sheet:#}");
    for (answer, name) in [("tributi", "Servizio Tributi"), ("nuovo", "Servizio Tribuit")] {
        let folder = Folder::starter();
        folder.write("/a.csv", text);
        folder.write("/r.yaml", format!("nomi:\n  Servizio Tribuit: {answer}\n"));
        let import = ["import", "a.csv", "--format", "json", "--answers", "r.yaml"];
        let ran = folder.piao(import).any_status().run();
        let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err));
        let sheet = &report["files"][0]["sheets"][0];
        assert_eq!((&sheet["records"][0]["servizio"], &sheet["doubts"]), (&json!(name), &json!([])), "{sheet:#}");
    }
}
