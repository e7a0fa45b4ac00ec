//! The command line as people and programs meet it: exact output, exit codes, and what is left on the disk.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)] // A test that cannot go on has failed.

mod starter;

use starter::Starter;
use std::path::Path;
use std::process::{Command, Output};

fn piao(root: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
    command.args(arguments).current_dir(root).env("NO_COLOR", "1").env("SOURCE_DATE_EPOCH", "1767225600");
    command.output().expect("the program starts")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn a_clean_folder_says_so_plainly() {
    let starter = Starter::new();
    for command in ["check", "controlla"] {
        let output = piao(starter.root(), &[command, "--rigoroso"]);
        assert_eq!(stderr(&output), "nessun errore, nessun avviso, nessuna nota\n");
        assert_eq!((stdout(&output).as_str(), code(&output)), ("", Some(0)));
    }
}

#[test]
fn a_finding_reads_on_its_own() {
    let starter = Starter::new();
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [tributy]");
    let output = piao(starter.root(), &["check"]);
    let expected = "\
errore[LA201]: lo smart team `tributy` non esiste
   ╭▸ data/2026-2028/processi.yaml:21:18
   │
21 │     smart_team: [tributy]
   │                  ━━━━━━━ smart team sconosciuto
   │
   ⸬  data/2026-2028/smart-team.yaml:8:9
   │
 8 │   - id: tributi
   │         ─────── il più vicino è definito qui
   │
   ╰ aiuto: forse si intendeva `tributi` (con --fix lo fa il programma)
";
    assert!(stderr(&output).starts_with(expected), "{}", stderr(&output));
    assert!(stderr(&output).ends_with("1 errore, nessun avviso, nessuna nota\n"), "{}", stderr(&output));
    assert_eq!(code(&output), Some(1));
}

#[test]
fn the_json_is_that_of_the_contract() {
    let starter = Starter::new();
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [tributy]");
    let output = piao(starter.root(), &["check", "--format", "json"]);
    assert_eq!((stderr(&output).as_str(), code(&output)), ("", Some(1)));
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(report["version"], 1);
    assert_eq!(report["summary"], serde_json::json!({ "errors": 1, "warnings": 0, "notes": 0, "waived": 0 }));
    let finding = &report["diagnostics"][0];
    assert_eq!(
        *finding,
        serde_json::json!({
            "rule": "LA201", "name": "smart-team-sconosciuto", "severity": "error", "waived": false,
            "message": "lo smart team `tributy` non esiste", "help": "forse si intendeva `tributi`",
            "file": "data/2026-2028/processi.yaml", "line": 21, "column": 18, "end_line": 21, "end_column": 25,
            "related": [{ "message": "il più vicino è definito qui", "file": "data/2026-2028/smart-team.yaml", "line": 8, "column": 9 }],
            "fix": finding["fix"],
        })
    );
    let text = std::fs::read_to_string(starter.path("processi.yaml")).unwrap();
    let byte = |key: &str| usize::try_from(finding["fix"][key].as_u64().expect("an offset")).unwrap();
    assert_eq!(&text[byte("start_byte")..byte("end_byte")], "tributy");
    assert_eq!(finding["fix"]["replacement"], "tributi");
}

#[test]
fn warnings_fail_only_when_asked_and_acceptances_silence_them() {
    let starter = Starter::new();
    starter.edit("attuazione.yaml", "agili: 11 }", "agili: 10 }");
    assert_eq!(code(&piao(starter.root(), &["check"])), Some(0));
    assert_eq!(code(&piao(starter.root(), &["check", "--strict"])), Some(1));
    starter.edit(
        "accettazioni.yaml",
        "",
        "accettazioni:\n  - { controllo: LA304, dove: attuazione/totale_dichiarato/agili, motivo: Come nel testo pubblicato }\n",
    );
    let output = piao(starter.root(), &["check", "--strict"]);
    assert_eq!(stderr(&output), "nessun errore, nessun avviso, nessuna nota; 1 rilievo accettato\n");
    assert_eq!(code(&output), Some(0));
    assert_eq!(code(&piao(starter.root(), &["check", "--strict", "--senza-accettazioni"])), Some(1));
}

#[test]
fn acceptances_expire_on_the_day_that_is_given() {
    let starter = Starter::new();
    starter.edit("attuazione.yaml", "agili: 11 }", "agili: 10 }");
    starter.edit(
        "accettazioni.yaml",
        "",
        "accettazioni:\n  - { controllo: LA304, dove: attuazione, motivo: Da rivedere, scade: 2026-06-30 }\n",
    );
    assert_eq!(code(&piao(starter.root(), &["check", "--strict", "--oggi", "2026-06-30"])), Some(0));
    assert_eq!(code(&piao(starter.root(), &["check", "--strict", "--oggi", "2026-07-01"])), Some(1));
}

#[test]
fn a_wrong_world_is_exit_code_two() {
    let empty = tempfile::tempdir().unwrap();
    let output = piao(empty.path(), &["check"]);
    assert_eq!(code(&output), Some(2));
    assert!(
        stderr(&output).starts_with("errore: nella cartella `.` non c'è la cartella `data`\naiuto: "),
        "{}",
        stderr(&output)
    );
    for wrong in [
        &["chek"][..],
        &["check", "--forma"],
        &["check", "--format", "xml"],
        &["check", "--today", "ieri"],
        &[],
        &["explain"],
        &["explain", "LA000"],
    ] {
        let output = piao(empty.path(), wrong);
        assert_eq!(code(&output), Some(2), "{wrong:?}");
        assert!(stderr(&output).starts_with("errore: "), "{wrong:?}: {}", stderr(&output));
        assert_eq!(stdout(&output), "", "{wrong:?}");
    }
}

#[test]
fn a_missing_table_is_a_fault_of_the_data() {
    let starter = Starter::new();
    std::fs::remove_file(starter.path("smart-team.yaml")).unwrap();
    let output = piao(starter.root(), &["check"]);
    assert_eq!(code(&output), Some(1));
    assert!(
        stderr(&output).contains("errore[LA002]: manca il file `data/2026-2028/smart-team.yaml`"),
        "{}",
        stderr(&output)
    );
    assert!(stderr(&output).ends_with("1 errore, nessun avviso, nessuna nota\n"), "{}", stderr(&output));
}

#[test]
fn every_rule_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let output = piao(folder.path(), &["spiega", "la201"]);
    assert!(stdout(&output).starts_with("LA201 smart-team-sconosciuto (errore)\n\n"), "{}", stdout(&output));
    assert_eq!(stdout(&output), stdout(&piao(folder.path(), &["explain", "smart-team-sconosciuto"])));
    let list = stdout(&piao(folder.path(), &["explain", "--all"]));
    assert_eq!(list, stdout(&piao(folder.path(), &["spiega", "--tutti"])));
    assert!(list.lines().all(|line| line.starts_with("LA")) && list.lines().count() > 40, "{list}");
}

