//! Data of which not all can be read: every command says so and ends with 1, and none takes a part for the whole.

use crate::folder::Folder;
use crate::tree;
use piao::scaffold::EDITION;

/// A table of others, with two programs.
const PROGRAMS: &str = "Programma;A che cosa serve\nSicra;Contabilità\nMaggioli;Tributi\n";

/// The commands that ask for the data of an edition, each with its arguments.
fn commands() -> [Vec<&'static str>; 6] {
    [
        vec!["export", "--out", "foglio.xlsx"],
        vec!["export", "--chapters", "capitoli"],
        vec!["import", "programmi.csv", "--table", "software", "--yes"],
        vec!["new-edition", "2027-2029"],
        vec!["seal", EDITION],
        vec!["diff", EDITION, EDITION],
    ]
}

#[test]
fn errors_of_the_administration_end_every_command_with_1() {
    for (text, rule) in [
        (None, "LA002"),
        (Some("denominazione: [\n"), "LA001"),
        (Some("denominazione: Comune di Prova\nedizione_corrente: 2020-2022\n"), "LA204"),
    ] {
        let starter = Folder::starter();
        starter.write("/programmi.csv", PROGRAMS);
        match text {
            Some(text) => starter.write("/data/ente.yaml", text),
            None => starter.remove("/data/ente.yaml"),
        }
        let before = tree::files(starter.root());
        for command in commands() {
            let ran = starter.piao(&command).status(1).out("").run();
            assert!(ran.err.starts_with(&format!("errore[{rule}]: ")), "{command:?}: {}", ran.err);
            assert_eq!(tree::files(starter.root()), before, "{command:?}");
        }
    }
}

#[test]
fn an_edition_that_is_named_and_not_there_is_wrong_use() {
    let starter = Folder::starter();
    starter.write("/programmi.csv", PROGRAMS);
    for command in ["export", "import programmi.csv"] {
        let arguments: Vec<&str> = command.split(' ').chain(["--edition", "2020-2022"]).collect();
        let ran = starter.piao(arguments).status(2).out("").run();
        assert!(ran.err.starts_with("errore: l'edizione `2020-2022` non c'è\n"), "{}", ran.err);
    }
}

#[test]
fn a_file_that_is_no_text_is_not_left_out() {
    let latin: &[u8] = b"software:\n  - { nome: Contabilit\xe0, scopo: Bilancio }\n";
    let starter = Folder::starter();
    starter.piao(["export", "--out", "prima.xlsx"]).run();
    starter.write("/programmi.csv", PROGRAMS);
    starter.write("software.yaml", latin);
    let before = tree::files(starter.root());
    for arguments in [
        &["export", "--out", "foglio.xlsx"][..],
        &["export", "--per", "servizio", "--out", "uffici"],
        &["import", "prima.xlsx", "--yes"],
        &["import", "programmi.csv", "--table", "software", "--yes"],
    ] {
        let ran = starter.piao(arguments).status(1).out("").run();
        let told = format!("errore: `data/{EDITION}/software.yaml`: il file non è in UTF-8 o è troppo grande");
        assert!(ran.err.starts_with(&told), "{arguments:?}: {}", ran.err);
        assert_eq!(tree::files(starter.root()), before, "{arguments:?}");
    }
}

#[test]
fn a_chapter_that_cannot_be_read_is_not_left_out() {
    let starter = Folder::starter();
    let chapter = format!("content/{EDITION}/01-premessa.md");
    for text in [&b"---\ntitolo: Premessa\nordine: 1\n---\n\nPerch\xe9.\n"[..], b"Senza intestazione.\n"] {
        starter.write(&format!("/{chapter}"), text);
        let ran = starter.piao(["export", "--chapters", "capitoli"]).status(1).out("").run();
        assert!(ran.err.starts_with(&format!("errore: `{chapter}`: il capitolo non si legge")), "{}", ran.err);
        assert!(!starter.path("/capitoli").exists());
    }
}

#[test]
fn a_file_that_holds_nothing_yet_is_filled() {
    for text in ["", "# Elenco dei programmi.\n"] {
        let starter = Folder::starter();
        starter.write("/programmi.csv", PROGRAMS);
        starter.write("software.yaml", text);
        let ran = starter.piao(["import", "programmi.csv", "--table", "software", "--yes"]).run();
        assert!(ran.err.ends_with("Importato: 2 voci in 1 file.\n"), "{}", ran.err);
        let records = "software:\n  - nome: Sicra\n    scopo: Contabilità\n  - nome: Maggioli\n    scopo: Tributi\n";
        assert_eq!(starter.read("software.yaml"), format!("{text}{records}"));
    }
}
