//! Everything that stands below a folder, as one value.

use crate::folder::Folder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Everything below a folder: a folder ends with `/` and has no bytes.
pub(super) type Tree = BTreeMap<String, Vec<u8>>;

pub(super) fn tree(root: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(root).min_depth(1).into_iter().map(|entry| entry.expect("an entry"));
    let named = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).expect("below").to_string_lossy().into_owned();
        if entry.file_type().is_dir() {
            (path + "/", Vec::new())
        } else {
            (path, fs::read(entry.path()).expect("a file"))
        }
    };
    entries.map(named).collect()
}

/// A folder with what another held.
pub(super) fn made(tree: &Tree) -> Folder {
    let folder = Folder::empty();
    put(tree, &folder);
    folder
}

/// Has a folder hold what is in a tree again, and of all else only what is to stay.
pub(super) fn put_back(before: &Tree, stays: &BTreeSet<String>, folder: &Folder) {
    for path in tree(folder.root()).keys().rev().filter(|path| !before.contains_key(*path) && !stays.contains(*path)) {
        let place = folder.root().join(path);
        if path.ends_with('/') {
            // One that holds what stays is not empty.
            let _ = fs::remove_dir(place);
        } else {
            fs::remove_file(place).expect("a file that can be removed");
        }
    }
    put(before, folder);
}

fn put(tree: &Tree, folder: &Folder) {
    for (path, bytes) in tree {
        if path.ends_with('/') {
            fs::create_dir_all(folder.root().join(path)).expect("a folder");
        } else {
            folder.write(&format!("/{path}"), bytes);
        }
    }
}
