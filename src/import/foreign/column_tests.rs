//! What a column is taken for, and what is said where its heading and its values do not agree.

use super::tests::text;
use crate::import::report;
use crate::import::{Answers, Context, read_foreign};
use serde_json::{Value, json};

/// The values of a key, record by record.
fn values(sheet: &Value, key: &str) -> Vec<Value> {
    sheet["records"].as_array().expect("records").iter().map(|record| record[key].clone()).collect()
}

/// The key of each column.
fn keys(sheet: &Value) -> Vec<Value> {
    sheet["columns"].as_array().expect("columns").iter().map(|column| column["key"].clone()).collect()
}

#[test]
fn answers_under_a_heading_of_something_else_are_not_those_of_agile_work() {
    let under = |heading: &str, answers: [&str; 3]| {
        let [one, two, three] = answers;
        text(&format!(
            "Processo;Servizio;{heading}\nMandati;Servizio Tributi;{one}\nCassa;Servizio Tributi;{two}\nIMU;Servizio Tributi;{three}\n"
        ))
    };
    for heading in ["Presenza necessaria", "Firma digitale", "Presidio", "S.A.", "Output"] {
        let sheet = under(heading, ["SI", "NO", "SI"]);
        assert_eq!(values(&sheet, "smartabilita"), [Value::Null, Value::Null, Value::Null], "{heading}");
    }
    let sheet = under("Firma digitale", ["SI", "NO", "SI"]);
    let column = &sheet["columns"][2];
    assert_eq!((&column["how"], &column["key"]), (&"none".into(), &Value::Null));
    assert!(column["remark"].as_str().is_some_and(|remark| remark.contains("`smartabilita`")), "{column}");
    for heading in ["Si può fare a distanza?", "Esito", "Smart si/no", ""] {
        let sheet = under(heading, ["SI", "NO", "in parte"]);
        assert_eq!(values(&sheet, "smartabilita"), ["si", "no", "in parte"], "{heading}");
        assert_eq!(sheet["doubts"], json!([]), "{heading}");
    }
    // Hardly any other question is answered by a part.
    let sheet = under("S.A.", ["SI", "NO", "in parte"]);
    assert_eq!(values(&sheet, "smartabilita"), ["si", "no", "in parte"]);
    assert_eq!((&sheet["doubts"][0]["row"], &sheet["doubts"][0]["column"]), (&1.into(), &"C".into()));
    for (heading, how) in [("Complessità", "none"), ("Livello corruttivo", "values")] {
        assert_eq!(under(heading, ["alto", "medio", "basso"])["columns"][2]["how"], how, "{heading}");
    }
}

#[test]
fn a_heading_that_speaks_of_agile_work_comes_before_one_that_does_not() {
    let sheet = text(
        "Processo;Servizio;Presidio;Effettuabile da remoto\nMandati;Servizio Tributi;no;totalmente\n\
         Cassa;Servizio Tributi;si;parzialmente\nStrade;Servizio Tributi;si;per nulla\nIMU;Servizio Tributi;no;a richiesta\n",
    );
    assert_eq!(keys(&sheet)[2..], [Value::Null, "smartabilita".into()]);
    assert_eq!(values(&sheet, "smartabilita"), [json!("si"), json!("in parte"), json!("no"), Value::Null]);
}

#[test]
fn a_cross_under_a_denied_question_is_a_no() {
    let sheet = text(
        "Processo;Servizio;Non smartabile\nMandati;Servizio Tributi;\nCassa;Servizio Tributi;X\nIMU;Servizio Tributi;\n",
    );
    assert_eq!(values(&sheet, "smartabilita"), [Value::Null, "no".into(), Value::Null]);
    let sheet = text(
        "Processo;Servizio;Smartabile;Parzialmente smartabile;Non smartabile\nMandati;Servizio Tributi;X;;\n\
         Cassa;Servizio Tributi;;X;\nIMU;Servizio Tributi;;;X\n",
    );
    assert_eq!(values(&sheet, "smartabilita"), ["si", "in parte", "no"]);
    // A yes to it may be read in two ways: it is asked.
    let sheet = text("Processo;Servizio;Non smartabile\nMandati;Servizio Tributi;SI\nCassa;Servizio Tributi;NO\n");
    assert_eq!((&keys(&sheet)[2], values(&sheet, "smartabilita")), (&Value::Null, vec![Value::Null, Value::Null]));
    let sheet = text("Servizio;Dipendenti;Dipendenti non agili\nServizio Tributi;9;4\n");
    assert_eq!(keys(&sheet)[1..], ["dipendenti".into(), Value::Null]);
}

