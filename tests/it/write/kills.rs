//! Runs that are killed at any moment: what was there stays or what comes is there, whole, and the next run leaves nothing of the dead one.
//!
//! `PIAO_KILLS=200 cargo test --test it kill` kills each command that often; `PIAO_PROGRAM` names another program than that of the tests.

use crate::folder::Folder;
#[cfg(unix)]
use crate::stand_in::{GOOD, StandIn};
use crate::tree::files;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

pub(super) type Tree = BTreeMap<String, Vec<u8>>;

/// How often each command is killed.
fn kills() -> u32 {
    std::env::var("PIAO_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(8)
}

pub(super) fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(crate::run::program());
    command.args(arguments).current_dir(root).env("SOURCE_DATE_EPOCH", "1768478400");
    command
}

pub(super) fn started(command: &mut Command) -> Child {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a start")
}

/// Runs a command once to see how long it takes, then kills it at as many moments of that time and a little more. Before each run
/// `prepare` puts everything in its place; after each, `hold` looks at what is there, and says whether the run had done its work.
pub(super) fn at_every_moment(mut command: Command, mut prepare: impl FnMut(), mut hold: impl FnMut(&str) -> bool) {
    prepare();
    let begin = Instant::now();
    started(&mut command).wait().expect("an end");
    let whole = begin.elapsed();
    let (kills, mut done) = (kills(), 0);
    for turn in 0..kills {
        prepare();
        let moment = whole * (turn + 1) * 4 / (kills * 3);
        let mut child = started(&mut command);
        sleep(moment);
        let _ = child.kill();
        child.wait().expect("an end");
        done += u32::from(hold(&format!("{:?} killed after {moment:?} of {whole:?}", command.get_args())));
    }
    println!("{:?}: {kills} kills, {done} after the work was done", command.get_args());
}

/// The files of a folder that belong to the program while it runs.
pub(super) fn left(root: &Path) -> Vec<String> {
    let files = files(root).into_keys().filter(|path| path.contains(".piao-"));
    files.collect()
}

/// The files that are no half-written ones.
fn whole(root: &Path) -> Tree {
    files(root).into_iter().filter(|(path, _)| !path.contains(".piao-")).collect()
}

/// A site that is built again and again with one risk and another is always one of the two.
pub(super) fn one_whole_site(build: &[&str], with: impl Fn(&mut Command)) {
    let starter = Folder::starter();
    let command = || {
        let mut command = command(starter.root(), build);
        with(&mut command);
        command
    };
    let write = |risk: &str| {
        let text = starter.read("processi.yaml");
        let text = text.replace("rischio: medio", risk).replace("rischio: alto", risk);
        starter.edit("processi.yaml", "", &text);
    };
    let mut sites: Vec<Tree> = Vec::new();
    for risk in ["rischio: alto", "rischio: medio"] {
        write(risk);
        assert!(started(&mut command()).wait().expect("an end").success());
        sites.push(files(&starter.path("/public")));
    }
    assert!(sites[0] != sites[1]);
    let mut turn = 0;
    at_every_moment(
        command(),
        || {
            write(if turn % 2 == 0 { "rischio: alto" } else { "rischio: medio" });
            turn += 1;
        },
        |told| {
            let there = files(&starter.path("/public"));
            assert!(sites.contains(&there), "{told}");
            there == sites[usize::from(starter.read("processi.yaml").contains("rischio: medio"))]
        },
    );
    write("rischio: medio");
    assert!(started(&mut command()).wait().expect("an end").success());
    assert!(files(&starter.path("/public")) == sites[1]);
    assert_eq!(left(starter.root()), [""; 0]);
}

#[test]
fn the_published_folder_is_always_one_whole_site() {
    one_whole_site(&["build", "--no-pdf"], |_| {});
}

/// Gives a command a converter, a cache and a folder for what passes, and at the end nothing is in the last.
#[cfg(unix)]
fn with_a_converter(try_it: impl FnOnce(&dyn Fn(&mut Command))) {
    let (converter, scratch, cache) = (StandIn::new(GOOD), Folder::empty(), Folder::empty());
    try_it(&|command| {
        command
            .env("PIAO_TYPST", converter.program())
            .env("XDG_CACHE_HOME", cache.root())
            .env("TMPDIR", scratch.root());
    });
    assert_eq!(files(scratch.root()).into_keys().collect::<Vec<_>>(), [""; 0]);
}

#[cfg(unix)]
#[test]
fn the_published_folder_is_always_one_whole_site_with_its_pdfs() {
    with_a_converter(|with| one_whole_site(&["build", "--pdf"], with));
}

#[cfg(unix)]
#[test]
fn an_archive_with_its_pdfs_is_the_old_one_or_the_new_one() {
    with_a_converter(|with| one_whole_file_with("/p.zip", &["package", "--pdf", "--out", "p.zip"], risk, with));
}

/// A file that a command replaces is the old one or the new one; it is given how the new one comes about.
pub(super) fn one_whole_file(file: &str, arguments: &[&str], change: impl Fn(&Folder)) {
    one_whole_file_with(file, arguments, change, |_| {});
}

