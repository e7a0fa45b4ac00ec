//! Everything that stands below a folder, as one value.

use crate::folder::Folder;
use std::collections::BTreeMap;
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
    for (path, bytes) in tree {
        if path.ends_with('/') {
            fs::create_dir_all(folder.root().join(path)).expect("a folder");
        } else {
            folder.write(&format!("/{path}"), bytes);
        }
    }
    folder
}
