//! Headings and values that look like those of a column and mean another thing, and those that mean it in other words.

use super::tests::{answered, text};
use serde_json::{Value, json};

fn keys(sheet: &Value) -> Vec<Value> {
    sheet["columns"].as_array().expect("columns").iter().map(|column| column["key"].clone()).collect()
}

fn values(sheet: &Value, key: &str) -> Vec<Value> {
    sheet["records"].as_array().expect("records").iter().map(|record| record[key].clone()).collect()
}

#[test]
fn a_heading_that_a_word_narrows_is_asked() {
    for (heading, value) in [
        ("Codice fiscale", "RSSMRA80A01H501U"),
        ("Codice ufficio", "UFF-01"),
        ("Supporti informatici", "SI"),
        ("Supporti digitali", "SI"),
        ("Rischio privacy", "alto"),
        ("Rischio stress lavoro-correlato", "alto"),
        ("Percentuale di completamento", "50"),
        ("Motivazione nomina", "Scadenza"),
        ("Attività (da svolgere) in presenza", "Sopralluogo"),
    ] {
        let sheet = text(&format!("Processo;Servizio;{heading};Smartabilità\nRuoli;Servizio Tributi;{value};SI\n"));
        assert_eq!(keys(&sheet)[2], Value::Null, "{heading}: {sheet:#}");
        assert_eq!(values(&sheet, "smartabilita"), ["si"], "{heading}");
    }
    for heading in [
        "Giorni di ferie",
        "Giorni di formazione",
        "Donne in maternità",
        "Presenti in servizio",
        "Smart team coinvolti",
    ] {
        let sheet = text(&format!("Servizio;Dipendenti;Agili;{heading}\nServizio Tributi;6;4;5\n"));
        assert_eq!(keys(&sheet)[3], Value::Null, "{heading}: {sheet:#}");
    }
    let sheet = text("Processo;Servizio;Codice interno;Smartabilità\nRuoli;Servizio Tributi;1-A;SI\n");
    assert_eq!(keys(&sheet)[2], "codice");
}

#[test]
fn the_heading_without_a_year_comes_before_that_of_another_year() {
    let sheet = text("Processo;Servizio;Smartabilità 2025;Smartabilità\nRuoli;Servizio Tributi;NO;SI\n");
    assert_eq!((&keys(&sheet)[2], values(&sheet, "smartabilita")), (&Value::Null, vec!["si".into()]));
}

#[test]
fn a_part_of_a_count_is_of_the_column_at_its_left() {
    let row = "Servizio Tributi;6;4;3;1\n";
    let sheet = text(&format!("Servizio;Dipendenti;Agili;di cui donne;di cui uomini\n{row}"));
    let record = &sheet["records"][0];
    assert_eq!((&record["donne"], &record["uomini"]), (&json!({"agili": 3}), &json!({"agili": 1})));
    let sheet = text("Servizio;Dipendenti;di cui donne;Lavoratori agili;di cui donne\nServizio Tributi;6;5;4;3\n");
    assert_eq!(sheet["records"][0]["donne"], json!({"dipendenti": 5, "agili": 3}), "{sheet:#}");
    let heading = "Servizio;Totale dipendenti;di cui donne;di cui uomini;Smart worker;F;M";
    let sheet = text(&format!("{heading}\nServizio Tributi;9;5;4;4;3;1\n"));
    let record = &sheet["records"][0];
    assert_eq!((&record["donne"]["agili"], &record["uomini"]["agili"]), (&json!(3), &json!(1)), "{sheet:#}");
    let sheet = text("Servizio;Dipendenti;Agili;Richieste;di cui donne\nServizio Tributi;6;4;5;2\n");
    assert_eq!(sheet["records"][0]["donne"], Value::Null, "{sheet:#}");
}