/// The same of a command that needs more around it.
fn one_whole_file_with(file: &str, arguments: &[&str], change: impl Fn(&Folder), with: impl Fn(&mut Command)) {
    let starter = Folder::starter();
    starter.piao(["new-edition", "2027-2029"]).run();
    let command = || {
        let mut command = command(starter.root(), arguments);
        with(&mut command);
        command
    };
    let made = || {
        assert!(started(&mut command()).wait().expect("an end").success(), "{arguments:?}");
        std::fs::read(starter.path(file)).expect("the file")
    };
    let old = made();
    change(&starter);
    let new = made();
    assert!(old != new, "{file}");
    at_every_moment(
        command(),
        || starter.write(file, &old),
        |told| {
            let there = std::fs::read(starter.path(file)).expect("the file");
            assert!(there == old || there == new, "{told}");
            there == new
        },
    );
    starter.write(file, &old);
    assert!(made() == new);
    assert_eq!(left(starter.root()), [""; 0]);
}

pub(super) fn risk(starter: &Folder) {
    starter.edit("processi.yaml", "rischio: medio", "rischio: alto");
}

#[test]
fn an_archive_is_the_old_one_or_the_new_one() {
    one_whole_file("/p.zip", &["package", "--no-pdf", "--out", "p.zip"], risk);
}

#[test]
fn a_workbook_is_the_old_one_or_the_new_one() {
    one_whole_file("/e.xlsx", &["export", "--edition", "2026-2028", "--out", "e.xlsx"], risk);
}

#[test]
fn a_comparison_is_the_old_one_or_the_new_one() {
    let diff = ["diff", "2026-2028", "2027-2029", "--format", "markdown", "--out", "d.md"];
    one_whole_file("/d.md", &diff, risk);
}

/// Files of the data that a command changes are each the old one or the new one, and the command can be run again.
pub(super) fn each_file_old_or_new(starter: &Folder, arguments: &[&str]) {
    let before = files(starter.root());
    let put_back = || {
        for path in
            files(starter.root()).into_keys().filter(|path| !path.contains(".piao-") && !before.contains_key(path))
        {
            starter.remove(&format!("/{path}"));
        }
        for (path, bytes) in &before {
            starter.write(&format!("/{path}"), bytes);
        }
    };
    starter.piao(arguments).run();
    let after = files(starter.root());
    assert!(before != after);
    at_every_moment(command(starter.root(), arguments), put_back, |told| {
        let there = whole(starter.root());
        for (path, bytes) in &there {
            assert!(before.get(path) == Some(bytes) || after.get(path) == Some(bytes), "{told}: {path}");
        }
        assert!(before.keys().filter(|path| after.contains_key(*path)).all(|path| there.contains_key(path)), "{told}");
        there == after
    });
    put_back();
    starter.piao(arguments).run();
    assert!(files(starter.root()) == after, "{:?}", left(starter.root()));
}

#[test]
fn a_corrected_file_is_the_old_one_or_the_new_one() {
    let starter = Folder::starter();
    let wrong = starter.read("processi.yaml").replacen("rischio: medio", "rischio: Medio", 1);
    starter.edit("processi.yaml", "", &wrong);
    each_file_old_or_new(&starter, &["check", "--fix"]);
}

#[test]
fn imported_files_are_old_ones_or_new_ones() {
    let starter = Folder::starter();
    starter.write("/a.csv", "Nome software;Scopo\nProtocollo Nuovo;Protocollo\n");
    starter.write("/b.csv", "Nome;Prefisso;Area\nNuovissimo;;\n");
    each_file_old_or_new(&starter, &["import", "a.csv", "b.csv", "--yes"]);
}

#[test]
fn a_seal_is_there_or_not() {
    each_file_old_or_new(&Folder::starter(), &["seal", "2026-2028"]);
}

#[test]
fn a_starter_folder_that_was_killed_is_finished_by_the_next_run() {
    let folder = Folder::empty();
    folder.piao(["init", "intera"]).run();
    let whole = files(&folder.path("/intera"));
    let clear = || {
        let _ = std::fs::remove_dir_all(folder.path("/nuova"));
    };
    at_every_moment(command(folder.root(), &["init", "nuova"]), clear, |told| {
        let done = folder.path("/nuova").exists() && files(&folder.path("/nuova")) == whole;
        folder.piao(["init", "nuova"]).status(if done { 2 } else { 0 }).run();
        assert!(files(&folder.path("/nuova")) == whole, "{told}");
        done
    });
}

#[test]
fn a_new_edition_that_was_killed_is_made_by_the_next_run() {
    let starter = Folder::starter();
    let before = files(starter.root());
    let arguments = ["new-edition", "2027-2029"];
    starter.piao(arguments).run();
    let after = files(starter.root());
    let clear = || {
        for above in ["data", "content"] {
            let _ = std::fs::remove_dir_all(starter.root().join(above).join("2027-2029"));
        }
    };
    at_every_moment(command(starter.root(), &arguments), clear, |told| {
        let there = whole(starter.root());
        let done = there == after;
        let chapters = |(path, _): &(&String, &Vec<u8>)| before.contains_key(*path) || path.starts_with("content/");
        let with_chapters: Tree =
            after.iter().filter(chapters).map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        assert!(done || there == before || there == with_chapters, "{told}");
        starter.piao(arguments).status(if done { 2 } else { 0 }).run();
        assert!(whole(starter.root()) == after, "{told}");
        done
    });
    clear();
    starter.piao(arguments).run();
    assert!(files(starter.root()) == after, "{:?}", left(starter.root()));
}
