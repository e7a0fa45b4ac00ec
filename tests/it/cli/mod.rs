//! The command line as people and programs meet it: exact output, exit codes, and what is left on the disk.

mod build_all;
#[cfg(target_os = "linux")]
mod limits;
mod named_files;
mod streams;
mod unreadable;
mod wrong_use;

use crate::folder::Folder;
use std::fs;

#[test]
fn a_clean_folder_says_so_plainly() {
    let starter = Folder::starter();
    for command in ["check", "controlla"] {
        let told = "nessun errore, nessun avviso, nessuna nota\n";
        starter.piao([command, "--rigoroso"]).out("").err(told).run();
    }
}

/// `piao aiuto COMANDO` is what people try first.
#[test]
fn help_is_a_command_too() {
    let starter = Folder::starter();
    for help in ["aiuto", "help"] {
        let told = starter.piao([help, "controlla"]).err("").run().out;
        assert_eq!(told, starter.piao(["check", "--aiuto"]).run().out);
        assert!(starter.piao([help]).err("").run().out.contains("Comandi:"));
        let wrong = starter.piao([help, "controla"]).status(2).out("").run().err;
        assert!(
            wrong.starts_with("errore: il comando `controla` non esiste (forse si intendeva `controlla`)"),
            "{wrong}"
        );
    }
}

/// What a rule says of its remedy is not said again of the correction of a finding, nor where there is none.
#[test]
fn a_correction_is_told_once() {
    let starter = Folder::starter();
    for (text, offers) in [("“Registrazione dei documenti”", 1), ("“Registrazione \\ documenti”", 0)] {
        starter.write("software.yaml", format!("software:\n  - nome: Protocollo\n    scopo: {text}\n"));
        let told = starter.piao(["check"]).run().err;
        assert!(told.contains("avviso[LA021]"), "{told}");
        assert_eq!(told.matches("piao check --fix").count(), offers, "{told}");
    }
}

#[test]
fn a_finding_reads_on_its_own() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [tributy]");
    let ran = starter.piao(["check"]).status(1).run();
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
   ╰ aiuto: forse si intendeva `tributi` (con `piao check --unsafe-fixes` lo fa il programma)
";
    assert!(ran.err.starts_with(expected), "{}", ran.err);
    assert!(ran.err.ends_with("1 errore, nessun avviso, nessuna nota\n"), "{}", ran.err);
}

#[test]
fn the_json_is_that_of_the_contract() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [tributy]");
    let ran = starter.piao(["check", "--format", "json"]).status(1).err("").run();
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
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
    let text = starter.read("processi.yaml");
    let byte = |key: &str| usize::try_from(finding["fix"][key].as_u64().expect("an offset")).unwrap();
    assert_eq!(&text[byte("start_byte")..byte("end_byte")], "tributy");
    assert_eq!(finding["fix"]["replacement"], "tributi");
}

#[test]
fn warnings_fail_only_when_asked_and_acceptances_silence_them() {
    let starter = Folder::starter();
    starter.edit("attuazione.yaml", "agili: 11", "agili: 10");
    starter.piao(["check"]).run();
    starter.piao(["check", "--strict"]).status(1).run();
    starter.edit(
        "accettazioni.yaml",
        "",
        "accettazioni:\n  - { controllo: LA304, dove: attuazione/totale_dichiarato/agili, motivo: Come nel testo pubblicato }\n",
    );
    let told = "nessun errore, nessun avviso, nessuna nota; 1 rilievo accettato\n";
    starter.piao(["check", "--strict"]).err(told).run();
    starter.piao(["check", "--strict", "--senza-accettazioni"]).status(1).run();
}

#[test]
fn acceptances_expire_on_the_day_that_is_given() {
    let starter = Folder::starter();
    starter.edit("attuazione.yaml", "agili: 11", "agili: 10");
    starter.edit(
        "accettazioni.yaml",
        "",
        "accettazioni:\n  - { controllo: LA304, dove: attuazione, motivo: Da rivedere, scade: 2026-06-30 }\n",
    );
    starter.piao(["check", "--strict", "--oggi", "2026-06-30"]).run();
    starter.piao(["check", "--strict", "--oggi", "2026-07-01"]).status(1).run();
}

