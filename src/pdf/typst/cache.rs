use super::work_dir::is_whole;
use crate::digest::Sha256;
use crate::plain_file;
use crate::write::{Replaceable, write_file};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// PDFs that were made before, under the fingerprint of what they were made from.
///
/// Only a convenience: whatever goes wrong with it, the PDF is made anew and nothing is said.
#[derive(Debug)]
pub(super) struct Cache<'a> {
    folder: Option<&'a Path>,
}

/// How many are kept.
const KEPT: usize = 400;

/// Length of a SHA-256 in hexadecimal, which stands with a line break before the PDF.
const SEAL: usize = 64;

impl<'a> Cache<'a> {
    /// The cache in a folder; nothing is kept without one.
    pub(super) fn new(folder: Option<&'a Path>) -> Self {
        Self { folder }
    }

    fn path(&self, key: &str) -> Option<PathBuf> {
        Some(self.folder?.join(format!("{key}.pdf-sigillato")))
    }

    /// The PDF, where it is kept and has not been touched since.
    pub(super) fn read(&self, key: &str) -> Option<Vec<u8>> {
        let path = self.path(key)?;
        let mut bytes = plain_file::read(&path).ok()?;
        if bytes.len() <= SEAL || bytes[SEAL] != b'\n' {
            return None;
        }
        let pdf = bytes.split_off(SEAL + 1);
        let sealed = is_whole(&pdf) && Sha256::of(&pdf).as_bytes() == &bytes[..SEAL];
        if sealed {
            // The day of its last use decides which ones go when there are too many.
            let _ = fs::File::options().append(true).open(&path).and_then(|file| file.set_modified(SystemTime::now()));
        }
        sealed.then_some(pdf)
    }

    /// Keeps a PDF, all of it or nothing.
    pub(super) fn write(&self, key: &str, pdf: &[u8]) {
        let Some(path) = self.path(key) else { return };
        let sealed = [Sha256::of(pdf).as_bytes(), b"\n", pdf].concat();
        // A full or closed cache folder only costs time at the next run.
        let _ = write_file(&path, &sealed, &Replaceable { what: "un PDF", is: &|_| true });
    }

    /// Lets the ones go that have not been used for longest, when there are too many.
    pub(super) fn prune(&self) {
        let Some(entries) = self.folder.and_then(|folder| fs::read_dir(folder).ok()) else { return };
        let mut files: Vec<(SystemTime, PathBuf)> = entries
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let modified = fs::metadata(&path).ok()?.modified().ok()?;
                path.extension().is_some_and(|ending| ending == "pdf-sigillato").then_some((modified, path))
            })
            .collect();
        files.sort();
        for (_, path) in files.iter().take(files.len().saturating_sub(KEPT)) {
            let _ = fs::remove_file(path);
        }
    }
}
