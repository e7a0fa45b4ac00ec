use super::folder::{Folder, Kind, are_random_digits};
use super::marker::{Marker, is_unfinished};
use super::target_folder::TargetFolder;
use super::tree;
use crate::trouble::{Context, Trouble};
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// Puts things right after runs that were interrupted, but for a folder that is no such thing; call it only while no other run can be at work.
///
/// Where the target is missing and the old site stands beside it, it is put back. The rest is removed as far as it is
/// ours: what cannot be removed stays, and hinders nobody.
pub(super) fn recover(place: &TargetFolder, beside: &Folder, but: Option<&OsStr>) -> Result<(), Trouble> {
    let read = || format!("non è possibile leggere la cartella `{}`", place.parent.display());
    let advice = "controllare i permessi della cartella che contiene quella di uscita";
    for name in found(place, beside).trouble(read, advice)?.into_iter().filter(|name| but != Some(name.as_os_str())) {
        let Ok(folder) = beside.inner(&name) else { continue };
        let marker = Marker::read(&folder, &place.parent.join(&name)).ok().flatten();
        if is_old(&name) && marker.is_some() && beside.look(&place.name).trouble(read, advice)?.is_none() {
            beside.rename_to_free(&name, &place.name).trouble(
                || format!("non è possibile rimettere al suo posto il sito di `{}`", place.shown),
                "controllare i permessi della cartella che contiene quella di uscita",
            )?;
        } else {
            remove(beside, &name, &folder, marker.as_ref());
        }
    }
    Ok(())
}

/// The folders of past runs beside the target, the old sites before the unfinished ones.
fn found(place: &TargetFolder, beside: &Folder) -> std::io::Result<Vec<OsString>> {
    let prefix = place.prefix();
    let is_ours =
        |name: &OsStr| name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes()).is_some_and(is_of_a_run);
    let entries = beside.entries()?.into_iter();
    let mut names: Vec<_> =
        entries.filter(|(name, kind)| *kind == Kind::Folder && is_ours(name)).map(|(name, _)| name).collect();
    names.sort_by_key(|name| !is_old(name));
    Ok(names)
}

fn is_old(name: &OsStr) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "old")
}

/// Random digits, or the number of a process, as earlier versions wrote; perhaps with `.old` behind.
fn is_of_a_run(ending: &[u8]) -> bool {
    let digits = ending.strip_suffix(b".old").unwrap_or(ending);
    are_random_digits(digits) || !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// Removes an unfinished site whole, and one whose list is known file by file; anything else stays.
fn remove(beside: &Folder, name: &OsStr, folder: &Folder, marker: Option<&Marker>) {
    let _ = match marker {
        Some(marker) => tree::remove_listed(beside, name, folder, marker),
        None if is_unfinished(folder) => tree::remove_whole(beside, name, folder),
        None => beside.remove_folder(name),
    };
}
