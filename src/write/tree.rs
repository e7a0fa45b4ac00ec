use super::folder::{Folder, Kind};
use super::marker::{MARKER, Marker, NEW_MARKER};
use std::ffi::OsStr;
use std::io::{self, ErrorKind};

/// Files that systems and file managers leave everywhere, of no value to anyone.
const LITTER: [&str; 4] = [".ds_store", "thumbs.db", "desktop.ini", ".directory"];

/// The files below a folder that are not in its marker's list, in order, at most `limit`; links count as files.
pub(super) fn extras(folder: &Folder, marker: &Marker, limit: usize) -> io::Result<Vec<String>> {
    let mut extras = Vec::new();
    collect(folder, "", marker, limit, &mut extras)?;
    Ok(extras)
}

fn collect(folder: &Folder, at: &str, marker: &Marker, limit: usize, extras: &mut Vec<String>) -> io::Result<()> {
    for (name, kind) in folder.entries()? {
        if extras.len() == limit {
            break;
        }
        let path = below(at, &name);
        if kind == Kind::Folder {
            collect(&folder.inner(&name)?, &path, marker, limit, extras)?;
        } else if !is_ours(&name, kind, &path, marker) {
            extras.push(path);
        }
    }
    Ok(())
}

/// Removes the files that the marker lists, the litter and the folders left empty; the marker goes last, and then `name` in `parent`,
/// which is this folder.
///
/// # Errors
///
/// When something could not be removed, or something remains that the program did not write.
pub(super) fn remove_listed(parent: &Folder, name: &OsStr, folder: &Folder, marker: &Marker) -> io::Result<()> {
    remove(folder, "", &|name, kind, path| is_ours(name, kind, path, marker))?;
    remove_rest(parent, name, folder)
}

/// Removes what is ours by the list `before` and is not in the list `after`, and the folders left empty.
///
/// # Errors
///
/// When something could not be removed, or the program did not write something that is there.
pub(super) fn remove_all_but(folder: &Folder, before: &Marker, after: &Marker) -> io::Result<()> {
    remove(folder, "", &|name, kind, path| is_ours(name, kind, path, before) && !after.paths.contains(path))?;
    if extras(folder, before, 1)?.is_empty() { Ok(()) } else { Err(ErrorKind::DirectoryNotEmpty.into()) }
}

/// Removes the folder `name` of `parent`, which is `folder`, with everything in it; the marker goes last.
pub(super) fn remove_whole(parent: &Folder, name: &OsStr, folder: &Folder) -> io::Result<()> {
    remove(folder, "", &|_, _, _| true)?;
    remove_rest(parent, name, folder)
}

type Choice<'a> = dyn Fn(&OsStr, Kind, &str) -> bool + 'a;

fn remove(folder: &Folder, at: &str, choice: &Choice<'_>) -> io::Result<()> {
    for (name, kind) in folder.entries()? {
        let path = below(at, &name);
        if kind == Kind::Folder {
            remove(&folder.inner(&name)?, &path, choice)?;
            // A folder that is not empty holds something of someone else's.
            let _ = folder.remove_folder(&name);
        } else if path != MARKER && choice(&name, kind, &path) {
            folder.remove_file(&name)?;
        }
    }
    Ok(())
}

/// The marker stays where anything else does, so that the next run knows what it finds.
fn remove_rest(parent: &Folder, name: &OsStr, folder: &Folder) -> io::Result<()> {
    if folder.entries()?.iter().any(|(name, _)| name != MARKER) {
        return Err(ErrorKind::DirectoryNotEmpty.into());
    }
    match folder.remove_file(OsStr::new(MARKER)) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // Whatever has the name by now, only an empty folder can be lost.
    parent.remove_folder(name)
}

fn is_ours(name: &OsStr, kind: Kind, path: &str, marker: &Marker) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    kind == Kind::File
        && (LITTER.contains(&name.as_str()) || [MARKER, NEW_MARKER].contains(&path) || marker.paths.contains(path))
}

/// The path of a name of the folder at a path, with `/`.
fn below(at: &str, name: &OsStr) -> String {
    let name = name.to_string_lossy();
    if at.is_empty() { name.into_owned() } else { format!("{at}/{name}") }
}