#[test]
fn the_last_of_several_years_is_read_and_the_others_are_asked() {
    let sheet = text(
        "Servizio;Dipendenti 2024;Dipendenti 2025;Agili al 31.12.2025;Agili al 31.12.2024\nServizio Tributi;9;10;5;4\n",
    );
    assert_eq!(keys(&sheet)[1..], [Value::Null, "dipendenti".into(), "agili".into(), Value::Null]);
    assert_eq!((&sheet["records"][0]["dipendenti"], &sheet["records"][0]["agili"]), (&10.into(), &5.into()));
    assert!(sheet["columns"][1]["remark"].as_str().is_some_and(|remark| remark.contains("«Dipendenti 2025»")));
    assert_eq!(sheet["settings"]["data"], "2025-12-31");
}

#[test]
fn women_and_men_are_told_by_a_letter_where_both_are_there() {
    let sheet = text(
        "Area;Servizio;Dipendenti;;;Lavoratori agili;;\n;;D;U;Tot;D;U;Tot\nRisorse;Ragioneria;6;4;10;3;2;5\n\
         ;Tributi;5;meno di 3;7;3;meno di 3;meno di 5\nTOTALE ENTE;;11;6;17;6;4;9\n",
    );
    let first = json!({
        "area": "Risorse", "servizio": "Ragioneria", "dipendenti": 10, "agili": 5,
        "donne": {"dipendenti": 6, "agili": 3}, "uomini": {"dipendenti": 4, "agili": 2},
    });
    assert_eq!(sheet["records"][0], first);
    assert_eq!(sheet["settings"]["totale_dichiarato"]["dipendenti"], 17);
    let totals = sheet["totals"].as_array().expect("totals");
    assert!(totals.iter().all(|total| total["declared"] == total["counted"]), "{totals:?}");
    // A letter alone says nothing.
    for heading in ["Dip. D", "D", "F", "U", "M", "Dip. (F)"] {
        let sheet = text(&format!("Servizio;Dipendenti;{heading}\nServizio Tributi;10;6\n"));
        let record = &sheet["records"][0];
        assert_eq!((&record["donne"], &record["uomini"]), (&Value::Null, &Value::Null), "{heading}");
        assert_eq!(sheet["columns"][2]["how"], "none", "{heading}");
    }
}

#[test]
fn bare_letters_are_women_and_men_beside_a_count_of_people() {
    for [women, men] in [["D", "U"], ["F", "M"], ["Femmine", "Maschi"], ["Femminile", "Maschile"], ["d.", "u."]] {
        let sheet = text(&format!("Servizio;Dipendenti;{women};{men};Agili\nServizio Tributi;10;6;4;3\n"));
        let counted = json!({
            "servizio": "Servizio Tributi", "dipendenti": 10, "agili": 3, "donne": {"dipendenti": 6}, "uomini": {"dipendenti": 4},
        });
        assert_eq!(sheet["records"][0], counted, "{women}");
        // What they are a part of may stand behind them.
        let row = "Servizio Tributi;6;4;10;2;1;3";
        let sheet = text(&format!("Servizio;{women};{men};Dipendenti;{women};{men};Agili\n{row}\n"));
        let record = &sheet["records"][0];
        assert_eq!(record["donne"], json!({"dipendenti": 6, "agili": 2}), "{women}");
        assert_eq!(record["uomini"], json!({"dipendenti": 4, "agili": 1}), "{women}");
    }
    let sheet = text("Servizio;Agili;D;U;Dipendenti;D;U\nServizio Tributi;3;2;1;10;6;4\n");
    assert_eq!(sheet["records"][0]["donne"], json!({"agili": 2, "dipendenti": 6}));
    // Of two numbers they are parts of the one that they give.
    for (row, key) in [("10;5;6;4", "dipendenti"), ("10;5;3;2", "agili")] {
        let sheet = text(&format!("Servizio;Dipendenti;Agili;D;U\nServizio Tributi;{row}\nServizio Personale;;;;\n"));
        assert_eq!(sheet["records"][0]["donne"].as_object().map(|group| group.contains_key(key)), Some(true), "{row}");
    }
    // A total is one of people where they give it.
    let table = |total: u8| text(&format!("Servizio;M;F;Tot.\nServizio Tributi;6;4;{total}\n"));
    assert_eq!(table(10)["records"][0]["uomini"], json!({"dipendenti": 6}));
    assert_eq!(table(11)["table"], Value::Null);
    assert_eq!(text("Servizio;D;U\nServizio Tributi;6;4\n")["table"], Value::Null);
}

