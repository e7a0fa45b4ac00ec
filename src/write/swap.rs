use super::exchange::{exchange, set_aside};
use super::folder::{Folder, Identity};
use std::ffi::OsStr;
use std::io;

/// The three names of an exchange, all in one folder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names<'a> {
    /// The new site.
    pub(super) staging: &'a OsStr,
    /// Where it goes.
    pub(super) target: &'a OsStr,
    /// Where the old site goes for a moment, where two folders cannot be exchanged.
    pub(super) old: &'a OsStr,
}

/// Puts the new site in the place of the old one, which must be `expected` (`None` = nothing), and gives the name that the old one has now.
///
/// On Linux in one step. Where the system or the disk cannot, with two renames; if the second fails, the first is undone,
/// and if the program dies between them the next run puts the old site back.
///
/// # Errors
///
/// When the disk refuses, or somebody has put something else there: that is then where it was.
pub(super) fn swap<'a>(beside: &Folder, names: Names<'a>, expected: Option<Identity>) -> io::Result<Option<&'a OsStr>> {
    let Some(expected) = expected else {
        beside.rename_to_free(names.staging, names.target)?;
        return Ok(None);
    };
    if exchange(beside, names.staging, names.target, expected)? {
        return Ok(Some(names.staging));
    }
    two_renames(beside, names, expected)?;
    Ok(Some(names.old))
}

fn two_renames(beside: &Folder, names: Names<'_>, expected: Identity) -> io::Result<()> {
    set_aside(beside, names.target, names.old, expected)?;
    let moved = beside.rename_to_free(names.staging, names.target);
    if moved.is_err() {
        beside.rename_to_free(names.old, names.target)?;
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const NAMES: [&str; 3] = ["new", "site", "old"];

    fn names() -> Names<'static> {
        let [staging, target, old] = NAMES.map(OsStr::new);
        Names { staging, target, old }
    }

    fn parent(folders: &[&str]) -> (tempfile::TempDir, Folder) {
        let parent = tempfile::tempdir().unwrap();
        for folder in folders {
            fs::create_dir(parent.path().join(folder)).unwrap();
            fs::write(parent.path().join(folder).join("page"), folder).unwrap();
        }
        let folder = Folder::open(parent.path()).unwrap();
        (parent, folder)
    }

    fn identity(folder: &Folder, name: &str) -> Identity {
        folder.look(name).unwrap().unwrap().identity
    }

    #[test]
    fn two_renames_replace_the_folder_and_keep_the_old_one() {
        let (parent, folder) = parent(&["new", "site"]);
        two_renames(&folder, names(), identity(&folder, "site")).unwrap();
        let page = |folder: &str| fs::read_to_string(parent.path().join(folder).join("page")).unwrap();
        assert_eq!((page("site").as_str(), page("old").as_str()), ("new", "site"));
    }

    #[test]
    fn when_the_second_rename_fails_the_first_is_undone() {
        let (parent, folder) = parent(&["site"]);
        assert!(two_renames(&folder, names(), identity(&folder, "site")).is_err());
        assert_eq!(fs::read_to_string(parent.path().join("site/page")).unwrap(), "site");
        assert!(!parent.path().join("old").exists());
    }

    // Elsewhere folders made at one moment are not told apart.
    #[cfg(unix)]
    #[test]
    fn another_folder_than_the_expected_one_stays() {
        let (parent, folder) = parent(&["new", "site", "other"]);
        let other = identity(&folder, "other");
        assert!(swap(&folder, names(), Some(other)).is_err() && two_renames(&folder, names(), other).is_err());
        assert!(swap(&folder, names(), None).is_err());
        let page = |folder: &str| fs::read_to_string(parent.path().join(folder).join("page")).unwrap();
        assert_eq!(NAMES[..2].iter().map(|name| page(name)).collect::<Vec<_>>(), ["new", "site"]);
    }
}
