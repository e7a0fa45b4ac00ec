use super::disk::Disk;
use super::file_name::{Nature, is_background, nature};
use super::own_file::own_file;
use crate::picture::Album;
use crate::trouble::Trouble;
use std::path::Path;

/// The pictures of the chapters of an edition, each with its bytes.
///
/// # Errors
///
/// When the folder is there and cannot be read.
pub(super) fn album(root: &Path, disk: &Disk<'_>, edition: &str) -> Result<Album, Trouble> {
    let folder = format!("content/{edition}/{}", Album::FOLDER);
    let mut album = Album::default();
    for entry in disk.entries(&folder)? {
        if !entry.is_folder && nature(&entry.name) == Nature::Picture && !is_background(&entry.name) {
            album.add(edition, &entry.name, own_file(root, &format!("{folder}/{}", entry.name)));
        }
    }
    Ok(album)
}
