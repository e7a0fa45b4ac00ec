//! Keys and lists of records that are not where they belong: one finding each, and a correction that brings them home.

use crate::folder::Folder;
use crate::found::{Found, findings};

/// What is said of the starter after an edit; `--fix` then leaves what another edit would have made.
#[track_caller]
fn one(file: &str, replace: &str, with: &str, code: &str, message: &str, fixed: &str) {
    let starter = Folder::starter();
    starter.edit(file, replace, with);
    let found = findings(starter.root());
    let said: Vec<(&str, &str)> = found.iter().map(|Found { code, message, .. }| (*code, message.as_str())).collect();
    assert_eq!(said, [(code, message)], "«{with}»");
    starter.piao(["check", "--fix"]).any_status().run();
    let expected = Folder::starter();
    expected.edit(file, replace, fixed);
    assert_eq!(starter.read(file), expected.read(file), "«{with}»");
}

#[test]
fn the_last_keys_of_the_last_record_at_the_margin_are_its_own() {
    for (file, key) in [
        ("processi.yaml", "supporti_cartacei: si"),
        ("servizi.yaml", "alias: [Servizio Entrate]"),
        ("smart-team.yaml", "smartabilita: parzialmente smartabile"),
        ("software.yaml", "scopo: Registrazione dei documenti"),
        ("valutazione.yaml", "voci: [Orientamento all'utenza, Puntualità nel rispetto degli impegni]"),
        ("esclusioni.yaml", "dove: Sportello al pubblico"),
    ] {
        let written = format!("    {key}\n");
        let name = key.split(':').next().unwrap();
        let message = format!("prima di `{name}` mancano gli spazi: ne vanno 4");
        one(file, &written, &format!("{key}\n"), "LA001", &message, &written);
    }
}

#[test]
fn a_key_of_the_file_after_its_list_is_not_of_a_record() {
    let starter = Folder::starter();
    let total = "totale_dichiarato:\n  etichetta: Totale\n  dipendenti: 21\n  agili: 11\n";
    starter.edit("attuazione.yaml", total, &format!("{total}nota: Letta da tutti\npremessa: Come nel piano\n"));
    assert_eq!(findings(starter.root()).iter().map(|found| found.message.clone()).collect::<Vec<_>>(), [] as [&str; 0]);
}

#[test]
fn a_list_without_the_line_above_it_is_told_what_to_write() {
    let message = "manca la riga `software:` con cui comincia l'elenco";
    one("software.yaml", "software:\n", "", "LA006", message, "software:\n");
    let message = "manca la riga `processi:` con cui comincia l'elenco";
    one("processi.yaml", "processi:\n", "", "LA006", message, "processi:\n");
}

#[test]
fn a_list_under_another_word_is_one_finding() {
    let starter = Folder::starter();
    starter.edit("software.yaml", "software:\n", "programmi:\n");
    let found = findings(starter.root());
    let [found] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((found.code, found.message.as_str()), ("LA007", "la chiave `programmi` non esiste per questo file"));
}
