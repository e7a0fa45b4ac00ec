use crate::load::edition_files;
use crate::model::{Date, Edition, Seal};
use crate::sealing;
use crate::trouble::Trouble;
use std::path::Path;

/// What comes of sealing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sealing {
    /// The text of the seal, and how many files it holds.
    Sealed {
        /// What the file of the seal is to say.
        text: String,
        /// How many files of the edition it vouches for.
        files: usize,
    },
    /// The edition is sealed already, and no file changed.
    Already,
}

/// Whether an edition is sealed.
pub fn is_sealed(edition: &Edition) -> bool {
    edition.seal.as_ref().is_some_and(Seal::is_closed)
}

/// Asks that the files of an edition may be changed.
///
/// # Errors
///
/// When it is sealed.
pub fn must_be_open(edition: &Edition) -> Result<(), Trouble> {
    if !is_sealed(edition) {
        return Ok(());
    }
    let id = edition.id.as_str();
    let what = format!("l'edizione {id} è sigillata: i suoi file non si cambiano, e nulla è stato scritto");
    Err(Trouble::new(what, format!("prima va riaperta con `piao sigilla {id} --dissigilla --motivo \"…\"`")))
}

/// The file of the seal of an edition, below the root.
pub fn seal_path(edition: &Edition) -> String {
    format!("data/{}/{}", edition.id.as_str(), sealing::FILE)
}

/// Seals an edition whose data have no error, on a day.
///
/// # Errors
///
/// When one of its files cannot be read.
pub fn sealed(root: &Path, edition: &Edition, day: Date) -> Result<Sealing, Trouble> {
    if is_sealed(edition) {
        return Ok(Sealing::Already);
    }
    let files = edition_files(root, &edition.id)?;
    let count = files.keys().filter(|path| !path.ends_with(sealing::FILE)).count();
    Ok(Sealing::Sealed { text: sealing::sealed(edition, &files, day), files: count })
}

/// The text of the seal of an edition that is opened again, on a day and for a reason.
///
/// # Errors
///
/// When it is not sealed, or there is no reason.
pub fn opened(edition: &Edition, reason: &str, day: Date) -> Result<String, Trouble> {
    if !is_sealed(edition) {
        let what = format!("l'edizione `{}` non è sigillata", edition.id.as_str());
        return Err(Trouble::new(what, "non c'è nulla da riaprire"));
    }
    if reason.trim().is_empty() {
        return Err(Trouble::new("il motivo è vuoto", "scrivere perché l'edizione è riaperta"));
    }
    Ok(sealing::opened(edition, reason.trim(), day))
}
