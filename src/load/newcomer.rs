//! Whether files came that a reading of a folder does not know.

use super::file_name::is_background;
use crate::model::EditionId;
use crate::source::{Source, Sources};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// The folders in which data and chapters lie, and how deep below them.
const FOLDERS: [&str; 2] = ["data", "content"];
const DEPTH: usize = 3;

/// Whether a file of data or a chapter lies in the folder of an administration that was not there when the texts were read.
pub fn has_newcomers(root: &Path, sources: &Sources) -> bool {
    let known: HashSet<&str> = sources.iter().map(Source::path).collect();
    // Of what lies deeper than what is read, the folder is known. That of an edition which was not read came while the others were.
    let is_known_folder = |path: &str| known.contains(path) && !is_of_edition(path);
    let is_known =
        |path: &str| path.match_indices('/').any(|(end, _)| is_known_folder(&path[..end])) || known.contains(path);
    let files = FOLDERS.into_iter().flat_map(|folder| {
        let entries = WalkDir::new(root.join(folder)).min_depth(1).max_depth(DEPTH).follow_links(true);
        entries.into_iter().filter_entry(|entry| !is_background(&entry.file_name().to_string_lossy())).flatten()
    });
    files.filter(is_text).any(|file| {
        let below = file.path().strip_prefix(root).unwrap_or(file.path());
        let parts: Vec<_> = below.iter().map(OsStr::to_string_lossy).collect();
        !is_known(&parts.join("/"))
    })
}

fn is_of_edition(folder: &str) -> bool {
    folder.strip_prefix("data/").is_some_and(|name| EditionId::new(name).is_some())
}

fn is_text(entry: &DirEntry) -> bool {
    entry.file_type().is_file() && entry.path().extension().is_some_and(|ending| ending == "yaml" || ending == "md")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_that_came_while_the_others_were_read_is_a_newcomer() {
        let root = tempfile::tempdir().unwrap();
        for (folder, is_new) in [("2026-2028", true), ("dati vecchi", false)] {
            let path = format!("data/{folder}");
            std::fs::create_dir_all(root.path().join(&path)).unwrap();
            std::fs::write(root.path().join(&path).join("processi.yaml"), "processi: []\n").unwrap();
            let mut sources = Sources::default();
            sources.add(Source::new(path.clone(), String::new()));
            assert_eq!(has_newcomers(root.path(), &sources), is_new, "{folder}");
            std::fs::remove_dir_all(root.path().join(path)).unwrap();
        }
    }
}
