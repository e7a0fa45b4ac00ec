use super::replacement::{Replacement, Replacements};
use super::single_file::Replaceable;
use crate::trouble::{Context, Trouble};
use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// What becomes of the text of a file.
#[derive(Clone, Copy, Debug)]
pub struct TextChange<'a> {
    /// Its path below the folder, with `/`.
    pub path: &'a str,
    /// What it says; `None` if it is not there.
    pub before: Option<&'a str>,
    /// What it is to say; `None` if it goes.
    pub after: Option<&'a str>,
}

/// Changes files below the folder `root`, all of them or none, each with the permissions it had. A link stays a link, and what it leads
/// to is written, where that is in the folder.
///
/// # Errors
///
/// When the disk refuses, or a file is no longer as it was read; all are then as they were.
pub fn change_texts(root: &Path, changes: &[TextChange<'_>]) -> Result<(), Trouble> {
    prepare(root, changes)?.take_places()
}

/// Writes what files are to say beside them.
pub(super) fn prepare(root: &Path, changes: &[TextChange<'_>]) -> Result<Replacements, Trouble> {
    let mut all = Replacements::default();
    for change in changes {
        match (change.before, change.after) {
            (Some(before), Some(after)) => all.push(replaced(root, change.path, before, after)?),
            (None, Some(after)) => {
                all.push(Replacement::write(&root.join(change.path), after.as_bytes(), &Replaceable::NOTHING)?);
            }
            (Some(before), None) => {
                let is_as_read = |file: &File| says(file, before.as_bytes()).unwrap_or(false);
                let ours = Replaceable { what: "com'era", is: &is_as_read };
                if let Some(removal) = Replacement::removal(&root.join(change.path), &ours)? {
                    all.push(removal);
                }
            }
            (None, None) => {}
        }
    }
    Ok(all)
}

fn replaced(root: &Path, path: &str, before: &str, after: &str) -> Result<Replacement, Trouble> {
    let what = || format!("impossibile scrivere `{path}`");
    let advice = "controllare i permessi della cartella e lo spazio sul disco: il file è rimasto com'era";
    let changed = || {
        Trouble::new(
            format!("`{path}` è cambiato mentre lo si correggeva"),
            "chiudere i programmi che lo tengono aperto e ripetere il comando",
        )
    };
    let target = fs::canonicalize(root.join(path)).trouble(what, advice)?;
    if !fs::canonicalize(root).is_ok_and(|root| target.starts_with(root)) {
        return Err(changed());
    }
    let metadata = fs::metadata(&target).trouble(what, advice)?;
    if metadata.is_file() && metadata.permissions().readonly() {
        return Err(Trouble::new(
            format!("impossibile scrivere `{path}`: è di sola lettura"),
            "togliere la protezione dal file e ripetere il comando",
        ));
    }
    let as_read = Cell::new(true);
    let is_as_read = |found: &File| {
        as_read.set(says(found, before.as_bytes()).unwrap_or(false));
        as_read.get()
    };
    let ours = Replaceable { what: "com'era", is: &is_as_read };
    let written = Replacement::write(&target, after.as_bytes(), &ours);
    written.map_err(|trouble| if as_read.get() { trouble } else { changed() })
}

/// Whether a file has this very content.
fn says(file: &File, bytes: &[u8]) -> io::Result<bool> {
    let mut read = Vec::new();
    file.take(bytes.len() as u64 + 1).read_to_end(&mut read)?;
    Ok(read == bytes)
}
