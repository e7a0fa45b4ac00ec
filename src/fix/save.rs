use super::CorrectedFile;
use crate::trouble::Trouble;
use crate::write::{TextChange, change_texts};
use std::path::Path;

/// Writes corrected files, all of them or none, each with the permissions it had. A link stays a link, and what it leads to is written,
/// where that is in the folder `root`.
///
/// # Errors
///
/// When the disk refuses, or a file is no longer as it was read; all are then as they were.
pub fn save(root: &Path, files: &[CorrectedFile]) -> Result<(), Trouble> {
    let changes =
        files.iter().map(|file| TextChange { path: &file.path, before: Some(&file.before), after: Some(&file.after) });
    change_texts(root, &changes.collect::<Vec<_>>())
}
