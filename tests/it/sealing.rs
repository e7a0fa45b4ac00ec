//! `piao seal`: what a sealed edition does not let pass, and how it is opened again.

use crate::folder::Folder;
use piao::scaffold::EDITION;

/// The starter, sealed on 15 January 2026.
fn sealed() -> Folder {
    let starter = Folder::starter();
    starter.write(&format!("/content/{EDITION}/immagini/a.png"), [1, 2, 3]);
    starter.piao(["sigilla", EDITION]).any_status().run();
    std::fs::remove_file(starter.root().join(format!("content/{EDITION}/immagini/a.png"))).expect("removed");
    let _ = std::fs::remove_file(starter.path("sigillo.yaml"));
    let ran = starter.piao(["sigilla", EDITION]).out("").run();
    assert!(ran.err.contains(&format!("Edizione {EDITION} sigillata: 11 file.")), "{}", ran.err);
    starter
}

/// What is wrong with the seal: files with their messages.
fn broken(folder: &Folder, status: i32) -> Vec<(String, String)> {
    let ran = folder.piao(["check", "--format", "json"]).status(status).run();
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = report["diagnostics"].as_array().expect("findings").iter();
    let findings = findings.filter(|finding| finding["rule"] == "LA027");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    findings.map(|finding| (text(&finding["file"]), text(&finding["message"]))).collect()
}

#[test]
fn a_sealed_edition_is_checked_and_built_as_before() {
    let starter = sealed();
    assert_eq!(broken(&starter, 0), []);
    let seal = starter.read("sigillo.yaml");
    assert!(
        seal.contains(&format!("  content/{EDITION}/01-premessa.md: ")) && !seal.contains("sigillo.yaml:"),
        "{seal}"
    );
    assert!(seal.ends_with("registro:\n  - { data: 2026-01-15, azione: sigillata }\n"), "{seal}");
    starter.piao(["build"]).run();
    let ran = starter.piao(["seal", EDITION]).run();
    assert!(ran.err.ends_with("è già sigillata, e nessun file è cambiato.\n"), "{}", ran.err);
    assert_eq!(starter.read("sigillo.yaml"), seal);
}

#[test]
fn a_file_that_changes_comes_or_goes_is_an_error_with_its_name() {
    let path = |file: &str| format!("data/{EDITION}/{file}");
    let starter = sealed();
    starter.edit("software.yaml", "scopo: Registrazione dei documenti", "scopo: Registrazione di documenti");
    let message = format!("`{}` è cambiato dopo che l'edizione è stata sigillata", path("software.yaml"));
    assert_eq!(broken(&starter, 1), [(path("software.yaml"), message)]);
    starter.piao(["build"]).status(1).run();
    let starter = sealed();
    starter.write("glossario.yaml", "glossario: []\n");
    assert_eq!(broken(&starter, 1)[0].0, path("glossario.yaml"));
    let starter = sealed();
    starter.remove(&format!("/content/{EDITION}/02-stato-di-attuazione.md"));
    let found = broken(&starter, 1);
    assert_eq!((found.len(), found[0].0.clone()), (1, path("sigillo.yaml")));
    assert!(found[0].1.contains("02-stato-di-attuazione.md` non c'è più"), "{found:?}");
    let starter = sealed();
    starter.write(&format!("/content/{EDITION}/immagini/b.png"), [1, 2]);
    assert!(broken(&starter, 1).iter().any(|(file, _)| file.ends_with("immagini/b.png")));
}

#[test]
fn corrections_do_not_touch_a_sealed_edition() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "smartabilita: in parte", "smartabilita: IN PARTE");
    starter.piao(["sigilla", EDITION]).run();
    let before = starter.read("processi.yaml");
    let ran = starter.piao(["check", "--fix"]).any_status().run();
    assert_eq!(starter.read("processi.yaml"), before);
    let why = "1 correzione non è stata fatta: l'edizione è sigillata, e prima va riaperta";
    assert!(ran.err.contains(why) && !ran.err.contains("con --fix lo fa il programma"), "{}", ran.err);
    assert_eq!(broken(&starter, 0), []);
    let ran = starter.piao(["check", "--format", "json"]).run();
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let finding = &report["diagnostics"][0];
    assert_eq!(finding["fix"], serde_json::Value::Null, "{finding:#}");
    assert!(finding["help"].as_str().is_some_and(|help| help.contains("--dissigilla")), "{finding:#}");
    // A seal that somebody broke still holds the other files.
    starter.edit("software.yaml", "scopo: Registrazione dei documenti", "scopo: Registrazione di documenti");
    starter.piao(["check", "--fix"]).status(1).run();
    assert_eq!(starter.read("processi.yaml"), before);
    starter.edit("software.yaml", "scopo: Registrazione di documenti", "scopo: Registrazione dei documenti");
    starter.piao(["seal", EDITION, "--unseal", "--motivo", "Refuso"]).run();
    starter.piao(["check", "--fix"]).any_status().run();
    assert!(starter.read("processi.yaml").contains("smartabilita: in parte"));
}

