//! Reads the files of a folder. The only place of the program that reads data from the disk.

use super::form::too_large;
use crate::trouble::{Context, Trouble};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// Texts that stand in for those on disk: paths relative to the root, with `/`, and what the files would say.
pub type Overlay = BTreeMap<String, String>;

/// A folder, some of whose files may read otherwise than on disk. Every path is relative to it, with `/`.
pub(super) struct Disk<'a> {
    root: &'a Path,
    overlay: &'a Overlay,
}

/// A file as it was found.
pub(super) enum Found {
    /// Its text.
    Text(String),
    /// Not UTF-8: the line (from 1) of the first byte that is not.
    NotUtf8(usize),
    /// Too large to be read: its size in bytes.
    TooLarge(u64),
}

impl<'a> Disk<'a> {
    /// The folder `root`, read through `overlay`.
    pub(super) fn new(root: &'a Path, overlay: &'a Overlay) -> Self {
        Self { root, overlay }
    }

    /// Reads one file; `None` where there is none.
    pub(super) fn read(&self, path: &str) -> Result<Option<Found>, Trouble> {
        match self.overlay.get(path) {
            Some(text) => Ok(Some(Found::Text(text.clone()))),
            None => read(&self.root.join(path)),
        }
    }

    /// The files of a folder with the given ending, in the order of their names; empty where there is no such folder.
    pub(super) fn files(&self, folder: &str, ending: &str) -> Result<Vec<String>, Trouble> {
        let wanted = |entry: &walkdir::DirEntry| {
            entry.file_type().is_file() && entry.path().extension().is_some_and(|found| found == ending)
        };
        let names = entries(&self.root.join(folder), wanted)?;
        Ok(names.into_iter().map(|name| format!("{folder}/{name}")).collect())
    }

    /// The names of the folders of a folder, in their order, hidden ones left out.
    pub(super) fn folders(&self, folder: &str) -> Result<Vec<String>, Trouble> {
        entries(&self.root.join(folder), |entry| entry.file_type().is_dir())
    }
}

fn read(path: &Path) -> Result<Option<Found>, Trouble> {
    let advice = "controllare che il file si possa aprire e che si abbia il permesso di leggerlo";
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).trouble(|| format!("impossibile leggere `{}`", path.display()), advice),
    };
    if metadata.is_dir() {
        return Ok(None);
    }
    if metadata.len() > too_large::LIMIT {
        return Ok(Some(Found::TooLarge(metadata.len())));
    }
    let bytes = fs::read(path).trouble(|| format!("impossibile leggere `{}`", path.display()), advice)?;
    Ok(Some(match String::from_utf8(bytes) {
        Ok(text) => Found::Text(text),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            Found::NotUtf8(good.iter().filter(|byte| **byte == b'\n').count() + 1)
        }
    }))
}

/// The names of the entries of a folder that are to be kept.
fn entries(folder: &Path, keep: impl Fn(&walkdir::DirEntry) -> bool) -> Result<Vec<String>, Trouble> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).max_depth(1).follow_links(true).sort_by_file_name() {
        let entry = entry.trouble(
            || format!("impossibile leggere la cartella `{}`", folder.display()),
            "controllare i permessi della cartella",
        )?;
        if entry.file_name().to_string_lossy().starts_with('.') || !keep(&entry) {
            continue;
        }
        let Some(name) = entry.file_name().to_str() else {
            return Err(Trouble::new(
                format!("il nome del file `{}` non è scritto in UTF-8", entry.path().display()),
                "cambiare il nome del file: bastano lettere senza accento, cifre e trattini",
            ));
        };
        found.push(name.to_owned());
    }
    Ok(found)
}
