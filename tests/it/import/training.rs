//! Training plans of bodies whose edition names no audiences yet.

use crate::folder::Folder;
use serde_json::{Value, json};

/// A body without a training plan.
fn body() -> Folder {
    let starter = Folder::starter();
    starter.remove("formazione.yaml");
    starter
}

fn read(folder: &Folder, text: &str) -> Value {
    folder.write("/a.csv", text);
    let ran = folder.piao(["import", "a.csv", "--format", "json"]).any_status().run();
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err));
    report["files"][0]["sheets"][0].clone()
}

/// The records of a table in what was understood.
fn modules(sheet: &Value) -> Vec<(&Value, &Value)> {
    let records = sheet["records"].as_array().expect("records").iter();
    records.filter(|record| record["id"].is_null()).map(|record| (&record["nome"], &record["destinatari"])).collect()
}

#[test]
fn columns_of_marks_name_new_audiences_and_are_doubtful() {
    for text in [
        "Corso;Dirigenti;Dipendenti\nSicurezza;X;O\nFirma digitale;;X\nPrivacy;X;n.d.\n;;\nX = obbligatorio, O = facoltativo;;\n",
        "Gruppo;Modulo;Dirigenti;Dipendenti\nDigitale;Sicurezza;X;O\n;Firma digitale;;X\nOrganizzazione;Privacy;X;\n",
        "Modulo;Personale;Personale\n;Dirigenti;Dipendenti\nSicurezza;X;O\nFirma digitale;;X\nPrivacy;X;\n",
    ] {
        let sheet = read(&body(), text);
        assert_eq!(sheet["table"], "formazione", "{text}{sheet:#}");
        let (one, other) = if text.starts_with("Modulo") {
            ("personale-dirigenti", "personale-dipendenti")
        } else {
            ("dirigenti", "dipendenti")
        };
        assert_eq!(
            modules(&sheet),
            [
                (&json!("Sicurezza"), &json!({one: "X", other: "O"})),
                (&json!("Firma digitale"), &json!({other: "X"})),
                (&json!("Privacy"), &json!({one: "X"})),
            ],
            "{text}{sheet:#}"
        );
        let asked = sheet["doubts"].as_array().expect("doubts").iter();
        let asked =
            asked.filter(|doubt| doubt["message"].as_str().is_some_and(|text| text.contains("destinatari"))).count();
        assert_eq!((asked, &sheet["not_understood"]), (2, &json!([])), "{sheet:#}");
    }
}

#[test]
fn a_plan_of_new_audiences_is_written_whole_and_once() {
    let folder = body();
    let plan = "Gruppo;Modulo;Dirigenti;Dipendenti\nDigitale;Sicurezza;X;O\n;Firma digitale;no;X\n;;;\nLegenda: X = obbligatorio, O = facoltativo;;;\n";
    folder.write("/a.csv", plan);
    folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    let written = folder.read("formazione.yaml");
    for part in [
        "X: obbligatorio",
        "O: facoltativo",
        "id: dirigenti",
        "nome: Dipendenti",
        "nome: Digitale",
        "dirigenti: X",
        "dipendenti: O",
    ] {
        assert!(written.contains(part), "{part} in {written}");
    }
    assert!(!written.contains("dirigenti: no"), "{written}");
    folder.piao(["check"]).run();
    let again = folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    assert!(again.err.contains("Nulla da cambiare"), "{}{}", again.out, again.err);
}

#[test]
fn a_mark_that_is_not_decided_is_told() {
    for undecided in ["da definire", "?"] {
        let folder = body();
        let plan = format!("Gruppo;Modulo;Dirigenti;Dipendenti\nTutti;Sicurezza;X;X\nTutti;Privacy;{undecided};X\n");
        let sheet = read(&folder, &plan);
        let told = &sheet["not_understood"][0];
        assert_eq!(
            (&told["row"], &told["column"], &told["text"]),
            (&json!(3), &json!("C"), &json!(undecided)),
            "{sheet:#}"
        );
        assert_eq!(modules(&sheet)[1], (&json!("Privacy"), &json!({"dipendenti": "X"})), "{sheet:#}");
        folder.piao(["import", "a.csv", "--yes"]).status(1).run();
        assert!(folder.read("formazione.yaml").contains(&format!("da_verificare: \"Nel foglio: «{undecided}»")));
        folder.remove("formazione.yaml");
        folder.write("/r.yaml", format!("parole: {{ \"{undecided}\": X }}\n"));
        folder.piao(["import", "a.csv", "--yes", "--answers", "r.yaml"]).run();
        assert!(folder.read("formazione.yaml").contains("destinatari: { dirigenti: X, dipendenti: X }\n"));
    }
}

#[test]
fn crosses_under_words_that_are_no_modules_make_no_plan() {
    let sheet = read(&body(), "Denominazione;SI;NO;IN PARTE\nProtocollo;x;;\nNotifiche;;x;\n");
    assert_ne!(sheet["table"], "formazione", "{sheet:#}");
}

