use crate::plain_file;
use crate::trouble::{Context, Trouble};
use include_dir::Dir;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind};
use std::path::Path;
use walkdir::WalkDir;

/// The files of a theme by their path, with `/`.
#[derive(Debug, Default)]
pub(super) struct ThemeFiles {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    /// Which of them are not inside the program as they are.
    own: BTreeSet<String>,
}

impl ThemeFiles {
    /// The files inside the program.
    pub(super) fn embedded(folder: &Dir<'static>) -> Self {
        let mut files = Self::default();
        files.take(folder);
        files
    }

    fn take(&mut self, folder: &Dir<'static>) {
        for file in folder.files() {
            self.files.insert(slashes(file.path()), Cow::Borrowed(file.contents()));
        }
        for inner in folder.dirs() {
            self.take(inner);
        }
    }

    /// Puts the files of the theme `name` of the folder `root` in the place of those with the same path; no folder, no change.
    pub(super) fn lay_over(&mut self, root: &Path, name: &str) -> Result<(), Trouble> {
        let folder = &root.join("themes").join(name);
        let advice = "controllare i permessi della cartella dell'aspetto";
        // A folder that is there and cannot be read is no reason to go on without it.
        let nothing = |error: &Error| error.kind() == ErrorKind::NotFound && folder.symlink_metadata().is_err();
        if folder.metadata().is_err_and(|error| nothing(&error)) {
            return Ok(());
        }
        let unread = || format!("impossibile leggere la cartella `{}`", folder.display());
        if !plain_file::is_inside(root, folder).trouble(unread, advice)? {
            return Err(plain_file::outside(&format!("themes/{name}")));
        }
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            let entry = entry.trouble(unread, advice)?;
            let hidden = entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
            let path = slashes(entry.path().strip_prefix(root).unwrap_or(entry.path()));
            if entry.path_is_symlink()
                && !hidden
                && !plain_file::is_inside(root, entry.path()).trouble(unread, advice)?
            {
                return Err(plain_file::outside(&path));
            }
            if hidden || entry.file_type().is_dir() {
                continue;
            }
            let bytes = plain_file::read(entry.path()).trouble(|| format!("impossibile leggere `{path}`"), advice)?;
            let Ok(below) = entry.path().strip_prefix(folder) else { continue };
            self.add(&slashes(below), bytes);
        }
        Ok(())
    }

    /// Puts a file in its place.
    pub(super) fn add(&mut self, path: &str, bytes: Vec<u8>) {
        if self.files.get(path).is_none_or(|inside| **inside != bytes) {
            self.own.insert(path.to_owned());
        }
        self.files.insert(path.to_owned(), Cow::Owned(bytes));
    }

    /// Puts a file of the program's making in its place: it is not the administration's own.
    pub(super) fn lend(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), Cow::Owned(bytes));
    }

    /// The paths of the files that are not inside the program as they are, in order.
    pub(super) fn own(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str)
    }

    /// The file with this path.
    pub(super) fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// The files below a folder (ending in a slash), with their paths from there.
    pub(super) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?, bytes.as_ref())))
    }
}

/// A path with `/` on every system.
fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
