//! Which office, which record and which table the rows of a sheet belong to, where they do not say it themselves.

use crate::folder::Folder;
use serde_json::{Value, json};

/// The starter whose smart teams are called `Ufficio …`, its services `Servizio …`.
fn offices() -> Folder {
    let starter = Folder::starter();
    starter.edit("smart-team.yaml", "nome: Segreteria", "nome: Ufficio Segreteria");
    starter.edit("smart-team.yaml", "nome: Tributi", "nome: Ufficio Tributi");
    starter
}

/// What is understood of the sheets of a text, with answers.
fn answered(folder: &Folder, text: &str, answers: &str) -> Vec<Value> {
    folder.write("/a.csv", text);
    folder.write("/risposte.yaml", answers);
    let import = ["import", "a.csv", "--format", "json", "--answers", "risposte.yaml"];
    let ran = folder.piao(import).any_status().run();
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err));
    report["files"][0]["sheets"].as_array().expect("sheets").clone()
}

fn read(text: &str) -> Value {
    answered(&offices(), text, "").remove(0)
}

/// The places of doubts.
fn places(doubts: &Value) -> Vec<(u64, String)> {
    let doubts = doubts.as_array().expect("doubts").iter();
    doubts
        .map(|doubt| (doubt["row"].as_u64().expect("a row"), doubt["column"].as_str().expect("a column").to_owned()))
        .collect()
}

fn titled(title: &str) -> String {
    format!(
        "Codice;Processo;Lavoro agile\nSERVIZIO SEGRETERIA;;\n100-1-B;Pubblicazione degli atti;SI\n{title};;\n200-1-M;Accertamento dei tributi;in parte\n200-2-M;Rimborsi;no\n"
    )
}

#[test]
fn the_bare_name_of_an_office_is_the_title_of_its_rows() {
    for title in ["TRIBUTI", "Servizio Tributi", "SERVIZIO ENTRATE", "Entrate"] {
        let sheet = read(&titled(title));
        assert_eq!(sheet["records"][0]["servizio"], json!(["segreteria"]), "{title}");
        assert_eq!(sheet["records"][2]["servizio"], json!(["tributi"]), "{title}: {sheet:#}");
        assert_eq!(sheet["doubts"], json!([]), "{title}");
    }
    let sheet = read(&titled("SERVIZI CIMITERIALI"));
    assert_eq!(sheet["records"][1]["servizio"], json!(["servizi-cimiteriali"]), "{sheet:#}");
    assert_eq!(places(&sheet["doubts"]), [(4, "A".to_owned())]);
    // Titles may stand where the names of processes do.
    let sheet = read(
        "Processo;Lavoro agile\nSERVIZIO SEGRETERIA;\nPubblicazione;SI\nSERVIZIO CIMITERI;\nRimborsi;no\nIl servizio civile;\n",
    );
    let records = sheet["records"].as_array().expect("records").iter();
    let read: Vec<(&Value, &Value)> = records.map(|record| (&record["processo"], &record["servizio"])).collect();
    let (one, other) = (json!(["segreteria"]), json!(["servizio-cimiteri"]));
    let names = ["Pubblicazione", "Rimborsi", "Il servizio civile"].map(Value::from);
    assert_eq!(read, [(&names[0], &one), (&names[1], &other), (&names[2], &other)], "{sheet:#}");
}

#[test]
fn a_title_of_no_known_office_below_that_of_one_is_asked() {
    let table = titled("Sportello animali");
    let sheet = read(&table);
    assert_eq!(places(&sheet["doubts"]), [(4, "A".to_owned())], "{sheet:#}");
    assert_eq!(sheet["records"][0]["da_verificare"], Value::Null);
    for record in 1..3 {
        assert_eq!(sheet["records"][record]["servizio"], json!(["segreteria"]));
        assert!(
            sheet["records"][record]["da_verificare"].as_str().is_some_and(|text| text.contains("Sportello animali"))
        );
    }
    for (answer, office) in [("tributi", "tributi"), ("ignora", "segreteria")] {
        let sheet = answered(&offices(), &table, &format!("nomi:\n  Sportello animali: {answer}\n")).remove(0);
        assert_eq!(sheet["records"][1]["servizio"], json!([office]), "{sheet:#}");
        assert_eq!(sheet["doubts"], json!([]), "{answer}");
    }
    // The heading of the paper, once more on its second page.
    let sheet = read(&format!("Mappatura;;\n{}", titled("Mappatura")));
    assert_eq!(sheet["doubts"], json!([]), "{sheet:#}");
}

