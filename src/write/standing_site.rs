use super::folder::{Folder, Kind, Seen};
use super::marker::{MARKER, Marker};
use super::previous_site::PreviousSite;
use super::target_folder::TargetFolder;
use super::twin::Twin;
use crate::digest::Sha256;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// How many files are looked at by one thread at least.
const TOGETHER: usize = 512;

/// A name for a folder, of which no other has the same; `None` where it is not there.
pub fn folder_key(root: &Path) -> Option<String> {
    Some(Sha256::of(fs::canonicalize(root).ok()?.as_os_str().as_encoded_bytes()))
}

/// A name for the site of the folder `root` in a target, of which no other has the same; `None` where there can be no site.
pub fn site_key(root: &Path, target: &Path) -> Option<String> {
    let place = TargetFolder::new(root, target).ok()?;
    let root = fs::canonicalize(root).ok()?;
    let mut digest = Sha256::default();
    for part in [root.as_os_str(), place.parent.as_os_str(), &place.name] {
        digest.update(&part.len().to_le_bytes());
        digest.update(part.as_encoded_bytes());
    }
    Some(digest.finish())
}

/// A site as a run left it in its target, as the system knows its files and folders: whoever writes, adds or removes one there is found
/// out without reading any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingSite {
    /// The fingerprint of its files and folders.
    all: String,
    /// The fingerprint of its folders: which names are in them, not what the files say.
    folders: String,
    /// What was left beside it.
    pub(super) twin: Option<Twin>,
}

impl StandingSite {
    /// The site that is in a folder now, of which this is the list; `None` where a file of the list is not there.
    pub(super) fn of(folder: &Folder, marker: &Marker, twin: Option<Twin>) -> Option<Self> {
        let fingerprints = Fingerprints::of(folder, marker)?;
        Some(Self { all: fingerprints.all, folders: fingerprints.folders, twin })
    }

    /// Whether it stands in its target as it did, and no run is at work there, nor was when it was killed. Nothing is written and nothing
    /// waited for.
    pub fn still_stands(&self, root: &Path, target: &Path) -> bool {
        self.seen_standing(root, target).unwrap_or(false)
    }

    fn seen_standing(&self, root: &Path, target: &Path) -> Option<bool> {
        let place = TargetFolder::new(root, target).ok()?;
        let beside = Folder::open(&place.parent).ok()?;
        let prefix = place.prefix();
        let is_of_a_run = |name: &OsStr| {
            name.as_encoded_bytes().starts_with(prefix.as_encoded_bytes())
                && self.twin.as_ref().is_none_or(|twin| name != twin.name.as_str())
        };
        let is_free = !beside.entries().ok()?.iter().any(|(name, _)| is_of_a_run(name));
        Some(is_free && self.in_target(&place, &beside).is_some())
    }

    /// The site in the target, where it is this one.
    pub(super) fn in_target(&self, place: &TargetFolder, beside: &Folder) -> Option<PreviousSite> {
        let folder = beside.inner(&place.name).ok()?;
        let marker = Marker::read(&folder, Path::new(&place.shown)).ok()??;
        let now = Fingerprints::of(&folder, &marker)?;
        ((now.all, now.folders) == (self.all.clone(), self.folders.clone()))
            .then_some(PreviousSite { folder: Some(folder), marker })
    }

    /// Whether a folder with this list holds the very names that its folders held.
    pub(super) fn has_same_names(&self, folder: &Folder, marker: &Marker) -> bool {
        folders_fingerprint(folder, marker).is_some_and(|folders| folders == self.folders)
    }
}

struct Fingerprints {
    all: String,
    folders: String,
}

impl Fingerprints {
    fn of(folder: &Folder, marker: &Marker) -> Option<Self> {
        let mut all = folders_of(marker);
        all.extend(marker.paths.iter().map(String::as_str));
        all.push(MARKER);
        all.sort_unstable();
        let sights = look(folder, &all)?;
        let (mut all, mut folders) = (Sha256::default(), Sha256::default());
        for sight in &sights {
            all.update(&sight.all);
            folders.update(&sight.folders);
        }
        Some(Self { all: all.finish(), folders: folders.finish() })
    }
}

/// The fingerprint of the folders of a site alone; `None` where one is not there.
pub(super) fn folders_fingerprint(folder: &Folder, marker: &Marker) -> Option<String> {
    let mut folders = Sha256::default();
    for sight in look(folder, &folders_of(marker))? {
        folders.update(&sight.folders);
    }
    Some(folders.finish())
}

/// The folders in which the files of a list are, in order, the outermost among them.
fn folders_of(marker: &Marker) -> Vec<&str> {
    let above = marker.paths.iter().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
    let mut folders: Vec<&str> = above.chain(["."]).collect();
    folders.sort_unstable();
    folders.dedup();
    folders
}

/// What is seen at some paths, one after the other.
#[derive(Default)]
struct Sight {
    all: Vec<u8>,
    /// What of it is about the names in folders: that a folder itself is moved is no change of these.
    folders: Vec<u8>,
}

/// What is seen at these paths, some at a time, in their order; `None` where nothing is at one.
fn look(folder: &Folder, paths: &[&str]) -> Option<Vec<Sight>> {
    let some = paths.par_chunks(TOGETHER).with_max_len(1).map(|paths| {
        let mut sight = Sight::default();
        for path in paths {
            sight.add(path, folder.look(path).ok()??);
        }
        Some(sight)
    });
    some.collect()
}

impl Sight {
    fn add(&mut self, path: &str, seen: Seen) {
        let Seen { kind, identity, bytes, mode, changed } = seen;
        let add = |to: &mut Vec<u8>, changed: &[i128]| {
            to.extend(path.len().to_le_bytes());
            to.extend(path.as_bytes());
            to.extend(identity.to_bytes());
            for moment in changed {
                to.extend(moment.to_le_bytes());
            }
        };
        add(&mut self.all, &changed);
        self.all.push(kind as u8);
        self.all.extend(bytes.to_le_bytes());
        self.all.extend(mode.to_le_bytes());
        if kind == Kind::Folder {
            add(&mut self.folders, &changed[..2]);
        }
    }
}
