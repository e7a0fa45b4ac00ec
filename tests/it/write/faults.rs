//! Calls of the system that fail, one after the other: each command that writes then ends with status 2 and words, and the folder is as it
//! was; where only what follows the exchange fails, it is as it should be.
//!
//! strace makes the calls fail. `PIAO_FAULTS=1000 cargo test --test it faults` tries that many of each kind instead of one. Where nothing may be
//! traced, only a disk that takes no byte is tried.

use super::commands::Writing;
use super::whole_tree::{Tree, made, put_back, tree};
use crate::folder::Folder;
use crate::run::{Ran, Run, program};
use crate::stand_in::{GOOD, StandIn};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The calls that make, fill, move and remove files and folders.
const CALLS: &str = "write,pwrite64,writev,openat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,fsync,\
                     fdatasync,syncfs,sync,fchmod,fchmodat,chmod,ftruncate,copy_file_range,sendfile,newfstatat,statx";

/// Those that look at something without changing it: only where they look at what is being written or was just displaced.
const LOOKS: [&str; 2] = ["newfstatat", "statx"];

/// A call that fails: its name, and which of those of its thread.
type Call = (String, usize);

/// A command, and what it is run on.
struct Trial<'a> {
    writing: &'a Writing,
    before: Tree,
    after: Tree,
    status: Option<i32>,
    log: TempDir,
    converter: StandIn,
}

impl<'a> Trial<'a> {
    fn new(writing: &'a Writing) -> (Self, Vec<Call>) {
        let before = tree(writing.folder.root());
        let log = tempfile::tempdir().expect("a folder");
        let mut trial = Self { writing, before, after: Tree::new(), status: None, log, converter: StandIn::new(GOOD) };
        let folder = made(&trial.before);
        let is_traced = can_trace();
        let ran = if is_traced {
            trial.traced(&folder, &["-e", &format!("trace={CALLS}")])
        } else {
            trial.run(Command::new(program()), &folder)
        };
        trial.after = tree(folder.root());
        trial.status = ran.status;
        assert!(
            matches!(ran.status, Some(0 | 1)) && trial.after != trial.before,
            "{:?}: {}",
            writing.arguments,
            ran.err
        );
        let calls = if is_traced { trial.calls(folder.root()) } else { Vec::new() };
        (trial, calls)
    }

    fn run(&self, mut command: Command, folder: &Folder) -> Ran {
        command.args(self.writing.arguments).current_dir(folder.root());
        let cache = self.log.path().join("cache");
        let run = Run::of(command).env("XDG_CACHE_HOME", cache).env("PIAO_TYPST", self.converter.program());
        run.env("RAYON_NUM_THREADS", "1").any_status().run()
    }

    fn traced(&self, folder: &Folder, options: &[&str]) -> Ran {
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-y"]).args(options).arg("-o").arg(self.log.path().join("log"));
        command.arg(program());
        self.run(command, folder)
    }

    fn lines(&self) -> Vec<String> {
        let log = fs::read(self.log.path().join("log")).expect("what was traced");
        String::from_utf8_lossy(&log).lines().map(str::to_owned).collect()
    }

