use super::marker::{Marker, is_unfinished};
use super::target_folder::TargetFolder;
use super::tree;
use crate::trouble::{Context, Trouble};
use std::fs;
use std::path::{Path, PathBuf};

/// Puts things right after runs that were interrupted; call it only while no other run can be at work.
///
/// Where the target is missing and the old site stands beside it, it is put back. The rest is removed as far as it is
/// ours: what cannot be removed stays, and hinders nobody.
pub(super) fn recover(place: &TargetFolder) -> Result<(), Trouble> {
    for folder in found(place)? {
        let old = folder.extension().is_some_and(|ending| ending == "old");
        if old && !place.target.exists() && Marker::read(&folder)?.is_some() {
            fs::rename(&folder, &place.target).trouble(
                || format!("non è possibile rimettere al suo posto il sito di `{}`", place.shown),
                "controllare i permessi della cartella che contiene quella di uscita",
            )?;
        } else {
            remove(&folder);
        }
    }
    Ok(())
}

/// The folders of past runs beside the target, the old sites before the unfinished ones.
fn found(place: &TargetFolder) -> Result<Vec<PathBuf>, Trouble> {
    let read = || format!("non è possibile leggere la cartella `{}`", place.parent.display());
    let advice = "controllare i permessi della cartella che contiene quella di uscita";
    let prefix = place.prefix();
    let mut folders = Vec::new();
    for entry in fs::read_dir(&place.parent).trouble(read, advice)? {
        let entry = entry.trouble(read, advice)?;
        let name = entry.file_name();
        let ending = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
        if ending.is_some_and(is_of_a_run) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            folders.push(entry.path());
        }
    }
    folders.sort_by_key(|folder| (folder.extension().is_none_or(|ending| ending != "old"), folder.clone()));
    Ok(folders)
}

/// `<pid>` or `<pid>.old`.
fn is_of_a_run(ending: &[u8]) -> bool {
    let number = ending.strip_suffix(b".old").unwrap_or(ending);
    !number.is_empty() && number.iter().all(u8::is_ascii_digit)
}

/// Removes an unfinished site whole, and one whose list is known file by file; anything else stays.
fn remove(folder: &Path) {
    let _ = match Marker::read(folder) {
        Ok(Some(marker)) => tree::remove_listed(folder, &marker),
        _ if is_unfinished(folder) => fs::remove_dir_all(folder),
        _ => fs::remove_dir(folder),
    };
}
