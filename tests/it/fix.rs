//! `piao check --fix`: what is written, what is left alone, and what is said.

use crate::folder::Folder;
use std::fs;

const PROCESSES: &str = "processi.yaml";

/// A starter with four slips in two files.
fn slips() -> Folder {
    let starter = Folder::starter();
    starter.edit(PROCESSES, "smartabilita: si", "smartabilita:   Sì   # come deciso");
    starter.edit(PROCESSES, "codice: 200-1-M", "codice: 200 - 1 -M");
    starter.edit(PROCESSES, "smart_team: [tributi]", "smart_team: [ Tributti ]");
    starter.edit("software.yaml", "scopo: Registrazione", "scopo: Rеgistrazione");
    starter
}

#[test]
fn certain_corrections_are_written_and_the_rest_stays() {
    let starter = slips();
    let before = starter.read(PROCESSES);
    starter
        .piao(["check", "--fix"])
        .out("")
        .err("4 correzioni in 2 file\nnessun errore, nessun avviso, nessuna nota\n")
        .run();
    let expected = before.replace("Sì", "si").replace("200 - 1 -M", "200-1-M").replace("Tributti", "tributi");
    assert_eq!(starter.read(PROCESSES), expected);
    assert!(starter.read("software.yaml").contains("scopo: Registrazione"));
}

#[test]
fn correcting_twice_changes_nothing() {
    let starter = slips();
    starter.piao(["check", "--fix"]).run();
    let before =
        (starter.read(PROCESSES), fs::metadata(starter.path(PROCESSES)).expect("a file").modified().expect("a time"));
    let ran = starter.piao(["check", "--correggi"]).run();
    assert_eq!(ran.err, "nessuna correzione\nnessun errore, nessun avviso, nessuna nota\n");
    assert_eq!(
        (starter.read(PROCESSES), fs::metadata(starter.path(PROCESSES)).expect("a file").modified().expect("a time")),
        before
    );
}

#[test]
fn the_differences_are_shown_and_nothing_is_written() {
    let starter = Folder::starter();
    starter.edit(PROCESSES, "smart_team: [tributi]", "smart_team: [Tributti]");
    let before = starter.read(PROCESSES);
    let ran = starter.piao(["check", "--differenze"]).status(1).run();
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
    assert_eq!(ran.err, "1 correzione in 1 file, da scrivere con --fix\n1 errore, nessun avviso, nessuna nota\n");
    assert_eq!(starter.read(PROCESSES), before);
}

#[test]
fn guesses_wait_to_be_asked_for() {
    let starter = Folder::starter();
    let chapter = "/content/2026-2028/02-stato-di-attuazione.md";
    starter.edit(chapter, "totali.agili", "totali.agilli");
    let ran = starter.piao(["check", "--fix"]).status(1).run();
    assert!(
        ran.err.starts_with(
            "nessuna correzione\n1 correzione incerta non è stata scritta: si mostra con --unsafe-fixes --diff\n"
        ),
        "{}",
        ran.err
    );
    starter
        .piao(["check", "--correggi-incerte"])
        .err("1 correzione in 1 file\nnessun errore, nessun avviso, nessuna nota\n")
        .run();
    assert!(starter.read(chapter).contains("{{ totali.agili }}"));
}

#[test]
fn the_byte_order_mark_and_the_line_endings_stay() {
    let starter = slips();
    let windows = format!("\u{feff}{}", starter.read(PROCESSES).replace('\n', "\r\n"));
    starter.write(PROCESSES, &windows);
    starter.piao(["check", "--fix"]).run();
    let expected = windows.replace("Sì", "si").replace("200 - 1 -M", "200-1-M").replace("Tributti", "tributi");
    assert_eq!(starter.read(PROCESSES), expected);
}

#[test]
fn a_correction_that_would_make_an_error_is_dropped() {
    let starter = Folder::starter();
    // The mistyped key, mended, would bring a risk that is on no list.
    starter.edit(PROCESSES, "rischio: medio", "richio: altissimo");
    starter.edit(PROCESSES, "smartabilita: si", "smartabilita: SI");
    let ran = starter.piao(["check", "--fix", "--format", "short"]).status(1).run();
    assert_eq!(ran.err, "1 correzione in 1 file\n1 errore, nessun avviso, nessuna nota\n");
    assert_eq!(
        ran.out,
        "data/2026-2028/processi.yaml:14:5: errore[LA007] la chiave `richio` non esiste per il processo\n"
    );
}

#[test]
fn a_correction_that_shows_an_older_error_is_applied() {
    for (older, code) in [("rischio: altissimo", "LA101"), ("percentuale: metà", "LA012")] {
        let starter = Folder::starter();
        starter.edit(PROCESSES, "    rischio: medio\n    processo:", &format!("    {older}\n     processo:"));
        let ran = starter.piao(["check", "--fix", "--format", "short"]).status(1).run();
        assert!(ran.err.starts_with("1 correzione in 1 file\n1 errore,"), "{}{}", ran.out, ran.err);
        assert!(ran.out.contains(&format!("errore[{code}]")) && !ran.out.contains("LA001"), "{}", ran.out);
        assert!(starter.read(PROCESSES).contains(&format!("    {older}\n    processo:")));
    }
}

#[test]
fn accepted_findings_are_left_as_the_office_wants_them() {
    let starter = Folder::starter();
    starter.edit(PROCESSES, "smartabilita: si", "smartabilita: SI");
    starter.edit(
        "accettazioni.yaml",
        "",
        "accettazioni:\n  - { controllo: LA102, dove: processi, motivo: Come nel testo pubblicato }\n",
    );
    starter
        .piao(["check", "--fix"])
        .err("nessuna correzione\nnessun errore, nessun avviso, nessuna nota; 1 rilievo accettato\n")
        .run();
}

#[test]
fn differences_have_one_form() {
    Folder::starter().piao(["check", "--diff", "--format", "json"]).status(2).out("").run();
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
    starter.piao(["check", "--fix"]).run();
    assert!(fs::symlink_metadata(&linked).expect("the link").is_symlink());
    assert!(fs::read_to_string(&real).expect("the file").contains("smart_team: [ tributi ]"));
    assert_eq!(fs::metadata(&real).expect("the file").permissions().mode() & 0o777, 0o640);
    let left: Vec<_> =
        fs::read_dir(starter.root()).expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".piao-")), "{left:?}");
}
