//! The files below a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file with its bytes, by its path below the folder with `/` between the names.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    let read = |file: walkdir::DirEntry| {
        let path = file.path().strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
        (path, fs::read(file.path()).expect("a file"))
    };
    files.map(read).collect()
}
