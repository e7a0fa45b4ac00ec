//! The files of the code: each reached, none too long, each room with its paragraph.

use super::sources;
use crate::folder::repository;
use crate::tree;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file that is longer holds more than one thing.
const LONGEST: usize = 300;

/// The files that `cargo fmt` reaches from a root: those of plain `mod` lines, and not those that a macro declares.
fn reach(file: PathBuf, children: &Path, reached: &mut BTreeSet<PathBuf>) {
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut named = None;
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("#[path = \"").and_then(|rest| rest.strip_suffix("\"]")) {
            named = Some(path);
            continue;
        }
        let Some(name) = declared(line) else { continue };
        if let Some(path) = named.take() {
            let beside = file.parent().expect("a folder").join(path);
            reach(beside.canonicalize().expect("the file is there"), &children.join(name), reached);
            continue;
        }
        let (flat, folder) = (children.join(format!("{name}.rs")), children.join(name));
        reach(if flat.is_file() { flat } else { folder.join("mod.rs") }, &folder, reached);
    }
    reached.insert(file);
}

/// The module that a line declares in a file of its own.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_suffix(';')?;
    let line = line.strip_prefix("pub").map_or(line, |rest| rest.split_once(' ').map_or(rest, |(_, rest)| rest));
    line.strip_prefix("mod ")
}

/// Every file of code, of the program and of its tests.
fn written() -> BTreeSet<PathBuf> {
    let mut all = BTreeSet::new();
    for folder in ["src", "tests/it", "tests/corpus", "tests/properties", "tests/growth", "tests/support", "benches"] {
        let files = tree::files(&repository().join(folder)).into_keys().filter(|path| path.ends_with(".rs"));
        all.extend(files.map(|path| repository().join(folder).join(path)));
    }
    all
}

#[test]
fn every_file_is_reached_by_a_plain_mod_line() {
    let root = repository();
    let mut reached = BTreeSet::new();
    let tests = ["it", "corpus", "properties", "growth"].map(|tests| format!("tests/{tests}/main.rs"));
    for start in ["src/lib.rs", "src/main.rs", "benches/stages.rs"].map(str::to_owned).into_iter().chain(tests) {
        let start = root.join(start);
        let children = start.parent().expect("a folder").to_owned();
        reach(start, &children, &mut reached);
    }
    let missed: Vec<_> = written().difference(&reached).cloned().collect();
    assert!(missed.is_empty(), "cargo fmt does not reach {missed:#?}");
}

#[test]
fn no_file_is_long() {
    for path in written() {
        let lines = fs::read_to_string(&path).expect("a text").lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
    }
}

#[test]
fn every_folder_says_what_it_owns() {
    for (path, text) in sources() {
        if path.ends_with("mod.rs") || !path.contains('/') {
            assert!(text.starts_with("//! "), "src/{path} does not say what it owns");
        }
    }
}
