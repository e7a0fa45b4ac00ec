//! What is broken is one finding, and what is unread of it is unread: nothing else is said.

use crate::folder::Folder;
use crate::found::{Found, checked, findings};
use piao::diagnostic::{Edit, Severity};
use piao::load::{Overlay, load};
use std::fmt::Write;
use std::fs;

/// The open findings below a folder, notes left out.
fn told(folder: &Folder) -> Vec<Found> {
    let mut found = findings(folder.root());
    found.retain(|found| found.severity != Severity::Note);
    found
}

/// The one finding there is.
#[track_caller]
fn only(folder: &Folder, what: &str) -> Found {
    let mut found = told(folder);
    assert_eq!(found.len(), 1, "{what}: {found:#?}");
    found.remove(0)
}

/// Every key of the settings, broken in turn in the real annex.
#[test]
fn a_broken_key_of_the_settings_is_unread_and_nothing_else() {
    for file in ["/data/ente.yaml", "/data/2025-2027/edizione.yaml"] {
        let folder = Folder::real();
        let text = folder.read(file);
        for (at, line) in text.lines().enumerate() {
            let Some((key, value)) = line.split_once(": ").filter(|(key, _)| !key.starts_with([' ', '#', '-'])) else {
                continue;
            };
            if value.starts_with(['"', '>', '[']) {
                continue;
            }
            let broken = text.replacen(&format!("{line}\n"), &format!("{key}: \"{value}\n"), 1);
            folder.write(file, broken);
            let found = only(&folder, line);
            assert_eq!((found.code, found.line), ("LA001", at + 1), "{line}");
        }
        folder.write(file, text);
    }
}

/// In a file of two lists, both are read around a record of one of them.
#[test]
fn each_list_of_a_file_is_read_around_its_broken_records() {
    let folder = Folder::real();
    let file = "/data/2025-2027/servizi.yaml";
    let text = folder.read(file);
    let whole = load(folder.root()).unwrap().annex.editions.remove(0);
    for (old, new) in [
        ("  - id: servizi-al-territorio\n", " - id: servizi-al-territorio\n"),
        ("    nome: Risorse\n", "\tnome: Risorse\n"),
        ("    nome: Servizi Finanziari\n", "    nome: \"Servizi Finanziari\n"),
        ("  - id: servizio-tributi\n", "- id: servizio-tributi\n"),
    ] {
        assert!(text.contains(old), "{old}");
        folder.write(file, text.replacen(old, new, 1));
        let found = only(&folder, new);
        assert_eq!(found.code, "LA001");
        let edition = load(folder.root()).unwrap().annex.editions.remove(0);
        let rows = |edition: &piao::model::Edition| edition.areas.rows.len() + edition.services.rows.len();
        assert_eq!(rows(&edition) + 1, rows(&whole), "{new}");
    }
}

#[test]
fn a_missing_dash_is_one_finding_and_both_records_are_read() {
    let folder = Folder::real();
    let file = "/data/2025-2027/processi.yaml";
    let text = folder.read(file);
    let rows = load(folder.root()).unwrap().annex.editions[0].processes.rows.len();
    folder.write(file, text.replacen("  - codice: 220-4-B\n", "    codice: 220-4-B\n", 1));
    assert_eq!(only(&folder, "dash").code, "LA009");
    assert_eq!(load(folder.root()).unwrap().annex.editions[0].processes.rows.len(), rows);
    folder.piao(["check", "--fix"]).run();
    assert_eq!(folder.read(file), text);
}

#[test]
fn a_list_written_twice_is_one_finding() {
    let folder = Folder::real();
    let file = "/data/2025-2027/processi.yaml";
    let text = folder.read(file);
    let rows = load(folder.root()).unwrap().annex.editions[0].processes.rows.len();
    let twice = text.replacen("  - codice: 220-4-B\n", "processi:\n  - codice: 220-4-B\n", 1);
    for (twice, what) in [(twice, "the list goes on"), (format!("{text}{text}"), "a copy")] {
        folder.write(file, twice);
        assert_eq!(only(&folder, what).code, "LA009", "{what}");
        assert_eq!(load(folder.root()).unwrap().annex.editions[0].processes.rows.len(), rows, "{what}");
    }
}

#[test]
fn a_file_that_must_be_there_is_one_finding_when_it_is_not() {
    for file in ["ente", "2025-2027/edizione", "2025-2027/servizi", "2025-2027/smart-team", "2025-2027/processi"] {
        let folder = Folder::real();
        let path = folder.path(&format!("/data/{file}.yaml"));
        fs::rename(&path, path.with_extension("yml")).unwrap();
        let found = only(&folder, file);
        assert_eq!(found.code, "LA002");
        assert!(found.message.contains(&format!("ma c'è `data/{file}.yml`")), "{}", found.message);
        fs::remove_file(path.with_extension("yml")).unwrap();
        assert_eq!(only(&folder, file).code, "LA002");
    }
}

#[test]
fn a_file_beside_its_folder_is_one_finding() {
    let folder = Folder::real();
    folder.write("/data/2025-2027/processi/copia.yaml", folder.read("/data/2025-2027/processi.yaml"));
    assert_eq!(only(&folder, "folder").code, "LA005");
}

