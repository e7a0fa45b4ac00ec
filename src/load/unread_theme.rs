//! What lies in the folder of the themes and is read by nobody.

use super::disk::Disk;
use super::file_name::{is_background, is_readme};
use super::form::unread_file::Remedy;
use super::unread::Unread;
use crate::diagnostic::nearest;
use crate::model::USUAL_THEME;
use crate::trouble::Trouble;

/// Where the themes of an administration lie.
pub(super) const THEMES: &str = "themes";

/// The folder of the theme `name` where it has another name, and the files beside the folders. Other themes may well lie there.
///
/// Of a theme that only the administration has, the name that the data say is told to be wrong.
pub(super) fn all(disk: &Disk<'_>, name: &str) -> Result<Vec<Unread>, Trouble> {
    let mut entries = disk.entries(THEMES)?;
    entries.retain(|entry| !is_background(&entry.name) && !is_readme(&entry.name));
    let is_there = entries.iter().any(|entry| entry.is_folder && entry.name == name);
    let remedy = |entry_name: &str, is_folder: bool| {
        if !is_folder {
            return Some(Remedy::Names(format!("le cartelle degli aspetti, per esempio `{name}`")));
        }
        let is_meant = !is_there && name == USUAL_THEME && nearest(entry_name, [name]).is_some();
        is_meant.then(|| Remedy::Rename(name.to_owned()))
    };
    let unread = entries.iter().filter_map(|entry| {
        let remedy = remedy(&entry.name, entry.is_folder)?;
        Some(Unread { path: format!("{THEMES}/{}", entry.name), is_folder: entry.is_folder, remedy })
    });
    Ok(unread.collect())
}
