use super::disk;
use crate::trouble::{Context, Trouble};
use std::fs;
use std::path::{Component, Path};
use walkdir::WalkDir;

/// The bytes of a file that the data name by a path below the root, such as a coat of arms.
///
/// # Errors
///
/// When the path leads out of the root, or the file cannot be read.
pub fn own_file(root: &Path, path: &str) -> Result<Vec<u8>, Trouble> {
    let relative = Path::new(path);
    let below = !path.is_empty()
        && !path.contains('\\')
        && relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let outside = || {
        Trouble::new(
            format!("`{path}` porta fuori dalla cartella dell'ente"),
            "indicare un file che sta nella cartella dell'ente, senza `..`",
        )
    };
    if !below {
        return Err(outside());
    }
    let what = || format!("impossibile leggere `{path}`");
    let advice = "controllare che il file ci sia e che si abbia il permesso di leggerlo";
    let whole = root.join(relative).canonicalize().trouble(what, advice)?;
    // A link inside the folder could lead out of it.
    if !root.canonicalize().is_ok_and(|root| whole.starts_with(root)) {
        return Err(outside());
    }
    fs::read(whole).trouble(what, advice)
}

/// The print templates that a folder's own theme brings: paths with `/` below `themes/<theme>/print/`, and their bytes.
///
/// # Errors
///
/// When one of them cannot be read.
pub fn print_templates(root: &Path, theme: &str) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
    let folder = root.join("themes").join(theme).join("print");
    if theme.contains(['/', '\\']) || theme.starts_with('.') || !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut templates = Vec::new();
    let advice = "controllare i permessi dei modelli di stampa";
    for entry in WalkDir::new(&folder).follow_links(true).sort_by_file_name() {
        let entry = entry.trouble(|| format!("impossibile leggere la cartella `{}`", folder.display()), advice)?;
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes =
            fs::read(entry.path()).trouble(|| format!("impossibile leggere `{}`", entry.path().display()), advice)?;
        templates.extend(disk::slashed(&folder, entry.path()).map(|path| (path, bytes)));
    }
    Ok(templates)
}
