use super::bench::Bench;
use super::session::{Edit, FileEdit, Session};
use crate::trouble::Trouble;
use crate::write::{TextChange, change_texts};

/// Writes what files are to say, and remembers it, so that it can be undone. What is on the disk must still be what was read.
///
/// # Errors
///
/// When a file says something else by now, or the disk refuses: all are then as they were.
pub(super) fn save(
    bench: &Bench<'_>,
    session: &mut Session,
    words: String,
    files: Vec<FileEdit>,
) -> Result<(), Trouble> {
    let files: Vec<FileEdit> = files.into_iter().filter(|file| file.before != file.after).collect();
    if files.is_empty() {
        return Ok(());
    }
    write_all(bench, &files)?;
    session.remember(Edit { words, files, edition: None, stays: false });
    Ok(())
}

/// Writes files, all of them or none.
pub(super) fn write_all(bench: &Bench<'_>, files: &[FileEdit]) -> Result<(), Trouble> {
    let changes = files.iter().map(|file| TextChange {
        path: &file.path,
        before: file.before.as_deref(),
        after: file.after.as_deref(),
    });
    change_texts(bench.root, &changes.collect::<Vec<_>>())
}