#[test]
fn nothing_is_imported_into_a_sealed_edition() {
    let starter = sealed();
    let before = crate::tree::files(starter.root());
    let sheet = "Codice;Processo;Smart team;Smartabilità\n200-1-M;Accertamento dei tributi;Tributi;SI\n";
    starter.write("/a.csv", sheet);
    let shown = starter.piao(["import", "a.csv"]).run();
    assert!(
        shown.err.contains("Cambierebbe 1 voce in 1 file; nulla è stato scritto: l'edizione è sigillata"),
        "{}",
        shown.err
    );
    let refused = starter.piao(["import", "a.csv", "--yes"]).status(2).run();
    let why = format!("l'edizione {EDITION} è sigillata: i suoi file non si cambiano");
    assert!(refused.err.contains(&why) && refused.err.contains("--dissigilla --motivo"), "{}", refused.err);
    let other = Folder::starter();
    other.edit(&format!("/content/{EDITION}/01-premessa.md"), "\n---\n", "\n---\n\nUn capoverso nuovo.\n");
    other.piao(["export", "--chapters", "capitoli"]).run();
    let document = std::fs::read(other.root().join("capitoli/premessa.docx")).expect("the chapter");
    starter.write("/premessa.docx", document);
    let import = ["import", "premessa.docx", "--chapter", "premessa"];
    let shown = starter.piao(import).any_status().run();
    assert!(shown.err.contains("l'edizione è sigillata"), "{}", shown.err);
    let refused = starter.piao(import.into_iter().chain(["--yes"])).status(2).run();
    assert!(refused.err.contains(&why), "{}", refused.err);
    std::fs::remove_file(starter.root().join("premessa.docx")).expect("removed");
    std::fs::remove_file(starter.root().join("a.csv")).expect("removed");
    assert_eq!(crate::tree::files(starter.root()), before);
    assert_eq!(broken(&starter, 0), []);
    // What the data say already is no change.
    starter.write("/a.csv", sheet.replace("SI", "in parte"));
    starter.piao(["import", "a.csv", "--yes"]).run();
}

#[test]
fn an_edition_is_opened_with_a_reason_that_stays() {
    let starter = sealed();
    starter.piao(["seal", EDITION, "--unseal"]).status(2).run();
    starter.piao(["seal", EDITION, "--dissigilla", "--motivo", " "]).status(2).run();
    starter.piao(["seal", EDITION, "--dissigilla", "--motivo", "Errore: \"due\" totali"]).run();
    starter.edit("software.yaml", "scopo: Registrazione dei documenti", "scopo: Registrazione di documenti");
    assert_eq!(broken(&starter, 0), []);
    starter.piao(["seal", EDITION, "--dissigilla", "--motivo", "ancora"]).status(2).run();
    starter.piao(["seal", EDITION, "--oggi", "2026-03-01"]).run();
    let record = "\
registro:
  - { data: 2026-01-15, azione: sigillata }
  - { data: 2026-01-15, azione: dissigillata, motivo: \"Errore: \\\"due\\\" totali\" }
  - { data: 2026-03-01, azione: sigillata }
";
    assert!(starter.read("sigillo.yaml").ends_with(record), "{}", starter.read("sigillo.yaml"));
    assert_eq!(broken(&starter, 0), []);
}

#[test]
fn what_cannot_be_sealed_is_said() {
    let starter = Folder::starter();
    let ran = starter.piao(["seal", "2020-2022"]).status(2).run();
    assert!(ran.err.contains("aiuto: le edizioni sono: 2026-2028"), "{}", ran.err);
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [nessuno]");
    starter.piao(["seal", EDITION]).status(1).run();
    assert!(!starter.path("sigillo.yaml").exists());
}

#[test]
fn versions_of_an_edition_are_listed_with_their_acts() {
    let starter = Folder::starter();
    starter.edit(
        "edizione.yaml",
        "stato: bozza",
        "stato: bozza\nversioni:\n  - { n: 2, data: 2026-06-01, atto: deliberazione n. 9, motivo: nuovo servizio }\n  - { n: 1, data: 2026-01-10, atto: deliberazione n. 1 }",
    );
    starter.piao(["build"]).run();
    let page = starter.read(&format!("/public/{EDITION}/index.html"));
    let (second, first) = (page.find("id=\"versione-2\"").expect("two"), page.find("id=\"versione-1\"").expect("one"));
    assert!(second < first && page.contains("deliberazione n. 9: nuovo servizio"), "{page}");
    assert!(page.contains("Le precedenti non sono pubblicate qui"), "{page}");
    // A version that has a folder of its own has its own address, and each leads to the other.
    starter.piao(["new-edition", "2026-2028-rev2"]).run();
    starter.edit(
        "/data/2026-2028-rev2/edizione.yaml",
        "stato: bozza",
        "stato: bozza\nversioni:\n  - { n: 2, data: 2026-06-01 }\n  - { n: 1, data: 2026-01-10 }",
    );
    starter.piao(["build"]).run();
    let page = starter.read(&format!("/public/{EDITION}/index.html"));
    assert!(page.contains("<a href=\"../2026-2028-rev2/index.html\">Versione 2</a>"), "{page}");
    assert!(page.contains("<strong>Versione 1</strong>") && !page.contains("Le precedenti non sono"), "{page}");
    let revised = starter.read("/public/2026-2028-rev2/index.html");
    assert!(revised.contains("<a href=\"../2026-2028/index.html\">Versione 1</a>"), "{revised}");
    starter.edit("edizione.yaml", "n: 2, ", "");
    starter.piao(["check"]).status(1).run();
}
