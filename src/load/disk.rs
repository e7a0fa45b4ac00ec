//! Reads the files of a folder. The only place of the program that reads data from the disk.

use super::form::too_large;
use crate::plain_file;
use crate::trouble::{Context, Trouble};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
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
            None => read(self.root, path),
        }
    }

    /// The bytes of a file, whatever they are; `None` where there is none.
    pub(super) fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
        if let Some(text) = self.overlay.get(path) {
            return Ok(Some(text.clone().into_bytes()));
        }
        let file = self.root.join(path);
        let failed = || format!("impossibile leggere `{}`", file.display());
        match plain_file::is_inside(self.root, &file) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Ok(false) => Err(plain_file::outside(path)),
            _ => plain_file::read(&file).map(Some).trouble(failed, "controllare che si abbia il permesso di leggerlo"),
        }
    }

    /// The files of a folder with the given ending, in the order of their names; empty where there is no such folder.
    pub(super) fn files(&self, folder: &str, ending: &str) -> Result<Vec<String>, Trouble> {
        let entries = self.entries(folder)?.into_iter();
        entries
            .filter(|entry| !entry.is_folder && entry.ending() == Some(ending))
            .map(|entry| entry.whole_name().map(|name| format!("{folder}/{name}")))
            .collect()
    }

    /// The names of the folders of a folder, in their order, hidden ones left out.
    pub(super) fn folders(&self, folder: &str) -> Result<Vec<String>, Trouble> {
        let entries = self.entries(folder)?.into_iter();
        entries.filter(|entry| entry.is_folder).map(Entry::whole_name).collect()
    }

    /// What stands in a folder, in the order of the names, hidden files left out; nothing where there is no such folder.
    pub(super) fn entries(&self, folder: &str) -> Result<Vec<Entry>, Trouble> {
        let mut entries = entries(self.root, folder)?;
        let below = self.overlay.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        for name in below.filter(|name| !name.contains('/')) {
            if let Err(at) = entries.binary_search_by(|entry| entry.name.as_str().cmp(name)) {
                entries.insert(at, Entry { name: name.to_owned(), is_folder: false, is_unicode: true });
            }
        }
        Ok(entries)
    }
}

/// A file or a folder, by its name.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) is_folder: bool,
    /// Whether the name is UTF-8; where it is not, `name` only looks like it.
    is_unicode: bool,
}

impl Entry {
    /// What follows the last full stop of the name.
    pub(super) fn ending(&self) -> Option<&str> {
        Path::new(&self.name).extension()?.to_str()
    }

    /// The name, which must be UTF-8 to be read.
    fn whole_name(self) -> Result<String, Trouble> {
        if self.is_unicode {
            return Ok(self.name);
        }
        Err(Trouble::new(
            format!("il nome del file `{}` non è scritto in UTF-8", self.name),
            "cambiare il nome del file: bastano lettere senza accento, cifre e trattini",
        ))
    }
}

/// What to do about something that is neither a file nor a folder.
const MOVE: &str = "tenerlo fuori dalla cartella dell'ente";

fn read(root: &Path, shown: &str) -> Result<Option<Found>, Trouble> {
    let path = &root.join(shown);
    let advice = "controllare che il file si possa aprire e che si abbia il permesso di leggerlo";
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).trouble(|| format!("impossibile leggere `{}`", path.display()), advice),
    };
    if metadata.is_dir() {
        return Ok(None);
    }
    if !plain_file::is_inside(root, path).trouble(|| format!("impossibile leggere `{}`", path.display()), advice)? {
        return Err(plain_file::outside(shown));
    }
    if metadata.len() > too_large::limit(shown) {
        return Ok(Some(Found::TooLarge(metadata.len())));
    }
    let bytes = plain_file::read(path).trouble(|| format!("impossibile leggere `{}`", path.display()), advice)?;
    Ok(Some(match String::from_utf8(bytes) {
        Ok(text) => Found::Text(text),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            Found::NotUtf8(good.iter().filter(|byte| **byte == b'\n').count() + 1)
        }
    }))
}

/// The entries of a folder on the disk. One that is there and cannot be read is trouble, not an empty folder.
fn entries(root: &Path, shown: &str) -> Result<Vec<Entry>, Trouble> {
    let folder = &root.join(shown);
    let what = || format!("impossibile leggere la cartella `{}`", folder.display());
    let advice = "controllare che sia una cartella e che si abbia il permesso di leggerla";
    match fs::metadata(folder) {
        // A file that bears the name of a folder is told as a file that nobody reads.
        Ok(metadata) if !metadata.is_dir() => return Ok(Vec::new()),
        Ok(_) if plain_file::is_inside(root, folder).trouble(what, advice)? => {}
        Ok(_) => return Err(plain_file::outside(shown)),
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(folder).is_err() => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(error).trouble(what, advice),
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).max_depth(1).follow_links(true).sort_by_file_name() {
        // An editor's lock is a hidden link that leads nowhere.
        let path = entry.as_ref().map_or_else(walkdir::Error::path, |entry| Some(entry.path()));
        let path = path.filter(|path| *path != folder);
        let name = path.and_then(Path::file_name).unwrap_or_default();
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let (is_unicode, name) = (name.to_str().is_some(), name.to_string_lossy().into_owned());
        let path = format!("{shown}/{name}");
        let unread = || if name.is_empty() { what() } else { format!("impossibile leggere `{path}`") };
        let entry = entry.trouble(unread, advice)?;
        if entry.path_is_symlink() && !plain_file::is_inside(root, entry.path()).trouble(unread, advice)? {
            return Err(plain_file::outside(&path));
        }
        if !entry.file_type().is_dir() && !entry.file_type().is_file() {
            return Err(plain_file::no_file()).trouble(unread, MOVE);
        }
        found.push(Entry { name, is_folder: entry.file_type().is_dir(), is_unicode });
    }
    Ok(found)
}
