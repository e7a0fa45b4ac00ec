//! Runs that are killed at any moment: what was there stays or what comes is there, whole, and the next run leaves nothing of the dead one.
//!
//! `PIAO_KILLS=200 cargo test --test it kills` kills each command that often; `PIAO_PROGRAM` names another program than that of the tests.

use super::commands::Writing;
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

/// The files that are no half-written ones.
fn whole(root: &Path) -> Tree {
    files(root).into_iter().filter(|(path, _)| !path.contains(".piao-")).collect()
}

/// Puts every file back as it was, and takes empty folders away; what a dead run left stays for the next one.
fn put_back(folder: &Folder, before: &Tree) {
    let there = whole(folder.root());
    for path in there.keys().filter(|path| !before.contains_key(*path)) {
        folder.remove(&format!("/{path}"));
    }
    for entry in walkdir::WalkDir::new(folder.root()).min_depth(1).contents_first(true) {
        let entry = entry.expect("an entry");
        if entry.file_type().is_dir() {
            // One that holds something stays.
            let _ = std::fs::remove_dir(entry.path());
        }
    }
    for (path, bytes) in before.iter().filter(|(path, bytes)| there.get(*path) != Some(bytes)) {
        folder.write(&format!("/{path}"), bytes);
    }
}

/// Kills a command at every moment: all that it exchanges is the old or the new, the next run ends its work, and nothing is left of the
/// dead ones.
pub(super) fn try_at_every_moment(writing: &Writing) {
    let (folder, scratch, cache) = (&writing.folder, Folder::empty(), Folder::empty());
    #[cfg(unix)]
    let converter = StandIn::new(GOOD);
    let command = || {
        let mut command = command(folder.root(), writing.arguments);
        command.env("XDG_CACHE_HOME", cache.root()).env("TMPDIR", scratch.root());
        #[cfg(unix)]
        command.env("PIAO_TYPST", converter.program());
        command
    };
    let run = || started(&mut command()).wait().expect("an end").code();
    let before = files(folder.root());
    let status = run();
    let after = files(folder.root());
    assert!(matches!(status, Some(0 | 1)) && before != after, "{:?}: {status:?}", writing.arguments);
    let back = || put_back(folder, &before);
    at_every_moment(command(), back, |told| {
        let (there, with_remains) = (whole(folder.root()), files(folder.root()));
        assert_eq!(writing.neither_old_nor_new(&before, &after, &there), None, "{told}");
        if there != after && with_remains != before {
            assert_eq!(run(), status, "{told}, and again");
            assert!(whole(folder.root()) == after, "{told}, and again");
        }
        there == after
    });
    back();
    assert_eq!(run(), status);
    assert!(files(folder.root()) == after, "{:?}: {:?}", writing.arguments, left(folder.root()));
    assert_eq!(files(scratch.root()).into_keys().collect::<Vec<_>>(), [""; 0]);
}

/// The files of a folder that belong to the program while it runs.
fn left(root: &Path) -> Vec<String> {
    files(root).into_keys().filter(|path| path.contains(".piao-")).collect()
}
