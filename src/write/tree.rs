use super::marker::{MARKER, Marker};
use crate::trouble::{Context, Trouble};
use std::fs;
use std::io;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// Files that systems and file managers leave everywhere, of no value to anyone.
const LITTER: [&str; 4] = [".ds_store", "thumbs.db", "desktop.ini", ".directory"];

/// The files below a folder that are not in its marker's list, in order, at most `limit`; links count as files.
pub(super) fn extras(folder: &Path, marker: &Marker, limit: usize) -> Result<Vec<String>, Trouble> {
    let mut extras = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry.trouble(
            || format!("non è possibile leggere la cartella `{}`", folder.display()),
            "controllare i permessi della cartella di uscita",
        )?;
        if !is_ours(&entry, folder, marker) {
            extras.push(below(&entry, folder));
            if extras.len() == limit {
                break;
            }
        }
    }
    Ok(extras)
}

/// Removes the files that the marker lists, the litter and the folders left empty; the marker goes last.
///
/// # Errors
///
/// When something could not be removed, or something remains that the program did not write.
pub(super) fn remove_listed(folder: &Path, marker: &Marker) -> io::Result<()> {
    for entry in WalkDir::new(folder).min_depth(1).contents_first(true) {
        let entry = entry.map_err(io::Error::from)?;
        if entry.file_type().is_dir() {
            // A folder that is not empty holds something of someone else's.
            let _ = fs::remove_dir(entry.path());
        } else if is_ours(&entry, folder, marker) && below(&entry, folder) != MARKER {
            fs::remove_file(entry.path())?;
        }
    }
    // The marker stays where anything else does, so that the next run knows what it finds.
    let mut rest = fs::read_dir(folder)?.filter_map(Result::ok).filter(|entry| entry.file_name() != MARKER);
    if rest.next().is_some() {
        return Err(io::Error::from(io::ErrorKind::DirectoryNotEmpty));
    }
    match fs::remove_file(folder.join(MARKER)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::remove_dir(folder)
}

fn is_ours(entry: &DirEntry, folder: &Path, marker: &Marker) -> bool {
    if entry.file_type().is_dir() {
        return true;
    }
    let name = entry.file_name().to_string_lossy().to_lowercase();
    if LITTER.contains(&name.as_str()) {
        return true;
    }
    let path = below(entry, folder);
    path == MARKER || marker.paths.contains(&path)
}

/// The path of an entry below `folder`, with `/`.
fn below(entry: &DirEntry, folder: &Path) -> String {
    let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
