use crate::plain_file;
use crate::trouble::{Context, Trouble};
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

/// The bytes of a file that the data name by a path below the root, such as a coat of arms.
///
/// # Errors
///
/// When the path leads out of the root, or the file cannot be read.
pub fn own_file(root: &Path, path: &str) -> Result<Vec<u8>, Trouble> {
    let outside = || {
        Trouble::new(
            format!("`{path}` porta fuori dalla cartella dell'ente"),
            "indicare un file che sta nella cartella dell'ente, senza `..`",
        )
    };
    if !is_below(path) {
        return Err(outside());
    }
    let what = || format!("impossibile leggere `{path}`");
    let advice = "controllare che il file ci sia e che si abbia il permesso di leggerlo";
    let whole = root.join(path).canonicalize().trouble(what, advice)?;
    // A link inside the folder could lead out of it.
    if !root.canonicalize().is_ok_and(|root| whole.starts_with(root)) {
        return Err(outside());
    }
    plain_file::read(&whole).trouble(what, advice)
}

/// Why a path that the data name leads to no file that can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathFault {
    /// Nothing is there.
    Absent,
    /// It leads out of the root.
    Outside,
    /// Its parts are divided by `\`, which is no folder of other systems.
    Backslashes,
    /// A folder is there.
    Folder,
}

/// What is wrong with a path that the data name; `None` where a file is there, or the system does not say.
pub(super) fn path_fault(root: &Path, path: &str) -> Option<PathFault> {
    if path.contains('\\') && is_below(&path.replace('\\', "/")) {
        return Some(PathFault::Backslashes);
    }
    if !is_below(path) {
        return Some(PathFault::Outside);
    }
    let whole = root.join(path);
    match fs::metadata(&whole) {
        Err(error) => {
            matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory).then_some(PathFault::Absent)
        }
        // What a link leads to is not a matter of what is written.
        Ok(metadata) => {
            let is_own = plain_file::is_inside(root, &whole).unwrap_or(false);
            (is_own && metadata.is_dir()).then_some(PathFault::Folder)
        }
    }
}

/// Whether a path stays below the folder in which it begins.
fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    let plain = parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    !path.is_empty() && !path.contains('\\') && plain
}
