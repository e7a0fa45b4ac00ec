//! Runs that are killed at any moment: what was there stays or what comes is there, whole, and the next run leaves nothing of the dead one.

use crate::folder::Folder;
use crate::tree::files;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

type Tree = BTreeMap<String, Vec<u8>>;

/// How often each command is killed, each time a little later.
const KILLS: u32 = 8;

/// Starts a command and kills it after a while; whether it had ended by then does not matter.
fn killed(root: &Path, arguments: &[&str], after: Duration) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
    command.args(arguments).current_dir(root).env("SOURCE_DATE_EPOCH", "1768478400");
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a start");
    sleep(after);
    let _ = child.kill();
    child.wait().expect("an end");
}

fn moments() -> impl Iterator<Item = Duration> {
    (0..KILLS).map(|turn| Duration::from_millis(u64::from(5 + turn * turn * 4)))
}

/// The files of a folder that belong to the program while it runs.
fn left(root: &Path) -> Vec<String> {
    let files = files(root).into_keys().filter(|path| path.contains(".piao-"));
    files.collect()
}

#[test]
fn the_published_folder_is_always_one_whole_site() {
    let starter = Folder::starter();
    let build = ["build", "--no-pdf"];
    let site = |risk: &str| -> Tree {
        starter.edit(
            "/data/2026-2028/processi.yaml",
            "",
            &starter.read("processi.yaml").replace("rischio: medio", risk),
        );
        starter.piao(build).run();
        files(&starter.path("/public"))
    };
    let old = site("rischio: medio");
    let new = site("rischio: alto");
    assert!(old != new);
    for moment in moments() {
        killed(starter.root(), &build, moment);
        assert!(files(&starter.path("/public")) == new, "{moment:?}");
    }
    let text = starter.read("processi.yaml").replacen("rischio: alto", "rischio: medio", 1);
    starter.edit("processi.yaml", "", &text);
    for moment in moments() {
        killed(starter.root(), &build, moment);
        let there = files(&starter.path("/public"));
        assert!(there == new || there == old, "{moment:?}");
    }
    starter.piao(build).run();
    assert!(files(&starter.path("/public")) == old);
    assert_eq!(left(starter.root()), [""; 0]);
}

#[test]
fn an_archive_is_the_old_one_or_the_new_one() {
    let starter = Folder::starter();
    let package = ["package", "--no-pdf", "--out", "p.zip"];
    starter.piao(package).run();
    for moment in moments() {
        killed(starter.root(), &package, moment);
        starter.piao(["package", "--verify", "p.zip"]).run();
    }
    starter.piao(package).run();
    assert_eq!(left(starter.root()), [""; 0]);
}

#[test]
fn a_corrected_file_is_the_old_one_or_the_new_one() {
    let starter = Folder::starter();
    let right = starter.read("processi.yaml");
    let wrong = right.replacen("rischio: medio", "rischio: Medio", 1);
    for moment in moments() {
        starter.edit("processi.yaml", "", &wrong);
        killed(starter.root(), &["check", "--fix"], moment);
        let there = starter.read("processi.yaml");
        assert!(there == wrong || there == right, "{moment:?}: {there}");
    }
    starter.edit("processi.yaml", "", &wrong);
    starter.piao(["check", "--fix"]).run();
    assert!(starter.read("processi.yaml") == right);
    assert_eq!(left(starter.root()), [""; 0]);
}

#[test]
fn a_starter_folder_that_was_killed_is_finished_by_the_next_run() {
    let folder = Folder::empty();
    folder.piao(["init", "intera"]).run();
    let whole = files(&folder.path("/intera"));
    for moment in moments() {
        killed(folder.root(), &["init", "nuova"], moment);
        let done = folder.path("/nuova").exists() && files(&folder.path("/nuova")) == whole;
        folder.piao(["init", "nuova"]).status(if done { 2 } else { 0 }).run();
        assert!(files(&folder.path("/nuova")) == whole, "{moment:?}");
        std::fs::remove_dir_all(folder.path("/nuova")).expect("a folder");
    }
}
