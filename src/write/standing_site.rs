use super::folder::{Folder, Seen};
use super::marker::{MARKER, Marker};
use super::target_folder::TargetFolder;
use crate::digest::Sha256;
use rayon::prelude::*;
use std::collections::BTreeSet;
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

/// The fingerprint of a site that stands in its target, as the system knows its files and folders: whoever writes, adds or removes one
/// changes it. Nothing is written and nothing waited for.
///
/// `None` where there is none, or a run is at work there, or was when it was killed.
pub fn standing_fingerprint(root: &Path, target: &Path) -> Option<String> {
    let place = TargetFolder::new(root, target).ok()?;
    let beside = Folder::open(&place.parent).ok()?;
    let prefix = place.prefix();
    let is_of_a_run = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(prefix.as_encoded_bytes());
    if beside.entries().ok()?.iter().any(|(name, _)| is_of_a_run(name)) {
        return None;
    }
    let folder = beside.inner(&place.name).ok()?;
    let marker = Marker::read(&folder, target).ok()??;
    let above = marker.paths.iter().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
    let mut all: BTreeSet<&str> = above.collect();
    all.extend(marker.paths.iter().map(String::as_str));
    all.extend([".", MARKER]);
    let all: Vec<&str> = all.into_iter().collect();
    let seen = all.par_iter().with_min_len(TOGETHER).map(|path| Some(line(path, folder.look(path).ok()??)));
    let lines = seen.collect::<Option<Vec<String>>>()?;
    Some(Sha256::of(lines.concat().as_bytes()))
}

fn line(path: &str, seen: Seen) -> String {
    let Seen { kind, identity, bytes, mode, changed } = seen;
    format!("{path}\0{kind:?} {identity:?} {bytes} {mode} {changed:?}\n")
}