    /// The calls that changed something below a folder, each once.
    fn calls(&self, root: &Path) -> Vec<Call> {
        let root = root.canonicalize().expect("a path").display().to_string();
        let mut counts: HashMap<(String, String), usize> = HashMap::new();
        let mut calls = Vec::new();
        for line in self.lines() {
            let Some((thread, rest)) = line.split_once(' ') else { continue };
            let Some((name, what)) = rest.trim_start().split_once('(') else { continue };
            if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                continue;
            }
            let count = counts.entry((thread.to_owned(), name.to_owned())).or_insert(0);
            *count += 1;
            let is_ours = what.contains(&root) || name == "mkdir";
            let changes = match name {
                "openat" => what.contains("O_CREAT"),
                look if LOOKS.contains(&look) => what.contains(".piao-") && !what.contains("ENOENT"),
                _ => true,
            };
            let call = (name.to_owned(), *count);
            if is_ours && changes && !what.contains("EEXIST") && !calls.contains(&call) {
                calls.push(call);
            }
        }
        calls
    }

    /// Runs the command with a fault, and holds what is left against what must be.
    fn hold(&self, call: Option<&Call>) {
        let folder = made(&self.before);
        let ran = if let Some((name, count)) = call {
            let error = if LOOKS.contains(&name.as_str()) { "EIO" } else { "ENOSPC" };
            let (trace, inject) = (format!("trace={name}"), format!("inject={name}:error={error}:when={count}"));
            self.traced(&folder, &["-e", &trace, "-e", &inject])
        } else {
            let mut shell = Command::new("sh");
            let script = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
            shell.args(["-c", script, "sh"]).arg(program());
            self.run(shell, &folder)
        };
        let failed = if call.is_some() { self.lines() } else { Vec::new() };
        let failed: Vec<&String> = failed.iter().filter(|line| line.contains("(INJECTED)")).collect();
        // Calls are counted thread by thread: the same number may be that of a call by which the system starts the program.
        if failed.iter().any(|line| line.contains(".so")) {
            return;
        }
        let now = tree(folder.root());
        let is_new = |path: &&String| !self.before.contains_key(*path);
        let mut left: BTreeSet<&String> = now.keys().filter(is_new).filter(|path| path.contains(".piao-")).collect();
        // With what stays there stay the folders that were made for it.
        let holds = |path: &&String| path.ends_with('/') && left.iter().any(|left| left.starts_with(path.as_str()));
        let above: Vec<&String> = now.keys().filter(is_new).filter(holds).filter(|_| ran.status == Some(2)).collect();
        left.extend(above);
        let rest: Tree =
            now.iter().filter(|(path, _)| !left.contains(path)).map(|(a, b)| (a.clone(), b.clone())).collect();
        let told = format!(
            "{:?}, {call:?}: {:?}\n{}\n{failed:?}\nleft: {left:?}",
            self.writing.arguments, ran.status, ran.err
        );
        // What cannot be removed is removed by the next run.
        let is_cleaning =
            |line: &String| ["unlinkat(", "O_DIRECTORY", "piao-lock"].iter().any(|part| line.contains(part));
        assert!(left.is_empty() || failed.iter().any(|line| is_cleaning(line)), "{told}");
        if ran.status == Some(2) {
            // Several wholes are exchanged one after the other: those before the one that failed are the new ones.
            let torn = self.writing.neither_old_nor_new(&self.before, &self.after, &rest);
            assert!(rest == self.before || self.writing.is_apart() && torn.is_none(), "{told}\ntorn: {torn:?}");
            // Calls are counted thread by thread: the same number may be that of a line of the message itself.
            let is_heard = !failed.iter().any(|line| line.contains("write(2<"));
            let times = ran.err.matches("errore: ").count();
            assert!(!is_heard || times == 1 || self.writing.is_apart() && times > 0, "{told}");
            assert!(!is_heard || ran.err.contains("aiuto: "), "{told}");
            assert!(!ran.err.contains("os error"), "{told}");
        } else {
            assert!(ran.status == self.status && rest == self.after && call.is_some(), "{told}");
        }
        if !left.is_empty() {
            put_back(&self.before, &left.into_iter().cloned().collect(), &folder);
            let again = self.run(Command::new(program()), &folder);
            assert!(tree(folder.root()) == self.after, "{told}\nand again: {:?}\n{}", again.status, again.err);
        }
    }
}

fn can_trace() -> bool {
    let traced = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    traced.is_ok_and(|status| status.success())
}

/// Tries a command with each fault; of the calls of a kind some, spread over all.
pub(super) fn try_each(writing: &Writing) {
    let most: usize = std::env::var("PIAO_FAULTS").ok().and_then(|most| most.parse().ok()).unwrap_or(1);
    let (trial, calls) = Trial::new(writing);
    trial.hold(None);
    let mut kinds: BTreeMap<&str, Vec<&Call>> = BTreeMap::new();
    for call in &calls {
        kinds.entry(&call.0).or_default().push(call);
    }
    let mut tried = 1;
    for of_kind in kinds.values() {
        let count = most.min(of_kind.len());
        for turn in 0..count {
            trial.hold(Some(of_kind[(2 * turn + 1) * of_kind.len() / (2 * count)]));
        }
        tried += count;
    }
    println!("{:?}: {tried} faults", writing.arguments);
}
