//! Which record is which: a code that goes to another process, two that change places, a row under the name that its office has since.

use super::edits::change;
use super::{changes, twice};
use crate::folder::Folder;
use piao::scaffold::EDITION;
use serde_json::{Value, json};

/// The changes of a table, each as its kind and its two identifiers.
fn of_table(folder: &Folder, table: &str) -> Vec<Value> {
    let changes = changes(folder).into_iter().filter(|change| change["table"] == table);
    changes.map(|change| json!([change["kind"], change["before"], change["after"]])).collect()
}

#[test]
fn a_code_that_goes_to_another_process_is_no_new_name() {
    let starter = twice();
    let process = "processo: Accertamento dei tributi\n    finalita: Recuperare i tributi non versati\n    input: [Iniziativa d'ufficio]\n    fasi: [Estrazione delle posizioni, Emissione dell'avviso]";
    let other = "processo: Concorsi e selezioni\n    finalita: Assumere personale\n    input: [Bando]\n    fasi: [Prove, Graduatoria]";
    starter.edit("processi.yaml", process, other);
    assert_eq!(
        of_table(&starter, "processi"),
        [json!(["added", null, "200-1-M"]), json!(["removed", "200-1-M", null])]
    );
}

#[test]
fn a_process_that_only_takes_another_name_keeps_its_code() {
    for name in ["Accertamento dei tributi comunali", "Verifica delle entrate"] {
        let starter = twice();
        starter.edit("processi.yaml", "processo: Accertamento dei tributi", &format!("processo: {name}"));
        assert_eq!(of_table(&starter, "processi"), [json!(["renamed", "200-1-M", "200-1-M"])], "{name}");
    }
}

#[test]
fn codes_that_change_places_follow_their_processes() {
    let starter = twice();
    starter.edit("processi.yaml", "codice: 100-1-B", "codice: X");
    starter.edit("processi.yaml", "codice: 200-1-M", "codice: 100-1-B");
    starter.edit("processi.yaml", "codice: X", "codice: 200-1-M");
    let code = |before: &str, after: &str| {
        let fields = json!([{ "key": "codice", "before": before, "after": after }]);
        change("processi", "renamed", Some(before), Some(after), &fields)
    };
    assert_eq!(changes(&starter), [code("100-1-B", "200-1-M"), code("200-1-M", "100-1-B")]);
}

#[test]
fn a_row_follows_its_office_under_its_new_name() {
    let starter = twice();
    starter.edit(
        "/data/2025-2027/attuazione.yaml",
        "servizio: Servizio Tributi\n    smart_team: Tributi",
        "servizio: Servizio Entrate\n    smart_team: Recupero evasione\n    continua_in: tributi",
    );
    let fields = json!([
        { "key": "servizio", "before": "Servizio Entrate", "after": "Servizio Tributi" },
        { "key": "smart_team", "before": "Recupero evasione", "after": "Tributi" },
        { "key": "continua_in", "before": ["tributi"], "after": null },
    ]);
    let expected = change("attuazione", "renamed", Some("Recupero evasione"), Some("Tributi"), &fields);
    let found: Vec<Value> = changes(&starter).into_iter().filter(|change| change["table"] == "attuazione").collect();
    assert_eq!(found, [expected]);
}

#[test]
fn the_people_are_among_the_totals() {
    let starter = twice();
    let totals = || {
        let ran = starter.piao(["diff", "2025-2027", EDITION, "--format", "json"]).run();
        let report: Value = serde_json::from_str(&ran.out).expect("JSON");
        let totals = report["totals"].as_array().expect("totals").clone();
        totals.into_iter().filter(|total| total["key"] == "dipendenti" || total["key"] == "agili").collect::<Vec<_>>()
    };
    starter.edit("attuazione.yaml", "dipendenti: 9\n", "dipendenti: 8\n");
    starter.edit("attuazione.yaml", "dipendenti: 21", "dipendenti: 20");
    let total = |key: &str, before: usize, after: usize| json!({ "key": key, "before": before, "after": after });
    assert_eq!(totals(), [total("dipendenti", 21, 20), total("agili", 11, 11)]);
    // What is counted by classes is no number.
    starter.edit("attuazione.yaml", "totale_dichiarato:\n  etichetta: Totale\n  dipendenti: 20\n  agili: 11\n", "");
    starter.edit("attuazione.yaml", "agili: 4", "agili: < 5");
    assert_eq!(totals(), [total("dipendenti", 21, 20)]);
}