#[test]
fn a_share_is_no_number_of_people() {
    let sheet = text("Servizio;Dipendenti;Agili\nServizio Tributi;10;50%\nServizio Personale;4;100%\n");
    assert_eq!(values(&sheet, "agili"), [Value::Null, Value::Null]);
    assert_eq!(sheet["not_understood"].as_array().map(Vec::len), Some(2));
}

#[test]
fn an_answer_says_how_many_people_a_word_means() {
    let table = "Servizio;Dipendenti;Agili\nServizio Tributi;cinque;un paio\n";
    let sheet = super::tests::answered(table, "parole: { cinque: 5, un paio: 2 }");
    assert_eq!((&sheet["records"][0]["dipendenti"], &sheet["records"][0]["agili"]), (&5.into(), &2.into()));
    assert_eq!(sheet["not_understood"], json!([]));
}

#[test]
fn who_answers_for_a_process_is_no_office_of_it() {
    let sheet = text("Processo;Smartabile;Titolare\nMandati;SI;Servizio Tributi\nCassa;NO;Servizio Tributi\n");
    assert_eq!((&keys(&sheet)[2], &sheet["columns"][2]["how"]), (&Value::Null, &"none".into()));
}

#[test]
fn a_column_that_could_be_another_says_which_is_read() {
    let sheet = text("Servizio;Dipendenti;Lavoratori agili;Dipendenti agili\nServizio Tributi;9;4;5\n");
    let remark = sheet["columns"][3]["remark"].as_str().expect("a remark");
    assert!(remark.contains("`agili`") && remark.contains("«Lavoratori agili»"), "{remark}");
}

#[test]
fn the_answers_to_names_stand_beside_the_offices_of_the_edition() {
    let edition = super::tests::edition();
    let table = "Processo;Servizio;Smartabile\nMandati;Ignoto;SI\n";
    let workbook = crate::sheet::parse("prova.csv", "prova", table.as_bytes().to_vec()).expect("a table");
    let answers = Answers::default();
    let reading = read_foreign(&workbook, "prova.csv", Context { edition: &edition, table: None, answers: &answers });
    let questions = report::questions(&[reading], &edition);
    assert!(questions.contains("  # servizio-tributi: Servizio Tributi\n"), "{questions}");
}

#[test]
fn a_one_among_parts_of_one_is_the_whole() {
    let shares = |shares: [&str; 3]| {
        let [one, two, three] = shares;
        text(&format!(
            "Processo;Servizio;% smart;Smartabile\nMandati;Servizio Tributi;{one};SI\nCassa;Servizio Tributi;{two};in parte\n\
             IMU;Servizio Tributi;{three};in parte\n"
        ))
    };
    let sheet = shares(["1", "0,4", "0,75"]);
    assert_eq!((values(&sheet, "percentuale"), &sheet["doubts"]), (vec![100.into(), 40.into(), 75.into()], &json!([])));
    let sheet = shares(["1", "40", "75"]);
    assert_eq!((values(&sheet, "percentuale"), &sheet["doubts"]), (vec![1.into(), 40.into(), 75.into()], &json!([])));
    let sheet = shares(["1", "0,4", "75"]);
    assert_eq!((&sheet["doubts"][0]["row"], &sheet["doubts"][0]["column"]), (&2.into(), &"C".into()));
}

#[test]
fn an_answer_that_is_not_known_is_told_and_a_blank_is_not() {
    let sheet = text(
        "Processo;Servizio;Smartabile;Supporti cartacei\nA;Servizio Tributi;n.d.;n.d.\nB;Servizio Tributi;?;si\n\
         C;Servizio Tributi;da definire;?\nD;Servizio Tributi;-;-\nE;Servizio Tributi;;\nF;Servizio Tributi;SI;no\n",
    );
    let doubts = sheet["doubts"].as_array().expect("doubts");
    let places: Vec<_> = doubts.iter().map(|doubt| json!([doubt["row"], doubt["column"]])).collect();
    assert_eq!(json!(places), json!([[2, "C"], [3, "C"], [4, "C"], [4, "D"]]));
    assert!(sheet["records"][1]["da_verificare"].as_str().is_some_and(|doubt| doubt.contains("«?»")));
}

