//! The corrections that findings carry, applied to the texts themselves.
//!
//! Owns which corrections may be applied, and what the files then say. Works on texts in memory, which are loaded and
//! checked again after every step: only [`save()`] writes, once no correction is left to apply.

mod patch;
mod save;
mod session;

pub use save::save;

use crate::check::Settings;
use crate::diagnostic::{Finding, Safety};
use crate::load::{Loaded, load};
use crate::trouble::Trouble;
use session::{FixSession, Step};
use std::path::Path;

/// What the files say once the corrections are in them.
#[derive(Debug)]
pub struct Correction {
    /// The texts on disk, read once.
    pub original: Loaded,
    /// The files that changed, in the order of their paths.
    pub files: Vec<CorrectedFile>,
    /// The corrected texts, read and checked again.
    pub loaded: Loaded,
    /// The findings that are left.
    pub findings: Vec<Finding>,
}

/// A file before and after.
#[derive(Debug)]
pub struct CorrectedFile {
    /// Its path below the root, with `/`.
    pub path: String,
    /// The text on disk.
    pub before: String,
    /// The corrected text.
    pub after: String,
    /// How many values were corrected.
    pub count: usize,
}

impl Correction {
    /// `nessuna correzione`, `1 correzione in 1 file`, `3 correzioni in 2 file`.
    pub fn sentence(&self) -> String {
        let files = self.files.len();
        match self.files.iter().map(|file| file.count).sum::<usize>() {
            0 => "nessuna correzione".to_owned(),
            1 => "1 correzione in 1 file".to_owned(),
            count => format!("{count} correzioni in {files} file"),
        }
    }
}

/// Applies the corrections of the findings below `root`: the certain ones, and the guesses too where `safety` says so.
///
/// Correcting what was corrected changes nothing, and no correction makes an error that was not there.
/// Findings under a waiver are left alone: the office wants those texts as they are.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn correct(root: &Path, settings: Settings, safety: Safety) -> Result<Correction, Trouble> {
    let original = load(root)?;
    let session = FixSession { root, original: &original.sources, settings, safety };
    let Step { texts, loaded, findings, .. } = session.apply_until_stable()?;
    let mut files = Vec::new();
    for (path, text) in texts {
        let before =
            original.sources.find(&path).map(|id| original.sources.get(id).text().to_owned()).unwrap_or_default();
        if before != text.text() {
            files.push(CorrectedFile { path, before, count: text.places(), after: text.into_text() });
        }
    }
    Ok(Correction { original, files, loaded, findings })
}