#[test]
fn the_last_record_goes_on_below_it_and_ends_where_something_else_stands() {
    let sheet = read(
        "Codice;Processo;Fasi;Smart team;Lavoro agile\n100-2-B;Protocollo;Verifica;Ufficio Segreteria;SI\n;;Registrazione;;\n\
         100-3-B;Cassa;Apertura;Ufficio Segreteria;NO\n;;Chiusura;;\nCodice;Processo;Fasi;Smart team;Lavoro agile\n;;Verifica;;\n;;;;\n;;Mario Rossi;;\n",
    );
    assert_eq!(sheet["records"][0]["fasi"], json!(["Verifica", "Registrazione"]));
    assert_eq!(sheet["records"][1]["fasi"], json!(["Apertura", "Chiusura", "Verifica"]), "{sheet:#}");
    // A name alone with which a page ends is a record.
    let sheet = read(
        "Processo;Finalità;Lavoro agile\nCassa;Pagare;SI\nRuoli;;\nProcesso;Finalità;Lavoro agile\nAlbo;Pubblicare;NO\n",
    );
    assert_eq!(sheet["records"].as_array().map(Vec::len), Some(3), "{sheet:#}");
    let sheet = read(
        "Ruolo;Comportamento atteso\nDirigente;Coordina\n;Delega\nFunzionario;Rendiconta\n;Rispetta le fasce\nNota: provvisorio;\n",
    );
    assert_eq!(sheet["records"][1]["voci"], json!(["Rendiconta", "Rispetta le fasce"]), "{sheet:#}");
}

#[test]
fn a_blank_office_among_offices_written_row_by_row_is_doubtful() {
    let rows = |offices: [&str; 5]| {
        let row = |(number, office): (usize, &&str)| format!("300-{number}-B;Processo numero {number};{office};SI\n");
        let rows: String = offices.iter().enumerate().map(row).collect();
        read(&format!("Codice;Processo;Smart team;Lavoro agile\n{rows}"))
    };
    let (one, other) = ("Ufficio Segreteria", "Ufficio Tributi");
    for offices in [[one, other, "", one, other], [one, one, "", other, other]] {
        let sheet = rows(offices);
        assert_eq!(places(&sheet["doubts"]), [(4, "C".to_owned())], "{sheet:#}");
        assert!(sheet["records"][2]["da_verificare"].is_string());
    }
    for offices in [[one, "", other, "", ""], [one, other, one, other, one], ["", "", one, "", other]] {
        assert_eq!(rows(offices)["doubts"], json!([]), "{offices:?}");
    }
}

#[test]
fn the_doubts_of_a_row_that_is_not_written_stand_on_no_other_record() {
    let folder = offices();
    let rows = "Codice;Processo;Smart team;Smartabilità\n100-5-B;Mandati;Ufficio Segreteria;SI\n100-5-B;Reversali;Uff. Segr.;forse\n\
                100-1-B;Pubblicazione degli atti;Ufficio Segreteria;SI\n100-1-B;Affissioni;Uff. Trib.;NO\n";
    folder.write("/a.csv", rows);
    let ran = folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    let after = folder.read("processi.yaml");
    assert!(
        after.contains("processo: Mandati") && !after.contains("Reversali") && !after.contains("Affissioni"),
        "{after}"
    );
    assert!(!after.contains("da_verificare"), "{after}");
    let told = format!("{}{}", ran.out, ran.err);
    assert_eq!(told.matches("con un altro nome").count(), 2, "{told}");
}