#[test]
fn help_is_italian() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in
        [&["--help"][..], &["build", "--aiuto"], &["controlla", "-h"], &["explain", "--help"], &["init", "--help"]]
    {
        let output = piao(folder.path(), arguments);
        let text = stdout(&output);
        assert_eq!(code(&output), Some(0));
        for english in
            ["Usage", "Options", "Commands", "Arguments", "aliases", "alias:", "Print", "default", "possible values"]
        {
            assert!(!text.contains(english), "{arguments:?}: «{english}» in\n{text}");
        }
    }
}

#[test]
fn a_starter_folder_is_made_once_and_never_over_something_else() {
    let folder = tempfile::tempdir().unwrap();
    let output = piao(folder.path(), &["crea", "nuovo"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert_eq!(code(&piao(folder.path(), &["check", "--strict", "--root", "nuovo"])), Some(0));
    std::fs::write(folder.path().join("nuovo/data/ente.yaml"), "mio").unwrap();
    let output = piao(folder.path(), &["init", "nuovo"]);
    assert_eq!(code(&output), Some(2));
    assert!(stderr(&output).contains("non è vuota"), "{}", stderr(&output));
    assert_eq!(std::fs::read_to_string(folder.path().join("nuovo/data/ente.yaml")).unwrap(), "mio");
}

#[test]
fn data_cannot_command_the_terminal() {
    let starter = Starter::new();
    starter.edit("processi.yaml", "rischio: medio", "rischio: \"\\u001b[31m\\u202emedio\"");
    let output = piao(starter.root(), &["check"]);
    let text = stderr(&output);
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text:?}");
    assert_eq!(code(&output), Some(1));
}
