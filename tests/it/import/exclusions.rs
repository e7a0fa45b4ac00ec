//! Tables of what is left out of agile work.

use crate::folder::Folder;
use serde_json::{Value, json};

/// What is understood of a text.
fn read(folder: &Folder, text: &str) -> Value {
    folder.write("/a.csv", text);
    let ran = folder.piao(["import", "a.csv", "--format", "json"]).any_status().run();
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err));
    report["files"][0]["sheets"][0].clone()
}

const LIST: &str = "Profilo;Sede/servizio\na);Istruttori bibliotecari;Biblioteca\n;Addetti al prestito;Biblioteca\nb);Messi;Servizio Segreteria\n;Uscieri;\n";

#[test]
fn the_place_has_many_names_and_a_letter_goes_on() {
    for heading in [
        "Sede/servizio",
        "Servizio/Sede",
        "Ufficio/Servizio",
        "Sede o servizio",
        "Luogo di lavoro",
        "Struttura",
        "Ufficio",
    ] {
        let table = format!("Lett.;{}", LIST.replace("Sede/servizio", heading));
        let sheet = read(&Folder::starter(), &table);
        assert_eq!(sheet["table"], "esclusioni", "{heading}");
        let records = json!([
            {"lettera": "a", "profili": ["Istruttori bibliotecari", "Addetti al prestito"], "dove": "Biblioteca"},
            {"lettera": "b", "profili": ["Messi"], "dove": "Servizio Segreteria"},
            {"lettera": "b", "profili": ["Uscieri"]},
        ]);
        assert_eq!((&sheet["records"], &sheet["doubts"]), (&records, &json!([])), "{heading}");
    }
    // Under `Codice`, too, where the heading says that something is left out.
    let sheet = read(&Folder::starter(), "Codice;Attività esclusa;Servizio\nA;Sportelli;URP\n;Notifiche;Messi\n");
    assert_eq!(sheet["records"][1], json!({"lettera": "A", "attivita": ["Notifiche"], "dove": "Messi"}), "{sheet:#}");
    let sheet = read(&Folder::starter(), "Codice;Attività;Sede\n1;Rilascio carte;Municipio\n");
    assert_eq!(sheet["table"], "processi");
}

#[test]
fn a_blank_letter_among_letters_of_their_own_is_doubtful() {
    let table = "Lettera;Profilo\na;Agenti\nb;Operai\nc;Cuochi\nd;Messi\n;Autisti\n";
    let sheet = read(&Folder::starter(), table);
    let record = &sheet["records"][3];
    assert_eq!((&record["lettera"], &record["profili"]), (&json!("d"), &json!(["Messi", "Autisti"])), "{sheet:#}");
    assert!(record["da_verificare"].is_string() && sheet["doubts"][0]["row"] == 6, "{sheet:#}");
    // A row without anything that is left out is no record.
    let sheet = read(&Folder::starter(), "Lettera;Profilo;Sede\na;Agenti;Municipio\nb;;Magazzino\n");
    assert_eq!((&sheet["rows"]["read"], &sheet["not_understood"][0]["row"]), (&json!(1), &json!(3)), "{sheet:#}");
}

#[test]
fn a_corrected_list_says_more_of_the_records_that_are_there() {
    let folder = Folder::starter();
    folder.edit(
        "esclusioni.yaml",
        "",
        "esclusioni:\n  - profili: [Messi]\n  - lettera: a\n    profili: [Istruttori bibliotecari]\n",
    );
    folder.write("/a.csv", format!("Lett.;{LIST}"));
    folder.piao(["import", "a.csv", "--yes"]).run();
    let written = folder.read("esclusioni.yaml");
    assert_eq!(written.matches("profili:").count(), 3, "{written}");
    assert_eq!(written.matches("lettera: b").count(), 2, "{written}");
    let again = folder.piao(["import", "a.csv", "--yes"]).run();
    assert!(again.err.contains("Nulla da cambiare"), "{}{}", again.out, again.err);
}
