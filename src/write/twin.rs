//! A second copy of a large site, beside its target, by which a build in which little changed makes no folder anew.
//!
//! A site is exchanged with its target whole, so a whole new one must stand beside it first. Of ten thousand pages in as many folders,
//! making these again and removing the old ones costs more than anything else of a build in which one page changed; folders can be moved,
//! but those of a published site may not be missing from it for a moment, and they cannot have two names. So the old site stays, after the
//! exchange, and is made the same as the new one: every file of it is a second name of the file in the target, and what takes space on
//! the disk is its folders alone. The next build changes in it what changed, and exchanges the two again. Nobody but its owner may enter it.
//!
//! It counts as long as it is as it was left, which is found out by its folders; it is removed otherwise, and the build makes a whole new site.

use super::folder::{Folder, PRIVATE_FOLDER_MODE};
use super::marker::{Marker, begin_again};
use super::standing_site::folders_fingerprint;
use super::tree;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::Path;

/// A site with fewer files leaves none: making it again costs little, and nothing need stand beside it.
pub(super) const WORTH_IT: usize = 1_000;

/// What is known of the twin of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Twin {
    /// Its name beside the target.
    pub(super) name: String,
    /// The fingerprint of its folders.
    folders: String,
}

impl Twin {
    /// Makes the old site, which was just replaced and has this name now, the same as the new one; `is_known` if it is known to hold the
    /// files of its list and no others.
    ///
    /// # Errors
    ///
    /// When it holds anything that is in neither list, or the disk refuses or has no second names; it is then no whole site any more.
    pub(super) fn left_by(
        name: &OsStr,
        old: &Folder,
        new: &Folder,
        change: Change<'_>,
        is_known: bool,
    ) -> io::Result<Self> {
        let Change { before, after, written } = change;
        let name = name.to_str().ok_or(io::ErrorKind::InvalidFilename)?.to_owned();
        old.set_mode(PRIVATE_FOLDER_MODE)?;
        if !is_known {
            tree::remove_all_but(old, before, after)?;
        }
        begin_again(old)?;
        if is_known {
            remove_stale(old, before, after)?;
        }
        for path in written {
            if before.paths.contains(path) {
                old.remove_file(OsStr::new(path))?;
            } else if let Some((above, _)) = path.rsplit_once('/') {
                old.make_all(Path::new(above))?;
            }
            new.link(Path::new(path), old, Path::new(path))?;
        }
        after.write(old)?;
        let folders = folders_fingerprint(old, after).ok_or(io::ErrorKind::NotFound)?;
        Ok(Self { name, folders })
    }

    /// Its folder, where it is as it was left with this list.
    pub(super) fn as_left(&self, beside: &Folder, marker: &Marker) -> Option<Folder> {
        let folder = beside.inner(OsStr::new(&self.name)).ok()?;
        let is_as_left = folders_fingerprint(&folder, marker)? == self.folders;
        is_as_left.then_some(folder)
    }
}

/// How a site became another one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub(super) before: &'a Marker,
    pub(super) after: &'a Marker,
    /// The files that are not second names of those before.
    pub(super) written: &'a BTreeSet<String>,
}

/// Removes the files of a site that another does not have, and the folders left empty.
pub(super) fn remove_stale(folder: &Folder, before: &Marker, after: &Marker) -> io::Result<()> {
    let mut emptied = BTreeSet::new();
    for path in before.paths.difference(&after.paths) {
        folder.remove_file(OsStr::new(path))?;
        emptied.extend(path.match_indices('/').map(|(at, _)| &path[..at]));
    }
    for path in emptied.into_iter().rev() {
        // In most of them other files remain.
        let _ = folder.remove_folder(OsStr::new(path));
    }
    Ok(())
}
