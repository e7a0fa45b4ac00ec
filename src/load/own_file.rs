use crate::plain_file;
use crate::trouble::{Context, Trouble};
use std::fs;
use std::io::{self, ErrorKind};
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

/// Whether the data name a file by a path below the root, and nothing is there.
pub(super) fn is_absent(root: &Path, path: &str) -> bool {
    let nothing = |error: io::Error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
    is_below(path) && fs::metadata(root.join(path)).is_err_and(nothing)
}

/// Whether a path stays below the folder in which it begins.
fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    let plain = parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    !path.is_empty() && !path.contains('\\') && plain
}