#[test]
fn names_of_people_do_not_come_into_the_data() {
    let sheet =
        text("Dipendente;Servizio;Giorni agili\nRossi Mario;Servizio Tributi;2\nBianchi Anna;Servizio Tributi;1\n");
    assert_eq!((&sheet["table"], &sheet["records"]), (&Value::Null, &json!([])), "{sheet:#}");
    let sheet = text("Servizio;Dipendenti;Agili\nServizio Tributi;Rossi Mario e altri 5;4\nServizio Anagrafe;3;1\n");
    let doubt = sheet["records"][0]["da_verificare"].as_str().expect("a doubt");
    assert!(doubt.contains("«Dipendenti»") && !doubt.contains("Rossi"), "{doubt}");
    assert_eq!(sheet["not_understood"][0]["text"], "Rossi Mario e altri 5");
    // What is no name stands there as it is written.
    let sheet = text("Servizio;Dipendenti;Agili\nServizio Tributi;35,5;4\n");
    assert!(sheet["records"][0]["da_verificare"].as_str().is_some_and(|doubt| doubt.contains("«35,5»")));
}

#[test]
fn a_cross_below_the_place_of_work_is_an_answer() {
    let rows = "Visure;Servizio Tributi;x;\nSportello;Servizio Tributi;;x\nRuoli;Servizio Tributi;x;x\n";
    for head in [
        "Processo;Servizio;Come;\n;;A distanza;In sede\n",
        "Processo;Servizio;Da remoto;In sede\n",
        "Processo;Servizio;Smartabile;In presenza\n",
    ] {
        let sheet = text(&format!("{head}{rows}"));
        assert_eq!(values(&sheet, "smartabilita"), [json!("si"), json!("no"), Value::Null], "{head}: {sheet:#}");
        assert_eq!(sheet["not_understood"].as_array().map(Vec::len), Some(1), "{head}");
    }
    // Below no heading at all, crosses may answer any question.
    let sheet = text("Processo;Servizio;\nVisure;Servizio Tributi;x\nRuoli;Servizio Tributi;x\n");
    assert_eq!(sheet["doubts"].as_array().map(Vec::len), Some(1), "{sheet:#}");
}

#[test]
fn every_answer_of_a_choice_is_read() {
    let sheet = text(
        "Processo;Servizio;Lavoro agile;;\n;;Totale;Parziale;Non possibile\nRuoli;Servizio Tributi;x;;\nAste;Servizio Tributi;;x;\n\
         Lotti;Servizio Tributi;;;x\n",
    );
    assert_eq!(values(&sheet, "smartabilita"), ["si", "in parte", "no"], "{sheet:#}");
    let sheet = text(
        "Processo;Servizio;Non smartabile;Smartabile;Parzialmente smartabile\nRuoli;Servizio Tributi;;x;\n\
         Sgravi;Servizio Tributi;x;;\nLotti;Servizio Tributi;;;X (40%)\n",
    );
    assert_eq!(values(&sheet, "smartabilita"), ["si", "no", "in parte"], "{sheet:#}");
    assert_eq!(sheet["records"][2]["percentuale"], 40);
}

#[test]
fn a_catalogue_of_procedures_is_no_table_of_services() {
    for head in ["Codice;Descrizione;Ufficio;Remoto", "Codice procedimento;Descrizione;Ufficio;Eseguibile da remoto"] {
        let sheet = text(&format!(
            "{head}\nP.001;Occupazione suolo;Servizio Tributi;SI\nP.002;Rimborso TARI;Servizio Tributi;SI\n"
        ));
        assert_eq!(sheet["table"], "processi", "{head}");
        assert_eq!(values(&sheet, "processo"), ["Occupazione suolo", "Rimborso TARI"], "{sheet:#}");
        assert_eq!(values(&sheet, "codice"), ["P.001", "P.002"]);
    }
    let sheet =
        text("Codice;Ufficio;Telefono\nP.001;Servizio Tributi;1\nP.002;Servizio Tributi;2\nP.003;Servizio Tributi;3\n");
    assert_eq!(sheet["table"], Value::Null, "{sheet:#}");
}

