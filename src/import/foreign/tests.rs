use super::*;
use crate::import::report;
use crate::sheet;
use serde_json::Value;
use std::path::Path;

/// The committed annex.
pub(super) fn edition() -> Edition {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut loaded = crate::load::load(root).expect("the committed annex");
    loaded.annex.editions.remove(0)
}

/// The cells of a text as a foreign workbook.
pub(super) fn text(text: &str) -> Value {
    answered(text, "")
}

/// The same with answers.
pub(super) fn answered(text: &str, answers: &str) -> Value {
    let edition = edition();
    let workbook = sheet::parse("prova.csv", "prova", text.as_bytes().to_vec()).expect("a table");
    let answers = Answers::parse("risposte.yaml", answers).expect("answers");
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

#[test]
fn answers_settle_what_was_asked() {
    let sheet = "Cod. interno;Processo;Uff.;Lavoro agile;Fasi;Colore;gg/sett\n1/A;Protocollo;Rag.;quasi;Ricezione - Registrazione;rosso;1/2\n";
    let answers = "colonne:\n  \"Cod. interno\": codice\n  Colore: ignora\n  gg/sett: giorni_settimana\n\
                   nomi:\n  \"Rag.\": servizi-finanziari\nparole:\n  quasi: in parte\n  \"1/2\": \"1-2\"\n\
                   separatori:\n  Fasi: \" - \"\n";
    let sheet = answered(sheet, answers);
    let right = serde_json::json!({
        "codice": "1/A", "processo": "Protocollo", "smart_team": ["servizi-finanziari"], "smartabilita": "in parte",
        "fasi": ["Ricezione", "Registrazione"], "giorni_settimana": "1-2",
    });
    let mut record = sheet["records"][0].clone();
    if record["smart_team"].is_null() {
        record["smart_team"] = record["servizio"].take();
        record.as_object_mut().expect("a record").remove("servizio");
    }
    assert_eq!(record, right);
    assert_eq!((&sheet["doubts"], &sheet["not_understood"]), (&serde_json::json!([]), &serde_json::json!([])));
    assert_eq!(sheet["columns"][0]["how"], "answer");
}

/// Who fills the answers in knows the names of the offices, not their identifiers.
#[test]
fn an_office_is_answered_by_its_name_too() {
    let table = "Processo;Uff.;Lavoro agile\nProtocollo;Boh;si\n";
    let meant = |answer: &str| answered(table, &format!("nomi: {{ Boh: {answer} }}\n"));
    let by_id = meant("servizio-tributi");
    assert!(by_id["records"][0]["smart_team"].is_array() || by_id["records"][0]["servizio"].is_array(), "{by_id}");
    assert_eq!(meant("servizio tributi")["records"], by_id["records"]);
    let unknown = meant("Servizio che non c'è");
    assert!(unknown["not_understood"].to_string().contains("né l'id né il nome di un ufficio"), "{unknown}");
}

#[test]
fn an_answer_says_which_part_of_a_group_a_column_is() {
    let table = "Smart team;Dipendenti;Agili;Pers.D;Ag.D;Altro\nUfficio di prova;9;5;6;4;3\n";
    let answers = "colonne: { Pers.D: donne.dipendenti, Ag.D: donne.agili, Altro: uomini }\n";
    let sheet = answered(table, answers);
    let counts = serde_json::json!({ "dipendenti": 6, "agili": 4 });
    assert_eq!(sheet["records"][0]["donne"], counts, "{sheet}");
    assert_eq!(sheet["records"][0]["uomini"], serde_json::json!({ "dipendenti": 3 }), "{sheet}");
    let table = "Indicatore;Base;Atteso\nGiornate;3;4\n";
    let sheet = answered(table, "colonne: { Atteso: obiettivi.2026 }\n");
    assert_eq!(sheet["records"][0]["obiettivi"], serde_json::json!({ "2026": 4 }), "{sheet}");
    let sheet = answered(table, "colonne: { Atteso: obiettivi }\n");
    assert!(sheet["records"][0]["obiettivi"].is_null() && sheet["columns"][2]["how"] == "none", "{sheet}");
}

#[test]
fn the_questions_of_a_sheet_can_be_read_back_as_answers() {
    let edition = edition();
    let table = "Processo;Servizio;Lavoro agile;Boh: \"che\" cos'è\nProtocollo;Ignoto \\ uno;forse;x\n";
    let workbook = sheet::parse("prova.csv", "prova", table.as_bytes().to_vec()).expect("a table");
    let none = Answers::default();
    let reading = read(&workbook, "prova.csv", Context { edition: &edition, table: None, answers: &none });
    assert!(!reading.sheets[0].is_understood());
    let questions = report::questions(&[reading], &edition);
    for asked in ["colonne:", "nomi:", "parole:", "\"forse\":"] {
        assert!(questions.contains(asked), "{asked} in {questions}");
    }
    let filled = questions.replace("\"forse\":", "\"forse\": no").replace("uffici_nuovi:", "uffici_nuovi: si");
    let answers = Answers::parse("risposte.yaml", &filled).expect("answers");
    let reading = read(&workbook, "prova.csv", Context { edition: &edition, table: None, answers: &answers });
    assert_eq!(reading.sheets[0].not_understood, []);
    assert!(
        Answers::parse("risposte.yaml", "colone: {}").is_err_and(|trouble| trouble.to_string().contains("colonne"))
    );
    for (text, place) in [
        ("colonne: [a]", "`colonne`"),
        ("nomi: Anagrafe", "`nomi`"),
        ("colonne: { prova: { Cod.: [codice] } }", "`colonne: prova: Cod.`"),
        ("uffici_nuovi: [si]", "`uffici_nuovi`"),
    ] {
        let wrong = Answers::parse("risposte.yaml", text);
        assert!(wrong.is_err_and(|trouble| trouble.to_string().contains(place)), "{text}");
    }
    assert!(Answers::parse("risposte.yaml", "colonne:\nnomi: { Anagrafe: }\nuffici_nuovi:\n").is_ok());
}

#[test]
fn people_are_counted_by_gender_whatever_the_headings() {
    let sheet = text(
        "Direzione;Ufficio;Personale in servizio;;di cui in smart working;;Giornate/mese\n;;M;F;M;F;\n\
         Affari generali;Uno;12;15;5;9;8\n;Due;7;3;2;1;4-6\nTotale;;19;18;7;10;\n",
    );
    assert_eq!(sheet["header_rows"], serde_json::json!([1, 2]));
    let right = serde_json::json!({
        "area": "Affari generali", "servizio": "Due", "giorni": "4-6 al mese", "dipendenti": 10, "agili": 3,
        "uomini": {"dipendenti": 7, "agili": 2}, "donne": {"dipendenti": 3, "agili": 1},
    });
    assert_eq!(sheet["records"][1], right);
}

#[test]
fn a_class_of_people_agrees_with_every_total_that_it_allows() {
    let total = |declared: u32| {
        let sheet = text(&format!(
            "Area;Servizio;Dipendenti;Lavoratori agili\nAffari generali;Uno;8;4\n;Due;<3;1\nTotale;;{declared};5\n"
        ));
        sheet["totals"][0]["counted"].clone()
    };
    assert_eq!([10, 8, 20, 3].map(total), [10, 8, 10, 8]);
}

#[test]
fn rows_that_are_only_numbered_and_a_column_known_by_its_answers() {
    let sheet = text(
        "N.;Ufficio;Attività;Si riesce a distanza?\n1;Servizio Tributi;Rimborsi;no\n2;Servizio Tributi;Avvisi;x\n\
         3;Servizio Tributi;Visite;abbastanza\n",
    );
    assert_eq!(sheet["columns"][0]["how"], "values");
    assert_eq!(sheet["columns"][3]["key"], "smartabilita");
    assert_eq!(sheet["not_understood"][0]["row"], 4);
    assert_eq!(sheet["records"][1]["smartabilita"], "si");
}

#[test]
fn an_office_that_an_answer_calls_new_is_added_once() {
    let table = "Processo;Servizio;Lavoro agile\nProtocollo;Ufficio del Faro;si\nPosta;Servizio Tributi;si\n";
    let answers = "nomi:\n  Ufficio del Faro: nuovo\n  Servizio Tributi: nuovo\n";
    let sheet = answered(table, answers);
    let added: Vec<&Value> = sheet["offices"].as_array().expect("a list").iter().map(|office| &office["id"]).collect();
    assert_eq!(added, ["ufficio-del-faro"]);
    assert_eq!(sheet["records"][1]["servizio"], serde_json::json!(["servizio-tributi"]));
}

#[test]
fn only_a_heading_that_numbers_makes_a_column_of_numbers_the_number_of_the_row() {
    let rows = |heading: &str, numbers: [&str; 2]| {
        let [one, two] = numbers;
        text(&format!(
            "{heading};Codice;Processo;Lavoro agile\n{one};100-1-B;Protocollo;si\n{two};100-2-B;Notifiche;no\n"
        ))
    };
    for (heading, numbers, how) in [
        ("N.", ["1", "2"], "values"),
        ("", ["1.", "2."], "values"),
        ("Progressivo", ["1", "2"], "heading"),
        ("Progressivo", ["verde", "rosso"], "none"),
        ("Peso", ["1", "2"], "none"),
        ("Peso", ["3", "2"], "none"),
    ] {
        let sheet = rows(heading, numbers);
        assert_eq!(
            (&sheet["columns"][0]["how"], &sheet["columns"][0]["key"]),
            (&how.into(), &Value::Null),
            "{heading}"
        );
    }
}

#[test]
fn the_year_of_a_base_is_its_last_day_and_a_doubt() {
    let base = |heading: &str| {
        text(&format!("Dimensione;Indicatore;{heading};Target 2026\nSalute digitale;Portatili;10;20\n"))
    };
    for heading in ["Baseline 2025", "Valore 2025", "Base / 2025"] {
        let sheet = base(heading);
        assert_eq!(sheet["records"][0]["base"], serde_json::json!({"valore": 10, "al": "2025-12-31"}), "{heading}");
        let doubt = &sheet["doubts"][0];
        assert_eq!(
            (&doubt["row"], &doubt["column"], &doubt["understood"]),
            (&2.into(), &"C".into(), &"10 al 31/12/2025".into())
        );
    }
    let sheet = base("Base al 30/06/2025");
    assert_eq!(sheet["records"][0]["base"]["al"], "2025-06-30");
    assert_eq!(sheet["doubts"], serde_json::json!([]));
    assert_eq!(base("Baseline")["records"][0]["base"], serde_json::json!({"valore": 10}));
}

#[test]
fn a_doubt_stands_where_its_words_stand() {
    let sheet = text("Area;Servizio;Smart team;Smartabilità\nRisorse;Servizi Finanziari;Ufficio Paghe;smartabile\n");
    let doubts = sheet["doubts"].as_array().expect("doubts");
    let doubt = doubts.iter().find(|doubt| doubt["text"] == "Ufficio Paghe").expect("a doubt");
    assert_eq!((&doubt["row"], &doubt["column"]), (&2.into(), &"C".into()), "{sheet:#}");
    // The title of a part names the office of the rows below, and is told once.
    let sheet = text(
        "Codice;Lavoro agile;Processo\n;Servizio Paghe e Contributi;\n100-1-B;si;Protocollo\n100-2-B;no;Notifiche\n",
    );
    let doubts = sheet["doubts"].as_array().expect("doubts");
    let places: Vec<_> = doubts
        .iter()
        .filter(|doubt| doubt["text"] == "Servizio Paghe e Contributi")
        .map(|doubt| (&doubt["row"], &doubt["column"]))
        .collect();
    assert_eq!(places, [(&2.into(), &"B".into())], "{sheet:#}");
}
