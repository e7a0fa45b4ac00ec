use super::folder::{Folder, Kind, Seen};
use super::marker::{MARKER, Marker};
use super::previous_site::PreviousSite;
use super::target_folder::TargetFolder;
use super::twin::Twin;
use crate::digest::Sha256;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// How many files are looked at by one thread at least.
const TOGETHER: usize = 512;

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
        all.insert(MARKER);
        let all: Vec<&str> = all.into_iter().collect();
        let seen = all.par_iter().with_min_len(TOGETHER).map(|path| Some(lines(path, folder.look(path).ok()??)));
        let (all, folders): (Vec<String>, Vec<String>) = seen.collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let fingerprint = |lines: Vec<String>| Sha256::of(lines.concat().as_bytes());
        Some(Self { all: fingerprint(all), folders: fingerprint(folders) })
    }
}

/// The fingerprint of the folders of a site alone; `None` where one is not there.
pub(super) fn folders_fingerprint(folder: &Folder, marker: &Marker) -> Option<String> {
    let all: Vec<&str> = folders_of(marker).into_iter().collect();
    let seen = all.par_iter().with_min_len(TOGETHER).map(|path| Some(lines(path, folder.look(path).ok()??).1));
    Some(Sha256::of(seen.collect::<Option<Vec<String>>>()?.concat().as_bytes()))
}

/// The folders in which the files of a list are, the outermost among them.
fn folders_of(marker: &Marker) -> BTreeSet<&str> {
    let above = marker.paths.iter().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
    above.chain(["."]).collect()
}

/// What is seen at a path, and what of it is about the names in a folder: that the folder itself is moved is no change of these.
fn lines(path: &str, seen: Seen) -> (String, String) {
    let Seen { kind, identity, bytes, mode, changed } = seen;
    let names = match kind {
        Kind::Folder => format!("{path}\0{identity:?} {:?}\n", &changed[..2]),
        Kind::File | Kind::Other => String::new(),
    };
    (format!("{path}\0{kind:?} {identity:?} {bytes} {mode} {changed:?}\n"), names)
}
