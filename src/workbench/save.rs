use super::bench::Bench;
use super::session::{Edit, FileEdit, Session};
use crate::model::Edition;
use crate::trouble::Trouble;
use crate::write::{TextChange, change_texts};
use crate::year::is_sealed;

/// Writes what files are to say, and remembers it, so that it can be undone. What is on the disk must still be what was read.
///
/// # Errors
///
/// When a file says something else by now, belongs to a sealed edition, or the disk refuses: all are then as they were.
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

/// Writes the register of an edition that is sealed or opened again. What stands in it stays: no undoing takes it back.
///
/// # Errors
///
/// As for [`save`], but for the seal.
pub(super) fn save_seal(
    bench: &Bench<'_>,
    session: &mut Session,
    words: String,
    register: FileEdit,
) -> Result<(), Trouble> {
    let files = vec![register];
    write(bench, &files)?;
    session.remember(Edit { words, files, edition: None, stays: true });
    Ok(())
}

/// Writes files, all of them or none.
///
/// # Errors
///
/// As for [`save`].
pub(super) fn write_all(bench: &Bench<'_>, files: &[FileEdit]) -> Result<(), Trouble> {
    let editions = bench.annex.map_or(&[][..], |annex| &annex.annex().editions);
    let is_changed = |edition: &&Edition| files.iter().any(|file| belongs(&file.path, edition));
    match editions.iter().filter(|edition| is_sealed(edition)).find(is_changed) {
        Some(edition) => Err(Trouble::new(
            format!("l'edizione {} è sigillata, cioè chiusa com'è stata pubblicata", edition.id.as_str()),
            "prima la si riapre, con il motivo, dalla pagina «Edizioni»",
        )),
        None => write(bench, files),
    }
}

/// Whether a file is one for which the seal of an edition vouches.
fn belongs(path: &str, edition: &Edition) -> bool {
    ["data", "content"].iter().any(|folder| path.starts_with(&format!("{folder}/{}/", edition.id.as_str())))
}

fn write(bench: &Bench<'_>, files: &[FileEdit]) -> Result<(), Trouble> {
    let changes = files.iter().map(|file| TextChange {
        path: &file.path,
        before: file.before.as_deref(),
        after: file.after.as_deref(),
    });
    change_texts(bench.root, &changes.collect::<Vec<_>>())
}
