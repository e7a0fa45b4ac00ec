use super::Overlay;
use super::disk::Disk;
use super::file_name::is_background;
use crate::model::EditionId;
use crate::trouble::Trouble;
use std::collections::BTreeMap;
use std::path::Path;

/// How deep the folders of an edition are looked through.
const DEPTH: usize = 4;

/// Every file of an edition, data, chapters and pictures, by its path below the root; the files of editors and systems are left out.
///
/// # Errors
///
/// When one of them cannot be read.
pub fn edition_files(root: &Path, edition: &EditionId) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    of(&Disk::new(root, &Overlay::new()), edition)
}

/// The same of a folder that may read otherwise than on disk.
pub(super) fn of(disk: &Disk<'_>, edition: &EditionId) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut files = BTreeMap::new();
    for above in ["data", "content"] {
        collect(disk, &format!("{above}/{}", edition.as_str()), DEPTH, &mut files)?;
    }
    Ok(files)
}

fn collect(disk: &Disk<'_>, folder: &str, depth: usize, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Trouble> {
    for entry in disk.entries(folder)?.into_iter().filter(|entry| !is_background(&entry.name)) {
        let path = format!("{folder}/{}", entry.name);
        if !entry.is_folder {
            files.extend(disk.bytes(&path)?.map(|bytes| (path, bytes)));
        } else if depth > 0 {
            collect(disk, &path, depth - 1, files)?;
        }
    }
    Ok(())
}
