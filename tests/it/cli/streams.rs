//! Outputs that nobody reads any more, or that are full: no command stops half-way, and none panics.

use crate::folder::Folder;
use std::fs::{self, OpenOptions};
use std::io::{Read, pipe};
use std::process::{Command, ExitStatus, Stdio};

/// Every command, and the status with which it ends in a starter folder with a warning.
const COMMANDS: [(&[&str], i32); 14] = [
    (&["check"], 0),
    (&["check", "--strict"], 1),
    (&["check", "--all"], 0),
    (&["check", "--format", "github"], 0),
    (&["check", "--diff"], 0),
    (&["check", "--fix"], 0),
    (&["build", "--no-pdf"], 0),
    (&["package", "--no-pdf", "--out", "p.zip"], 0),
    (&["package", "--verify", "p.zip"], 0),
    (&["init", "nuova"], 0),
    (&["schema", "--out", "schemi"], 0),
    (&["explain", "LA101"], 0),
    (&["check", "--root", "assente"], 2),
    (&["nessuno"], 2),
];

fn starter() -> Folder {
    let starter = Folder::starter();
    starter.write("software.yml", "software: []\n");
    starter
}

fn ends(folder: &Folder, arguments: &[&str], out: Stdio, err: Stdio) -> ExitStatus {
    let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
    command.args(arguments).current_dir(folder.root()).stdin(Stdio::null()).stdout(out).stderr(err);
    command.env("SOURCE_DATE_EPOCH", "1768478400").status().expect("the program starts")
}

#[test]
fn a_standard_error_that_nobody_reads_changes_no_exit_code() {
    let starter = starter();
    for (arguments, code) in COMMANDS {
        let (reader, writer) = pipe().expect("a pipe");
        drop(reader);
        let ended = ends(&starter, arguments, Stdio::null(), writer.into());
        assert_eq!(ended.code(), Some(code), "{arguments:?}");
        if arguments == ["init", "nuova"] {
            fs::remove_dir_all(starter.path("/nuova")).expect("a folder");
        }
    }
    assert!(starter.path("/public/index.html").exists() && starter.path("/p.zip").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_error_changes_no_exit_code() {
    let starter = starter();
    for (arguments, code) in COMMANDS {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("the full device");
        assert_eq!(ends(&starter, arguments, Stdio::null(), full.into()).code(), Some(code), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_asked_for_and_could_not_be_written_is_trouble() {
    let starter = starter();
    for arguments in [&["check", "--format", "json"][..], &["schema"], &["explain", "LA101"], &["--help"]] {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("the full device");
        let (mut reader, writer) = pipe().expect("a pipe");
        let ended = ends(&starter, arguments, full.into(), writer.into());
        let mut said = String::new();
        reader.read_to_string(&mut said).expect("a text");
        assert_eq!(ended.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("impossibile scrivere il risultato: il disco è pieno"), "{arguments:?}: {said}");
    }
}

#[test]
fn a_reader_of_the_standard_output_may_stop_reading() {
    let starter = starter();
    for arguments in [&["check", "--format", "json"][..], &["schema"], &["explain", "--guide"], &["--help"]] {
        let (reader, writer) = pipe().expect("a pipe");
        drop(reader);
        assert_eq!(ends(&starter, arguments, writer.into(), Stdio::null()).code(), Some(0), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn closed_outputs_are_no_hindrance() {
    let starter = starter();
    for closed in [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"] {
        let line = format!("\"$0\" build --no-pdf {closed}");
        let mut shell = Command::new("sh");
        let ended = shell.args(["-c", &line, env!("CARGO_BIN_EXE_piao")]).current_dir(starter.root()).status();
        assert_eq!(ended.expect("a shell").code(), Some(0), "{closed}");
        // No file of the site was opened in the place of an output, and written into.
        assert!(starter.read("/public/index.html").starts_with("<!"), "{closed}");
    }
}
