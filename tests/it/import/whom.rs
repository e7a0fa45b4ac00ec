//! Whom a process concerns, by the names in a sheet of others: the very name of an office goes before one that is only like it, and what
//! goes from a record is said.

use crate::folder::Folder;
use serde_json::Value;

/// The starter whose smart teams are called `Ufficio …`, its services `Servizio …`.
fn offices() -> Folder {
    let starter = Folder::starter();
    starter.edit("smart-team.yaml", "nome: Segreteria", "nome: Ufficio Segreteria");
    starter.edit("smart-team.yaml", "nome: Tributi", "nome: Ufficio Tributi");
    starter
}

fn sheet(heading: &str, [first, second]: [&str; 2]) -> String {
    format!(
        "Cod.;Attività;{heading};Smart?\n100-1-B;Pubblicazione degli atti;{first};Sì\n200-1-M;Accertamento dei tributi;{second};in parte\n"
    )
}

#[test]
fn the_very_name_of_a_smart_team_is_that_of_no_service() {
    for heading in ["Ufficio", "Servizio", "Unità organizzativa"] {
        let folder = offices();
        let before = folder.read("processi.yaml");
        folder.write("/a.csv", sheet(heading, ["Ufficio Segreteria", "ufficio tributi"]));
        let ran = folder.piao(["import", "a.csv", "--yes", "--format", "json"]).run();
        let report: Value = serde_json::from_str(&ran.out).expect("JSON");
        let read = &report["files"][0]["sheets"][0];
        assert_eq!(read["columns"][2]["key"], "smart_team", "{heading}");
        assert_eq!(read["records"][1]["smart_team"], serde_json::json!(["tributi"]), "{heading}: {read:#}");
        assert!(ran.err.contains("Nulla da cambiare"), "{heading}: {}", ran.err);
        assert_eq!(folder.read("processi.yaml"), before, "{heading}");
    }
}

#[test]
fn of_names_of_both_kinds_each_is_what_it_is_called() {
    let folder = offices();
    folder.write("/a.csv", sheet("Servizio", ["Ufficio Segreteria", "Servizio Tributi"]));
    let ran = folder.piao(["import", "a.csv", "--yes"]).run();
    assert!(ran.out.contains("      Smart team: Ufficio Tributi → (vuoto)\n"), "{}", ran.out);
    assert!(ran.out.contains("      Servizio: (vuoto) → Servizio Tributi\n"), "{}", ran.out);
    assert!(!ran.out.contains("Ufficio Segreteria →"), "{}", ran.out);
    let after = folder.read("processi.yaml");
    assert!(after.contains("smart_team: [segreteria]") && after.contains("servizio: [tributi]"), "{after}");
    assert!(!after.contains("smart_team: [tributi]"), "{after}");
}

#[test]
fn a_name_without_a_word_of_its_own_is_what_its_heading_says() {
    for (heading, key) in [("Servizio", "servizio"), ("Ufficio", "smart_team")] {
        let folder = Folder::starter();
        folder.write("/a.csv", sheet(heading, ["Segreteria", "Tributi"]));
        let ran = folder.piao(["import", "a.csv", "--format", "json"]).any_status().run();
        let report: Value = serde_json::from_str(&ran.out).expect("JSON");
        let read = &report["files"][0]["sheets"][0];
        assert_eq!(read["records"][1][key], serde_json::json!(["tributi"]), "{heading}: {read:#}");
        assert_eq!(read["doubts"], serde_json::json!([]), "{heading}");
    }
}

#[test]
fn of_two_keys_of_which_a_record_has_one_the_one_that_goes_is_said() {
    let folder = Folder::starter();
    let sheet = "Area;Servizio;Smart team;Giorni al mese;Dipendenti;Agili\nAffari Generali;Servizio Segreteria;Segreteria;8;12;7\n";
    folder.write("/a.csv", sheet);
    let ran = folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    let after = folder.read("attuazione.yaml");
    assert!(after.contains("giorni: 8 al mese") && !after.contains("giorni_settimana: 1\n"), "{}{after}", ran.out);
    assert!(ran.out.contains(": 1 → (vuoto)\n"), "{}", ran.out);
}
