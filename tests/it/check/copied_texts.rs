//! What copying leaves in a text: where it is said, and what the corrections make of it.

use crate::folder::Folder;
use crate::found::findings;
use piao::diagnostic::Severity;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";

/// The purpose of the first program after `piao check --fix`, when it was `text` before.
fn corrected(text: &str) -> String {
    let starter = Folder::starter();
    starter.edit("software.yaml", "scopo: Registrazione dei documenti", &format!("scopo: {text}"));
    starter.piao(["check", "--fix"]).any_status().run();
    let file = starter.read("software.yaml");
    let line = file.lines().find_map(|line| line.trim().strip_prefix("scopo: "));
    line.expect("the purpose").to_owned()
}

#[test]
fn what_is_certain_is_read_back() {
    for (wrong, right) in [
        ("Atti perchÃ© dâ€™ufficio", "Atti perché d’ufficio"),
        ("Atti perch&eacute; R&amp;S", "Atti perché R&S"),
        ("Atti dell'ufﬁcio", "Atti dell'ufficio"),
        ("Atti della citta\u{300}", "Atti della città"),
        ("Atti\tdell'ufficio", "Atti dell'ufficio"),
        ("Atti\u{2028}dell'ufficio", "Atti dell'ufficio"),
        ("Atti Сomunali della β-talassemia", "Atti Comunali della β-talassemia"),
    ] {
        assert_eq!(corrected(wrong), right);
    }
}

#[test]
fn what_is_lost_is_left_alone() {
    for text in ["Atti dell'attivitÃ comunale", "\"Atti #N/D\"", "=SOMMA(A1:A9)", "Atti<br>vari", "\"Atti\\0 vari\""] {
        assert_eq!(corrected(text), text);
    }
}

#[test]
fn a_control_character_in_the_code_of_a_chapter_is_an_error() {
    let starter = Folder::starter();
    let line = starter.read(CHAPTER).lines().count() + 2;
    starter.write(CHAPTER, format!("{}\nSi preme `a\u{1b}b`.\n", starter.read(CHAPTER)));
    let found = findings(starter.root());
    assert_eq!(found.len(), 1, "{found:?}");
    let found = &found[0];
    assert_eq!((found.code, found.severity, found.line), ("LA512", Severity::Error, line));
    assert_eq!(found.message, "dopo «preme `a» c'è un carattere di comando");
}

#[test]
fn one_wrong_area_is_said_once() {
    let starter = Folder::starter();
    starter.edit("attuazione.yaml", "area: Risorse", "area: Risrose");
    let found = findings(starter.root());
    let said: Vec<_> = found.iter().map(|found| (found.code, found.message.as_str())).collect();
    assert_eq!(said, [("LA322", "«Risrose» non è il nome di nessuna area")]);
}