#[test]
fn abbreviations_of_agile_work_are_read_in_headings() {
    for (people, agile) in
        [("N. unità", "N. unità in LA"), ("Personale TA in servizio", "Personale con accordo di L.A.")]
    {
        let sheet = text(&format!("Servizio;{people};{agile}\nServizio Tributi;6;4\n"));
        let record = &sheet["records"][0];
        assert_eq!((&record["dipendenti"], &record["agili"]), (&6.into(), &4.into()), "{agile}: {sheet:#}");
    }
    let sheet = text("Servizio;Dipendenti;Agili\nServizio Tributi;6;4\n");
    assert_eq!(keys(&sheet), ["servizio", "dipendenti", "agili"]);
}

#[test]
fn a_count_that_is_not_stated_is_told_with_its_rows() {
    let sheet = text("Servizio;Dipendenti;Agili\nServizio Tributi;6;4\nServizio Anagrafe;n.d.;-\n");
    let remarks = sheet["remarks"].to_string();
    assert!(remarks.contains("riga 3: la colonna «Dipendenti»") && remarks.contains("«Agili»"), "{sheet:#}");
}

#[test]
fn a_word_that_answers_settle_is_no_name() {
    let sheet = answered("Servizio;Dipendenti;Agili\nServizio Tributi;parecchi;4\n", "parole: { parecchi: 9 }");
    assert_eq!(sheet["records"][0]["dipendenti"], 9, "{sheet:#}");
}

#[test]
fn people_beside_offices_alone_are_no_adoption() {
    let sheet = text(
        "Organigramma;;;\nArea;Servizio;Ufficio;N. dip.\nRisorse;Servizio Tributi;Ufficio IMU;9\n;;Ufficio TARI;2\n;Economato;;3\nTotale;;;14\n",
    );
    assert_eq!((&sheet["table"], &sheet["columns"][3]["key"]), (&json!("servizi"), &Value::Null), "{sheet:#}");
    let said = sheet["columns"][3]["remark"].as_str().unwrap_or_default();
    assert!(said.contains("va detto che contiene la tavola `attuazione`"), "{said}");
    // Each office is part of what stands before it; a row without the finest is about the one before.
    let records: Vec<Value> = sheet["records"].as_array().expect("records").clone();
    let parts: Vec<[&Value; 2]> = records.iter().map(|record| [&record["nome"], &record["parte_di"]]).collect();
    let tributi = &records[0]["parte_di"];
    assert!(tributi.is_string(), "{sheet:#}");
    assert_eq!(
        parts,
        [[&json!("Ufficio IMU"), tributi], [&json!("Ufficio TARI"), tributi], [&json!("Economato"), &Value::Null]]
    );
    assert!(records.iter().all(|record| record["da_verificare"].is_null() && record["dipendenti"].is_null()));
    let sheet = text("Settore;Ufficio;Dotazione organica\nRisorse;Ufficio Alfa;9\nRisorse;Ufficio Beta;4\n");
    assert_eq!(sheet["table"], "servizi");
    // Names and numbers alone are a list, too.
    for (heading, table) in [("Servizio", "servizi"), ("Ufficio", "servizi"), ("Area", "aree"), ("Direzione", "aree")] {
        let sheet = text(&format!("{heading};Dipendenti\nAlfa;9\nBeta;4\nTotale;13\n"));
        assert_eq!((&sheet["table"], &sheet["columns"][1]["key"]), (&json!(table), &Value::Null), "{sheet:#}");
        assert_eq!(values(&sheet, "nome"), ["Alfa", "Beta"], "{heading}");
        assert!(sheet["columns"][1]["remark"].as_str().is_some_and(|said| said.contains("`attuazione`")), "{sheet:#}");
    }
    // Where a title speaks of agile work, or a column does, they are.
    for table in [
        "Lavoro agile al 31.12.2025;;\nArea;Servizio;N. dip.\nRisorse;Servizio Tributi;9\n",
        "Area;Servizio;N. dip.;Accordi\nRisorse;Servizio Tributi;9;\n",
        "Area;Servizio;N. dip.;Giorni alla settimana\nRisorse;Servizio Tributi;9;1\n",
    ] {
        assert_eq!(text(table)["table"], "attuazione", "{table}");
    }
}

