use super::bench::Bench;
use super::session::{Edit, FileEdit, Session};
use crate::fix::{self, CorrectedFile};
use crate::trouble::Trouble;
use crate::write::{Replaceable, remove_file, write_file};

/// Writes what files are to say, and remembers it, so that it can be undone. What is on the disk must still be what was read.
///
/// # Errors
///
/// When a file says something else by now, or the disk refuses: those that come after it are then as they were, and those before it are
/// put back.
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
    session.remember(Edit { words, files });
    Ok(())
}

/// Writes files, all of them or none.
pub(super) fn write_all(bench: &Bench<'_>, files: &[FileEdit]) -> Result<(), Trouble> {
    for (done, file) in files.iter().enumerate() {
        if let Err(trouble) = write(bench, file) {
            for back in files[..done].iter().map(FileEdit::reversed) {
                // Whoever changed one of them meanwhile keeps his change.
                let _ = write(bench, &back);
            }
            return Err(trouble);
        }
    }
    Ok(())
}

fn write(bench: &Bench<'_>, file: &FileEdit) -> Result<(), Trouble> {
    let (path, root) = (&file.path, bench.root);
    match (&file.before, &file.after) {
        (Some(before), Some(after)) => {
            let (before, after) = (before.clone(), after.clone());
            fix::save(root, &CorrectedFile { path: path.clone(), before, after, count: 1 })
        }
        (None, Some(after)) => {
            let nothing = Replaceable { what: "nuovo", is: &|_| false };
            write_file(&root.join(path), after.as_bytes(), &nothing)
        }
        (Some(before), None) => remove_file(&root.join(path), before.as_bytes()),
        (None, None) => Ok(()),
    }
}
