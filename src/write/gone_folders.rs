use super::new_folders::{Hidden, is_whole};
use super::single_file::ADVICE;
use super::text_change::{TextChange, prepare};
use crate::trouble::{Context, Trouble};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Takes away folders below `root` that hold these files and nothing else, and changes others there, all of it or nothing: the way back from
/// [`new_folders`](super::new_folders()). One that is not there any more is gone already.
///
/// # Errors
///
/// When one of the folders holds anything else by now, or the disk refuses: all are then as they were.
pub fn remove_folders(
    root: &Path,
    folders: &[String],
    files: &BTreeMap<String, Vec<u8>>,
    changes: &[TextChange<'_>],
) -> Result<(), Trouble> {
    let there: Vec<&String> = folders.iter().filter(|folder| fs::symlink_metadata(root.join(folder)).is_ok()).collect();
    for folder in &there {
        if !is_whole(&root.join(folder), folder, files) {
            return Err(changed(folder));
        }
    }
    let changes = prepare(root, changes)?;
    let mut gone = Vec::new();
    for folder in there {
        match Gone::take(&root.join(folder), folder, files) {
            Ok(one) => gone.push(one),
            Err(trouble) => {
                put_back(&gone);
                return Err(trouble);
            }
        }
    }
    changes.take_places().inspect_err(|_| put_back(&gone))
}

/// A folder that was taken from its place, and goes for good with this value.
struct Gone {
    place: PathBuf,
    hidden: Hidden,
}

impl Gone {
    fn take(place: &Path, folder: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<Self, Trouble> {
        let failed = || format!("non è possibile togliere `{folder}`");
        let hidden = Hidden::make(place.parent().unwrap_or(place)).trouble(failed, ADVICE)?;
        fs::rename(place, hidden.inside()).trouble(failed, ADVICE)?;
        let gone = Self { place: place.to_owned(), hidden };
        // What somebody wrote into it at the last moment is not lost.
        if is_whole(&gone.hidden.inside(), folder, files) {
            return Ok(gone);
        }
        put_back(&[gone]);
        Err(changed(folder))
    }
}

fn put_back(gone: &[Gone]) {
    for one in gone {
        let _ = fs::rename(one.hidden.inside(), &one.place);
    }
}

fn changed(folder: &str) -> Trouble {
    Trouble::new(
        format!("`{folder}` non è più come è stata preparata: non è stata tolta"),
        "annullare prima le modifiche fatte lì dentro, o togliere la cartella a mano",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_go_as_they_came_and_stay_where_something_else_is_in_them() {
        let root = tempfile::tempdir().unwrap();
        let path = |path: &str| root.path().join(path);
        let folders = ["content/b", "data/b"].map(str::to_owned);
        let files = BTreeMap::from([
            ("content/b/figure/x.png".to_owned(), vec![0xff]),
            ("data/b/e.yaml".to_owned(), b"a: 1\n".to_vec()),
        ]);
        fs::create_dir_all(path("data")).unwrap();
        fs::write(path("data/ente.yaml"), "c: b\n").unwrap();
        let back = TextChange { path: "data/ente.yaml", before: Some("c: b\n"), after: Some("c: a\n") };
        let stale = TextChange { before: Some("c: altro\n"), ..back };
        super::super::new_folders(root.path(), &folders, &files, &[]).unwrap();

        fs::write(path("data/b/nota.txt"), "mia").unwrap();
        assert!(remove_folders(root.path(), &folders, &files, &[back]).is_err());
        assert!(path("content/b/figure/x.png").exists(), "all or nothing");
        fs::remove_file(path("data/b/nota.txt")).unwrap();
        assert!(remove_folders(root.path(), &folders, &files, &[stale]).is_err());
        assert!(path("data/b/e.yaml").exists() && path("content/b").exists());

        remove_folders(root.path(), &folders, &files, &[back]).unwrap();
        assert!(!path("data/b").exists() && !path("content/b").exists());
        assert_eq!(fs::read_to_string(path("data/ente.yaml")).unwrap(), "c: a\n");
        let left: Vec<_> = fs::read_dir(path("data")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["ente.yaml"], "nothing is left beside it");
    }
}