#[test]
fn a_wrong_world_is_exit_code_two() {
    let empty = Folder::empty();
    let ran = empty.piao(["check"]).status(2).run();
    assert!(ran.err.starts_with("errore: nella cartella `.` non c'è la cartella `data`\naiuto: "), "{}", ran.err);
    for wrong in [
        &["chek"][..],
        &["check", "--forma"],
        &["check", "--format", "xml"],
        &["check", "--today", "ieri"],
        &[],
        &["explain"],
        &["explain", "LA000"],
    ] {
        let ran = empty.piao(wrong).status(2).out("").run();
        assert!(ran.err.starts_with("errore: "), "{wrong:?}: {}", ran.err);
    }
}

#[test]
fn what_is_wrong_on_the_command_line_is_named() {
    let folder = Folder::starter();
    folder.write("/note.txt", "mio");
    for (wrong, told) in [
        (
            &["serve", "--port", "99999"][..],
            "`99999` non è un valore possibile per `--port <PORTA>`: ci vuole un numero da 0 a 65535",
        ),
        (&["serve", "--porta", "otto"], "un numero da 0 a 65535"),
        (&["init", "note.txt"], "`note.txt` è un file, non una cartella"),
        (&["build", "--base-url", "HTTPS://a.it/"], "scrivere `https://a.it/`"),
        (&["build", "--base-url", "https://u:segreta@a.it/"], "contiene un nome utente o una parola d'ordine"),
    ] {
        let ran = folder.piao(wrong).status(2).out("").run();
        assert!(ran.err.contains(told) && !ran.err.contains("segreta"), "{wrong:?}: {}", ran.err);
    }
    assert_eq!(folder.read("/note.txt"), "mio");
}

#[test]
fn a_missing_table_is_a_fault_of_the_data() {
    let starter = Folder::starter();
    starter.remove("smart-team.yaml");
    let ran = starter.piao(["check"]).status(1).run();
    assert!(ran.err.contains("errore[LA002]: manca il file `data/2026-2028/smart-team.yaml`"), "{}", ran.err);
    assert!(ran.err.ends_with("1 errore, nessun avviso, nessuna nota\n"), "{}", ran.err);
}

#[test]
fn every_rule_is_explained() {
    let folder = Folder::empty();
    let ran = folder.piao(["spiega", "la201"]).run();
    assert!(ran.out.starts_with("LA201 smart-team-sconosciuto (errore)\n\n"), "{}", ran.out);
    assert_eq!(ran.out, folder.piao(["explain", "smart-team-sconosciuto"]).run().out);
    let list = folder.piao(["explain", "--all"]).run().out;
    assert_eq!(list, folder.piao(["spiega", "--tutti"]).run().out);
    assert!(list.lines().all(|line| line.starts_with("LA")) && list.lines().count() > 40, "{list}");
}

#[test]
fn help_is_italian() {
    let folder = Folder::empty();
    for arguments in
        [&["--help"][..], &["build", "--aiuto"], &["controlla", "-h"], &["explain", "--help"], &["init", "--help"]]
    {
        let text = folder.piao(arguments).run().out;
        for english in
            ["Usage", "Options", "Commands", "Arguments", "aliases", "alias:", "Print", "default", "possible values"]
        {
            assert!(!text.contains(english), "{arguments:?}: «{english}» in\n{text}");
        }
    }
}

#[test]
fn a_starter_folder_is_made_once_and_never_over_something_else() {
    let folder = Folder::empty();
    folder.piao(["crea", "nuovo"]).run();
    folder.piao(["check", "--strict", "--root", "nuovo"]).run();
    folder.write("/nuovo/data/ente.yaml", "mio");
    let ran = folder.piao(["init", "nuovo"]).status(2).run();
    assert!(ran.err.contains("non è vuota"), "{}", ran.err);
    assert_eq!(folder.read("/nuovo/data/ente.yaml"), "mio");
}