#[test]
fn a_total_of_one_answer_counts_that_answer() {
    let total = |label: &str, number: u32| {
        let sheet = text(&format!(
            "Codice;Processo;Smartabile\n100-1-B;Mandati;SI\n100-2-M;Cassa;NO\n100-3-M;Economato;SI\n;{label};{number}\n"
        ));
        sheet["totals"][0]["counted"].clone()
    };
    assert_eq!([total("Totale SI", 2), total("Totale non smartabili", 1), total("Totale processi", 3)], [2, 1, 3]);
}

#[test]
fn columns_known_only_by_their_values_are_asked_with_the_keys_of_the_table() {
    let edition = super::tests::edition();
    let table = "Processo;Servizio;Esito;Colore\nMandati;Servizio Tributi;SI;rosso\nCassa;Servizio Tributi;NO;blu\n";
    let workbook = crate::sheet::parse("prova.csv", "prova", table.as_bytes().to_vec()).expect("a table");
    let read =
        |answers: &Answers| read_foreign(&workbook, "prova.csv", Context { edition: &edition, table: None, answers });
    let questions = report::questions(&[read(&Answers::default())], &edition);
    for asked in ["\"Esito\":", "\"Colore\":", "intesa come smartabilita", "# Le chiavi di processi: codice,"] {
        assert!(questions.contains(asked), "{asked} in {questions}");
    }
    let filled = questions.replace("\"Esito\":", "\"Esito\": output").replace("\"Colore\":", "\"Colore\": ignora");
    let answers = Answers::parse("risposte.yaml", &filled).expect("answers");
    let sheet = report::json(&[read(&answers)], &[])["files"][0]["sheets"][0].clone();
    assert_eq!(sheet["records"][0]["output"], json!(["SI"]));
}

#[test]
fn groups_of_headings_in_a_text_are_read_as_merged_ones() {
    // Of two years the last, though the heading below it is the same.
    let sheet =
        text(";;Anno 2025;;Anno 2026;\nArea;Servizio;Dipendenti;Agili;Dipendenti;Agili\nRisorse;Ragioneria;6;4;3;2\n");
    assert_eq!(sheet["header_rows"], json!([1, 2]));
    assert_eq!(keys(&sheet)[2..], [Value::Null, Value::Null, "dipendenti".into(), "agili".into()]);
    let plan =
        "Gruppo;Corso;Responsabili;;Altri;\n;;Base;Avanzato;Base;Avanzato\nDigitale;Sicurezza;X;X;;X\n;Privacy;X;;X;\n";
    let sheet = text(plan);
    let ids = ["responsabili-base", "responsabili-avanzato", "altri-base", "altri-avanzato"];
    assert_eq!(keys(&sheet)[2..], ids);
    assert_eq!((&sheet["records"][0]["nome"], &sheet["not_understood"]), (&json!("Base"), &json!([])));
    let sheet = text(
        "Processo;Servizio;Smartabile;Volumi;;Tempi;\n;;;2024;2025;Medi;Massimi\nMandati;Servizio Tributi;SI;10;20;5;6\n",
    );
    assert_eq!((&sheet["columns"][4]["heading"], &sheet["not_understood"]), (&json!("Volumi / 2025"), &json!([])));
    // A part of the people is not all of them.
    let sheet = text(
        ";Personale dipendente;;;Personale agile;;\nServizio;Dirigenti;Funzionari;Totale;Dirigenti;Funzionari;Totale\nServizio Tributi;1;4;5;0;2;2\n",
    );
    let record = json!({"servizio": "Servizio Tributi", "dipendenti": 5, "agili": 2});
    assert_eq!(sheet["records"][0], record, "{sheet:#}");
    // What only says that audiences stand below it is no group of them.
    let sheet = text("Corso;Destinatari;;\n;Dirigenti;Funzionari;Istruttori\nSicurezza;X;;X\nPrivacy;X;X;\n");
    assert_eq!(keys(&sheet)[1..], ["dirigenti", "funzionari", "istruttori"]);
    assert_eq!(sheet["records"][0]["gruppo"], Value::Null);
}