#[test]
fn a_renamed_identifier_is_one_finding_with_its_places() {
    let folder = Folder::real();
    let file = "/data/2025-2027/servizi.yaml";
    let text = folder.read(file);
    for new in ["risorse-umane", "risorsa", "x"] {
        folder.write(file, text.replacen("  - id: risorse\n", &format!("  - id: {new}\n"), 1));
        let found = only(&folder, new);
        assert_eq!(found.code, "LA203");
        assert!(found.message.contains("ma 16 voci vi rimandano"), "{}", found.message);
    }
}

/// Acceptances that cannot be read may be those of what would be told.
#[test]
fn a_broken_acceptance_brings_back_nothing() {
    let folder = Folder::real();
    let file = "/data/2025-2027/accettazioni.yaml";
    let text = folder.read(file);
    folder.write(file, text.replacen("  - controllo: LA209", "  - controllo: \"LA209", 1));
    assert_eq!(only(&folder, "acceptance").code, "LA001");
}

#[test]
fn anchors_and_aliases_are_read_however_many() {
    let starter = Folder::starter();
    let mut text = String::from("software:\n  - nome: Primo\n    scopo: &s Gestione degli appuntamenti\n");
    for number in 0..500 {
        writeln!(text, "  - nome: Programma {number}\n    scopo: *s").unwrap();
    }
    starter.write("software.yaml", &text);
    assert_eq!(load(starter.root()).unwrap().annex.editions[0].software.rows.len(), 501);
    assert!(told(&starter).iter().all(|found| found.code != "LA001"));
    // What would fill the memory is refused with the true reason.
    let mut bomb = String::from("a: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 0..7 {
        let ten = vec![format!("*a{level}"); 10].join(", ");
        writeln!(bomb, "b{level}: &a{} [{ten}]", level + 1).unwrap();
    }
    starter.write("software.yaml", bomb);
    let found = told(&starter);
    assert!(found.iter().any(|found| found.message.contains("richiama se stesso troppe volte")), "{found:#?}");
}

/// The codes and corrections of the errors of the starter with an edit, in the order of their places.
fn errors(edit: Edit) -> Vec<(&'static str, Option<String>)> {
    let (_, findings) = checked(Folder::with(&[edit]).root(), &Overlay::new());
    let errors = findings.into_iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| (finding.rule.code, finding.fix.map(|fix| fix.replacement))).collect()
}

#[test]
fn no_correction_writes_a_key_that_is_there() {
    for (file, old, new, expected) in [
        ("processi.yaml", "rischio: medio", "rischio: medio\n    Rischio: alto", &[("LA009", None)][..]),
        ("processi.yaml", "rischio: medio", "Rischio: alto\n    rischio: medio", &[("LA009", None)]),
        ("processi.yaml", "rischio: medio", "rischio: medio\n    risschio: alto", &[("LA007", None)]),
        ("processi.yaml", "rischio: medio", "risschio: alto", &[("LA007", Some("rischio"))]),
        (
            "processi.yaml",
            "rischio: medio",
            "Rischio: alto\n    RISCHIO: medio",
            &[("LA007", Some("rischio")), ("LA009", None)],
        ),
        (
            "formazione.yaml",
            "          dipendenti: X",
            "          dipendenti: X\n          Dipendenti: O",
            &[("LA009", None)],
        ),
        (
            "formazione.yaml",
            "          dipendenti: X",
            "          Dipendenti: O\n          dipendenti: X",
            &[("LA009", None)],
        ),
        (
            "formazione.yaml",
            "          dipendenti: X",
            "          dipendenti: X\n          dippendenti: X",
            &[("LA205", None)],
        ),
        ("/data/controlli.yaml", "", "gravita: { LA308: nota, la308: avviso }\n", &[("LA009", None)]),
        ("/data/controlli.yaml", "", "gravita: { la308: avviso, La 301: nota, LA999: nota }\n", &[("LA801", None)]),
    ] {
        let found = errors(Edit::new(file, old, new));
        let found: Vec<_> = found.iter().map(|(code, fix)| (*code, fix.as_deref())).collect();
        assert_eq!(found, expected, "{file}: {new}");
    }
}

/// A file that says nothing is like one that is not there, and told: whatever it was for, and beside others of its folder.
#[test]
fn a_file_that_says_nothing_is_told() {
    for text in ["\n", "\u{feff}---\n"] {
        for file in ["software.yaml", "glossario.yaml", "accettazioni.yaml", "modello.yaml", "/data/controlli.yaml"] {
            let starter = Folder::starter();
            starter.write(file, text);
            let found = only(&starter, file);
            assert_eq!((found.code, found.line), ("LA029", 1), "{file}");
            assert!(found.message.ends_with("è vuoto: vale come se non ci fosse"), "{}", found.message);
        }
    }
    let starter = Folder::starter();
    let processes = starter.read("processi.yaml");
    starter.remove("processi.yaml");
    starter.write("processi/a.yaml", processes);
    starter.write("processi/b.yaml", "");
    let found = only(&starter, "b.yaml");
    assert_eq!((found.code, found.file.ends_with("processi/b.yaml")), ("LA029", true));
    // Where it must be there, that is what is told.
    starter.write("processi/a.yaml", "");
    assert_eq!(only(&starter, "a.yaml").code, "LA002");
    starter.remove("processi/b.yaml");
    starter.write("software.yaml", "software:\n");
    assert!(told(&starter).iter().all(|found| found.code != "LA029"));
}
