use super::CorrectedFile;
use crate::trouble::{Context, Trouble};
use crate::write::{Replaceable, write_file};
use std::cell::Cell;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Writes a corrected file: all of it or nothing, with the permissions it had. A link stays a link, and what it leads to is written,
/// where that is in the folder `root`.
///
/// # Errors
///
/// When the disk refuses, or the file is no longer as it was read; it is then as it was.
pub fn save(root: &Path, file: &CorrectedFile) -> Result<(), Trouble> {
    let what = || format!("impossibile scrivere `{}`", file.path);
    let advice = "controllare i permessi della cartella e lo spazio sul disco: il file è rimasto com'era";
    let changed = || {
        Trouble::new(
            format!("`{}` è cambiato mentre lo si correggeva", file.path),
            "chiudere i programmi che lo tengono aperto e ripetere il comando",
        )
    };
    let path = fs::canonicalize(root.join(&file.path)).trouble(what, advice)?;
    if !fs::canonicalize(root).is_ok_and(|root| path.starts_with(root)) {
        return Err(changed());
    }
    let metadata = fs::metadata(&path).trouble(what, advice)?;
    if metadata.is_file() && metadata.permissions().readonly() {
        return Err(Trouble::new(
            format!("impossibile scrivere `{}`: è di sola lettura", file.path),
            "togliere la protezione dal file e ripetere il comando",
        ));
    }
    let as_read = Cell::new(true);
    let is_as_read = |found: &fs::File| {
        as_read.set(holds(found, file.before.as_bytes()).unwrap_or(false));
        as_read.get()
    };
    let written = write_file(&path, file.after.as_bytes(), &Replaceable { what: "com'era", is: &is_as_read });
    written.map_err(|trouble| if as_read.get() { trouble } else { changed() })
}

fn holds(mut file: &fs::File, bytes: &[u8]) -> io::Result<bool> {
    let mut read = Vec::new();
    file.read_to_end(&mut read)?;
    Ok(read == bytes)
}
