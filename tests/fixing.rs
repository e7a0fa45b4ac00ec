//! `piao check --fix`: what is written, what is left alone, and what is said.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)] // A test that cannot go on has failed.

mod command;
mod starter;

use command::check;
use starter::Starter;
use std::fs;

const PROCESSES: &str = "processi.yaml";

fn read(starter: &Starter, file: &str) -> String {
    fs::read_to_string(starter.path(file)).expect("the file")
}

/// A starter with four slips in two files.
fn slips() -> Starter {
    let starter = Starter::new();
    starter.edit(PROCESSES, "smartabilita: si", "smartabilita:   Sì   # come deciso");
    starter.edit(PROCESSES, "codice: 200-1-M", "codice: 200 - 1 -M");
    starter.edit(PROCESSES, "smart_team: [tributi]", "smart_team: [ Tributti ]");
    starter.edit("software.yaml", "scopo: Registrazione", "scopo: Rеgistrazione");
    starter
}

#[test]
fn certain_corrections_are_written_and_the_rest_stays() {
    let starter = slips();
    let before = read(&starter, PROCESSES);
    let ran = check(starter.root(), &["--fix"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(ran.err, "4 correzioni in 2 file\nnessun errore, nessun avviso, nessuna nota\n");
    let expected = before.replace("Sì", "si").replace("200 - 1 -M", "200-1-M").replace("Tributti", "tributi");
    assert_eq!(read(&starter, PROCESSES), expected);
    assert!(read(&starter, "software.yaml").contains("scopo: Registrazione"));
}

#[test]
fn correcting_twice_changes_nothing() {
    let starter = slips();
    check(starter.root(), &["--fix"]);
    let before =
        (read(&starter, PROCESSES), fs::metadata(starter.path(PROCESSES)).expect("a file").modified().expect("a time"));
    let ran = check(starter.root(), &["--correggi"]);
    assert_eq!(ran.err, "nessuna correzione\nnessun errore, nessun avviso, nessuna nota\n");
    assert_eq!(
        (read(&starter, PROCESSES), fs::metadata(starter.path(PROCESSES)).expect("a file").modified().expect("a time")),
        before
    );
}

#[test]
fn the_differences_are_shown_and_nothing_is_written() {
    let starter = Starter::new();
    starter.edit(PROCESSES, "smart_team: [tributi]", "smart_team: [Tributti]");
    let before = read(&starter, PROCESSES);
    let ran = check(starter.root(), &["--differenze"]);
    let expected = [
        "--- a/data/2026-2028/processi.yaml",
        "+++ b/data/2026-2028/processi.yaml",
        "@@ -19,5 +19,5 @@",
        "     output: [Avviso di accertamento]",
        "     area: [risorse]",
        "-    smart_team: [Tributti]",
        "+    smart_team: [tributi]",
        "     smartabilita: in parte",
        "     supporti_cartacei: si",
        "",
    ];
    assert_eq!(ran.out, expected.join("\n"));
    assert_eq!(ran.err, "1 correzione in 1 file, da scrivere con --fix\n1 errore, nessun avviso, 1 nota\n");
    assert_eq!(ran.code, 1);
    assert_eq!(read(&starter, PROCESSES), before);
}

#[test]
fn guesses_wait_to_be_asked_for() {
    let starter = Starter::new();
    let chapter = "/content/2026-2028/02-stato-di-attuazione.md";
    starter.edit(chapter, "totali.agili", "totali.agilli");
    let ran = check(starter.root(), &["--fix"]);
    assert!(
        ran.err.starts_with(
            "nessuna correzione\n1 correzione incerta non è stata scritta: si mostra con --unsafe-fixes --diff\n"
        ),
        "{}",
        ran.err
    );
    assert_eq!(ran.code, 1);
    let ran = check(starter.root(), &["--correggi-incerte"]);
    assert_eq!(ran.err, "1 correzione in 1 file\nnessun errore, nessun avviso, nessuna nota\n");
    assert!(read(&starter, chapter).contains("{{ totali.agili }}"));
}

#[test]
fn the_byte_order_mark_and_the_line_endings_stay() {
    let starter = slips();
    let windows = format!("\u{feff}{}", read(&starter, PROCESSES).replace('\n', "\r\n"));
    fs::write(starter.path(PROCESSES), &windows).expect("a file");
    assert_eq!(check(starter.root(), &["--fix"]).code, 0);
    let expected = windows.replace("Sì", "si").replace("200 - 1 -M", "200-1-M").replace("Tributti", "tributi");
    assert_eq!(read(&starter, PROCESSES), expected);
}

#[test]
fn a_correction_that_would_make_an_error_is_dropped() {
    let starter = Starter::new();
    // The mistyped key, mended, would bring a risk that is on no list.
    starter.edit(PROCESSES, "rischio: medio", "richio: altissimo");
    starter.edit(PROCESSES, "smartabilita: si", "smartabilita: SI");
    let ran = check(starter.root(), &["--fix", "--format", "short"]);
    assert_eq!(ran.err, "1 correzione in 1 file\n1 errore, nessun avviso, nessuna nota\n");
    assert_eq!(
        ran.out,
        "data/2026-2028/processi.yaml:14:5: errore[LA007] la chiave `richio` non esiste per il processo\n"
    );
}

#[test]
fn accepted_findings_are_left_as_the_office_wants_them() {
    let starter = Starter::new();
    starter.edit(PROCESSES, "smartabilita: si", "smartabilita: SI");
    starter.edit(
        "accettazioni.yaml",
        "",
        "accettazioni:\n  - { controllo: LA102, dove: processi, motivo: Come nel testo pubblicato }\n",
    );
    let ran = check(starter.root(), &["--fix"]);
    assert_eq!(ran.err, "nessuna correzione\nnessun errore, nessun avviso, nessuna nota; 1 rilievo accettato\n");
}

#[test]
fn differences_have_one_form() {
    let ran = check(Starter::new().root(), &["--diff", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let starter = slips();
    let (linked, real) = (starter.path(PROCESSES), starter.root().join("altrove.yaml"));
    fs::rename(&linked, &real).expect("moved");
    symlink(&real, &linked).expect("a link");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("permissions");
    assert_eq!(check(starter.root(), &["--fix"]).code, 0);
    assert!(fs::symlink_metadata(&linked).expect("the link").is_symlink());
    assert!(fs::read_to_string(&real).expect("the file").contains("smart_team: [ tributi ]"));
    assert_eq!(fs::metadata(&real).expect("the file").permissions().mode() & 0o777, 0o640);
    let left: Vec<_> =
        fs::read_dir(starter.root()).expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".piao-")), "{left:?}");
}