#[test]
fn a_starter_folder_that_was_begun_is_finished() {
    let folder = Folder::empty();
    folder.piao(["init", "intera"]).run();
    let whole = crate::tree::files(&folder.path("/intera"));
    folder.write("/nuovo/.piao-inizio", "");
    folder.write("/nuovo/data/ente.yaml", whole["data/ente.yaml"].clone());
    folder.write("/nuovo/data/.piao-0123456789abcdef", "denomin");
    folder.piao(["init", "nuovo"]).run();
    assert!(crate::tree::files(&folder.path("/nuovo")) == whole);
    // What somebody has changed meanwhile is no leave to go on, and neither is a folder without the mark.
    folder.write("/altro/.piao-inizio", "");
    folder.write("/altro/data/ente.yaml", "mio");
    folder.write("/terzo/data/ente.yaml", whole["data/ente.yaml"].clone());
    for name in ["altro", "terzo"] {
        folder.piao(["init", name]).status(2).run();
        assert_eq!(crate::tree::files(&folder.path(&format!("/{name}"))).len(), if name == "altro" { 2 } else { 1 });
    }
}

#[test]
fn only_schemas_make_room_for_schemas() {
    let folder = Folder::empty();
    folder.write("/schemi/ente.json", "{\"mio\": true}");
    let ran = folder.piao(["schema", "--out", "schemi"]).status(2).run();
    assert!(ran.err.contains("`schemi/ente.json` c'è già e non è uno schema"), "{}", ran.err);
    assert_eq!(folder.read("/schemi/ente.json"), "{\"mio\": true}");
    folder.remove("/schemi/ente.json");
    folder.piao(["schema", "--out", "schemi"]).run();
    folder.piao(["schema", "--out", "schemi"]).run();
}

#[test]
fn a_correction_removes_what_a_dead_one_left_and_keeps_the_permissions() {
    let starter = Folder::with(&[piao::diagnostic::Edit::new("processi.yaml", "rischio: medio", "rischio: Medio")]);
    starter.write("/data/2026-2028/.piao-0123456789abcdef", "proc");
    starter.write("/data/2026-2028/.piao-appunti", "mio");
    let mode = fs::metadata(starter.path("processi.yaml")).unwrap().permissions();
    starter.piao(["check", "--fix"]).run();
    assert!(starter.read("processi.yaml").contains("rischio: medio"));
    assert_eq!(fs::metadata(starter.path("processi.yaml")).unwrap().permissions(), mode);
    assert!(!starter.path(".piao-0123456789abcdef").exists());
    assert_eq!(starter.read(".piao-appunti"), "mio");
}

#[test]
fn data_cannot_command_the_terminal() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "rischio: medio", "rischio: \"\\u001b[31m\\u202emedio\"");
    let ran = starter.piao(["check"]).status(1).run();
    let text = ran.err;
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text:?}");
}

/// Neither can names of files, whoever gave them, nor the cells of a spreadsheet, on a terminal with colours as little as elsewhere.
#[cfg(unix)]
#[test]
fn names_and_cells_cannot_command_the_terminal() {
    let starter = Folder::starter();
    let evil = "a\u{1b}]0;x\u{7}\u{9b}2J\u{202e}";
    let sheet = format!("/{evil}.csv");
    starter.write(&sheet, "Nome software;Scopo\nProtocollo \u{202e};Prova\n");
    let (sheet, out) = (&sheet[1..], format!("{evil}/sito"));
    for (arguments, status) in [
        (vec!["import", sheet], 0),
        (vec!["import", sheet, "--format", "json"], 0),
        (vec!["import", evil], 2),
        (vec!["check", "--root", evil], 2),
        (vec!["explain", evil], 2),
        (vec![evil], 2),
        (vec!["check", evil], 2),
        (vec!["package", "--verify", sheet], 2),
        (vec!["build", "--no-pdf", "--out", &out], 0),
        (vec!["build", "--no-pdf", "--out", &out], 0),
        (vec!["export", "--out", &format!("{evil}.xlsx")], 0),
    ] {
        let run = starter.piao(&arguments).without("NO_COLOR").env("CLICOLOR_FORCE", "1").any_status().run();
        let told = format!("{arguments:?}: {:?}\n{:?}\n{:?}", run.status, run.out, run.err);
        assert_eq!(run.status, Some(status), "{told}");
        for said in [&run.out, &run.err] {
            assert!(!said.contains(['\u{7}', '\u{9b}', '\u{202e}']) && !said.contains("\u{1b}]"), "{told}");
        }
        assert!(run.out.contains("202E") || run.err.contains("202E") || run.out.contains("202e"), "{told}");
    }
}