#[test]
fn a_legend_in_cells_of_its_own_explains_the_marks_wherever_it_stands() {
    let plan =
        ["Gruppo;Modulo;Dirigenti;Dipendenti", "Digitale;Sicurezza;X;O", ";Firma digitale;;X", "Metodo;Privacy;X;"];
    let below = |rows: &[&str]| format!("{}\n;;;\n{}\n", plan.join("\n"), rows.join("\n"));
    let beside =
        |cells: [&str; 4]| plan.iter().zip(cells).map(|(row, cells)| format!("{row};{cells}\n")).collect::<String>();
    for text in [
        below(&["Legenda;;;", "X;obbligatorio;;", "O;facoltativo;;"]),
        below(&["X;obbligatorio;;", "O;facoltativo;;"]),
        below(&[";;X;obbligatorio", ";;O;facoltativo"]),
        below(&[";Legenda;X;obbligatorio", ";;O;facoltativo"]),
        below(&["X;obbligatorio;O;facoltativo"]),
        beside([";Legenda;", ";X;obbligatorio", ";O;facoltativo", ";;"]),
        beside([";;", ";X;obbligatorio", ";O;facoltativo", ";;"]),
        beside(["Segno;Significato", "X;obbligatorio", ";", "O;facoltativo"]),
        beside([";;", ";Legenda: X = obbligatorio;", ";O = facoltativo;", ";;"]),
    ] {
        let folder = body();
        let sheet = read(&folder, &text);
        assert_eq!((modules(&sheet).len(), &sheet["not_understood"]), (3, &json!([])), "{text}{sheet:#}");
        folder.piao(["import", "a.csv", "--yes"]).any_status().run();
        let written = folder.read("formazione.yaml");
        assert!(written.contains("legenda:\n  X: obbligatorio\n  O: facoltativo\n"), "{text}{written}");
        assert_eq!(written.matches("- id:").count(), 2, "{text}{written}");
        folder.piao(["check"]).run();
    }
}

#[test]
fn what_a_legend_explains_and_is_not_written_is_told() {
    let folder = body();
    let text = "Gruppo;Modulo;Dirigenti;Dipendenti\nDigitale;Sicurezza;X;X\n;;;\nLegenda;;;\nX;obbligatorio;;\nF;facoltativo;;\nX;per tutti;;\n";
    folder.write("/a.csv", text);
    let ran = folder.piao(["import", "a.csv"]).any_status().run();
    for said in ["spiega anche «F» («facoltativo»)", "«X» in due modi: vale «obbligatorio», e non «per tutti»"]
    {
        assert!(ran.out.contains(said), "{}", ran.out);
    }
    // Marks of two audiences of which one is written in words, and a module of a short name.
    let sheet = read(&folder, "Modulo;Dirigenti;Dipendenti\nIT;X;\nPrivacy;O;X\nSicurezza;X;obbligatorio\n");
    assert_eq!(modules(&sheet).len(), 3, "{sheet:#}");
}

const LETTERS: &str = "Corso;Dipendenti;D;U\nSicurezza;X;X;X\nPrivacy;;X;X\n";

#[test]
fn an_answer_names_the_audience_of_a_column_of_marks() {
    // A table of people has numbers, whatever the answer is called.
    for (answers, names) in [
        (
            "colonne: { D: donne, U: Uomini in organico }\n",
            ["donne", "Donne", "uomini-in-organico", "Uomini in organico"],
        ),
        ("colonne: { D: d, U: u }\n", ["d", "D", "u", "U"]),
    ] {
        let folder = Folder::starter();
        folder.write("/a.csv", LETTERS);
        folder.write("/r.yaml", answers);
        folder.piao(["import", "a.csv", "--yes", "--answers", "r.yaml"]).run();
        let (written, [women, women_name, men, men_name]) = (folder.read("formazione.yaml"), names);
        let audiences = format!("  - id: {women}\n    nome: {women_name}\n  - id: {men}\n    nome: {men_name}\n");
        assert!(written.contains(&audiences), "{written}");
        assert!(written.contains(&format!("          {women}: X\n          {men}: X\n")), "{written}");
        assert!(!folder.path("modello.yaml").exists(), "a column of the administration's own");
        let again = folder.piao(["import", "a.csv", "--yes", "--answers", "r.yaml"]).any_status().run();
        assert!(again.err.contains("Nulla da cambiare"), "{}{}", again.out, again.err);
    }
}

#[test]
fn an_answer_that_comes_later_calls_the_same_audience_otherwise() {
    let folder = Folder::starter();
    folder.write("/a.csv", LETTERS);
    folder.piao(["import", "a.csv", "--yes"]).run();
    folder.write("/r.yaml", "colonne: { D: donne }\n");
    let ran = folder.piao(["import", "a.csv", "--yes", "--answers", "r.yaml"]).any_status().run();
    let written = folder.read("formazione.yaml");
    assert!(written.contains("  - id: d\n    nome: Donne\n") && !written.contains("donne:"), "{}{written}", ran.out);
    assert!(!folder.path("modello.yaml").exists(), "{}", ran.out);
    // The heading alone is the one of the audience that it made.
    let again = folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    assert!(again.err.contains("Nulla da cambiare") && !again.out.contains("sarebbe aggiunto"), "{}", again.out);
}

#[test]
fn what_is_asked_of_a_plan_names_its_audiences() {
    let folder = Folder::starter();
    folder.write("/a.csv", LETTERS);
    folder.piao(["import", "a.csv", "--answers-out", "q.yaml"]).any_status().run();
    let asked = folder.read("/q.yaml");
    assert!(asked.contains("# Le chiavi di formazione: gruppo, nome, dipendenti, nuovi-assunti."), "{asked}");
}