#[test]
fn what_a_service_is_part_of_is_read() {
    let sheet = text("Nome;Parte di\nUfficio IMU;Servizio Tributi\n");
    assert_eq!(sheet["columns"][1]["key"], "parte_di");
    assert!(sheet["records"][0]["parte_di"].is_string(), "{sheet:#}");
}

#[test]
fn the_offices_that_go_on_from_a_past_one_are_read() {
    let row = "Servizio Entrate;9;3;Servizio Tributi\nServizio Alfa;2;1;Servizio che non esiste\n";
    let sheet = text(&format!("Servizio;Dipendenti;Agili;Continua in\n{row}"));
    assert_eq!(sheet["records"][0]["continua_in"].as_array().map(Vec::len), Some(1), "{sheet:#}");
    assert_eq!((&sheet["not_understood"][0]["row"], &sheet["not_understood"][0]["column"]), (&3.into(), &"D".into()));
}

#[test]
fn what_a_newcomer_keeps_in_a_sheet_is_read() {
    // Items that are numbered through, some of them on one line.
    let sheet = text("Processo;Fasi;Smartabile\nPresenze;\"1) rilevazione; 2) verifica\n3) liquidazione\";SI\n");
    assert_eq!(sheet["records"][0]["fasi"], json!(["rilevazione", "verifica", "liquidazione"]));
    // A cell of notes with a mark alone is explained below the table.
    let sheet = text("Processo;Smartabile;Note\nPresenze;SI;*\nConcorsi;NO;vedi sotto\n\n* solo per i medici;;\n");
    let record = &sheet["records"][0];
    assert_eq!((&record["richiami"], &record["nota"]), (&json!(["*"]), &Value::Null), "{sheet:#}");
    assert_eq!(sheet["settings"]["note"]["*"], "solo per i medici");
    // The area of a training plan is the group of its modules.
    let sheet = text("Area;Corso;Dirigenti;Comparto\nDigitale;Firma;X;X\n;Sicurezza;X;\n");
    assert_eq!(
        sheet["records"].as_array().and_then(|all| all.last()).map(|last| &last["gruppo"]),
        Some(&json!("Digitale"))
    );
    let sheet = text("Organigramma;;\nDipartimento;UOC;N. dip.\nRisorse;UOC Radiologia;9\nRisorse;UOC Pediatria;4\n");
    assert_eq!((&sheet["table"], &sheet["columns"][1]["key"]), (&json!("servizi"), &json!("nome")), "{sheet:#}");
}

#[test]
fn a_total_says_how_many_without_saying_of_what() {
    let table = "Servizio;Dipendenti;Agili\nServizio Tributi;6;5\nServizio Personale;4;2\nTotale;10 unità;7 persone\n";
    let sheet = text(table);
    let totals = sheet["totals"].as_array().expect("totals");
    assert!(totals.len() == 2 && totals.iter().all(|total| total["declared"] == total["counted"]), "{totals:?}");
    let sheet = text(
        "Processo;Servizio;Smartabile\nPresenze;Servizio Tributi;SI\nMandati;Servizio Tributi;NO\nTotale;;1 su 2\n",
    );
    assert_eq!(sheet["totals"], json!([]));
}

#[test]
fn the_day_of_adoption_may_stand_in_a_title() {
    let rows = "Servizio;Dipendenti;Agili\nServizio Tributi;6;5\n";
    for (title, day) in [
        ("Personale in lavoro agile al 31/12/25", json!("2025-12-31")),
        ("Lavoro agile - situazione al 31 dicembre 2025", json!("2025-12-31")),
        ("Lavoro agile - dati estratti al 15.1.2026", Value::Null),
        ("Lavoro agile, delibera del 15.1.2026", Value::Null),
    ] {
        assert_eq!(text(&format!("{title};;\n{rows}"))["settings"]["data"], day, "{title}");
    }
}