#[test]
fn a_list_that_is_no_table_of_the_annex_ends_the_table_above_it() {
    let below = "Ufficio;Telefono;Referente\nSegreteria;051 12;Anna Bianchi\nTributi;051 13;Luca Neri\n";
    for (table, title, records) in [
        ("Software;A cosa serve\nLibra;Contabilità\nSister;Visure\n", "", 2),
        ("Software;A cosa serve\nLibra;Contabilità\nSister;Visure\n", "3. Numeri utili;\n", 2),
        ("Codice;Processo;Smart team;Smartabile\n100-1-B;Pubblicazione degli atti;Ufficio Segreteria;SI\n", "", 1),
    ] {
        let text = format!("{table}\n{title}{below}");
        let sheets = answered(&offices(), &text, "");
        assert_eq!(sheets.len(), 2, "{text}");
        assert_eq!(sheets[0]["records"].as_array().map(Vec::len), Some(records), "{sheets:#?}");
        assert_eq!((&sheets[1]["table"], &sheets[1]["records"]), (&Value::Null, &json!([])), "{sheets:#?}");
        assert!(!sheets[1]["not_understood"].as_array().expect("a list").is_empty());
    }
}

#[test]
fn the_part_of_a_sheet_that_is_no_table_is_asked_and_may_be_left_out() {
    let folder = offices();
    folder.write("/a.csv", "Software;A cosa serve\nLibra;Contabilità\n\nUfficio;Telefono\nTributi;051 13\n");
    folder.piao(["import", "a.csv", "--answers-out", "domande.yaml"]).status(1).run();
    let questions = folder.read("/domande.yaml");
    assert!(questions.contains("fogli:\n  \"a.csv\":\n    \"a\":\n      # tavola 2 delle 2"), "{questions}");
    folder.write("/risposte.yaml", questions.replace("      \"2\":", "      \"2\": ignora"));
    let ran = folder.piao(["import", "a.csv", "--answers", "risposte.yaml", "--yes"]).run();
    let software = folder.read("software.yaml");
    assert!(software.contains("nome: Libra") && !software.contains("Tributi"), "{}{software}", ran.out);
}

#[test]
fn a_form_and_a_count_are_no_processes() {
    let form = "SCHEDA PROCESSO;\nCodice;100-2-B\nProcesso;Protocollo\nUfficio;Ufficio Segreteria\nSmartabile;SI\nRischio;basso\nOutput;Mandato\n";
    let sheet = read(form);
    assert_eq!((&sheet["table"], &sheet["records"]), (&Value::Null, &json!([])), "{sheet:#}");
    let message = sheet["not_understood"][0]["message"].as_str().expect("a message");
    assert!(message.starts_with("le intestazioni sono nella prima colonna"), "{message}");
    let sheet = read(
        "Servizio;N. processi;di cui SI;di cui NO\nServizio Segreteria;10;5;5\nServizio Tributi;7;4;3\nTotale;17;9;8\n",
    );
    assert_eq!(sheet["records"], json!([]), "{sheet:#}");
    assert!(!sheet["not_understood"].as_array().expect("a list").is_empty());
}

#[test]
fn below_the_heading_of_offices_the_very_name_of_a_smart_team_is_that_of_one() {
    let sheet = read("Ufficio;Dipendenti;Agili\nUfficio Segreteria;10;5\nUfficio Tributi;7;4\nTOTALE;17;9\n");
    assert_eq!(sheet["records"][1]["smart_team"], "Ufficio Tributi", "{sheet:#}");
    let sheet = read(
        "Codice;Processo;Ufficio;Smartabile\n100-1-B;Pubblicazione degli atti;SEGRETERIA;SI\n200-1-M;Accertamento dei tributi;Servizio Tributi;no\n",
    );
    assert_eq!(sheet["records"][0]["smart_team"], json!(["segreteria"]), "{sheet:#}");
    assert_eq!(sheet["records"][1]["servizio"], json!(["tributi"]));
    assert_eq!(sheet["doubts"], json!([]));
}
