//! Small files in a folder of the user's cache: whatever goes wrong with them, only time is lost.

use super::replacement::write_file;
use super::single_file::Replaceable;
use crate::plain_file;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How many are kept, and how many more may gather before the oldest go.
const KEPT: usize = 1_000;
const MORE: usize = 200;

/// Reads one of the files; `None` where it is not there.
pub fn read_kept(folder: &Path, name: &str) -> Option<Vec<u8>> {
    plain_file::read(&folder.join(name)).ok()
}

/// Keeps a file, all of it or nothing; when there are too many, those that were written long ago go.
pub fn keep(folder: &Path, name: &str, bytes: &[u8]) {
    let _ = write_file(&folder.join(name), bytes, &Replaceable { what: "un appunto", is: &|_| true });
    let Ok(entries) = fs::read_dir(folder) else { return };
    let paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    if paths.len() <= KEPT + MORE {
        return;
    }
    let age = |path: PathBuf| Some((fs::metadata(&path).ok()?.modified().ok()?, path));
    let mut files: Vec<(SystemTime, PathBuf)> = paths.into_iter().filter_map(age).collect();
    files.sort();
    for (_, path) in files.iter().take(files.len().saturating_sub(KEPT)) {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_the_oldest_go() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        assert_eq!(read_kept(&inner, "x"), None);
        keep(&inner, "x", b"1");
        keep(&inner, "x", b"2");
        assert_eq!(read_kept(&inner, "x").as_deref(), Some(&b"2"[..]));
        for number in 0..=KEPT + MORE {
            fs::write(inner.join(format!("n{number}")), "").unwrap();
        }
        keep(&inner, "y", b"3");
        assert_eq!(fs::read_dir(&inner).unwrap().count(), KEPT);
    }
}
