use crate::digest::Sha256;
use crate::plain_file;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};
use std::time::UNIX_EPOCH;
use walkdir::WalkDir;

/// The folders of an administration that hold what is published, and the one that holds how it looks.
const TEXTS: [&str; 2] = ["data", "content"];
const THEMES: [&str; 1] = ["themes"];

/// The fingerprint of all names and contents below the folders that hold what is published; `None` where it cannot be told for sure:
/// something cannot be read, or a link leads to what may change elsewhere.
pub fn fingerprint(root: &Path) -> Option<String> {
    fingerprint_of(root, &TEXTS)
}

/// The fingerprint of the themes of a folder; `None` as for [`fingerprint`].
pub fn themes_fingerprint(root: &Path) -> Option<String> {
    fingerprint_of(root, &THEMES)
}

fn fingerprint_of(root: &Path, folders: &[&str]) -> Option<String> {
    let mut digest = Sha256::default();
    for folder in folders {
        for entry in WalkDir::new(root.join(folder)).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 && is_absence(error.io_error()?) => continue,
                Err(_) => return None,
            };
            let path = entry.path().strip_prefix(root).ok()?;
            add_name(&mut digest, path);
            if entry.file_type().is_dir() {
                digest.update(b"/");
            } else {
                add_content(&mut digest, entry.path())?;
            }
        }
    }
    Some(digest.finish())
}

/// The fingerprint of the files that the data name, by their paths below the root; `None` as for [`fingerprint`].
pub fn named_fingerprint(root: &Path, paths: &[String]) -> Option<String> {
    let mut digest = Sha256::default();
    for path in paths {
        let mut whole = root.to_owned();
        for part in Path::new(path).components() {
            let Component::Normal(part) = part else { return None };
            whole.push(part);
            if fs::symlink_metadata(&whole).ok()?.is_symlink() {
                return None;
            }
        }
        add_name(&mut digest, Path::new(path));
        add_content(&mut digest, &whole)?;
    }
    Some(digest.finish())
}

/// What tells this program from an earlier or later one; `None` where the system does not say where it is.
pub fn program_fingerprint() -> Option<String> {
    let program = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let made = program.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), program.len(), made.as_nanos()))
}

fn add_name(digest: &mut Sha256, path: &Path) {
    let name = path.as_os_str().as_encoded_bytes();
    digest.update(&name.len().to_le_bytes());
    digest.update(name);
}

fn add_content(digest: &mut Sha256, path: &Path) -> Option<()> {
    if fs::symlink_metadata(path).ok()?.is_symlink() {
        return None;
    }
    let (content, _) = Sha256::of_reader(plain_file::open(path).ok()?).ok()?;
    digest.update(content.as_bytes());
    Some(())
}

fn is_absence(error: &std::io::Error) -> bool {
    error.kind() == ErrorKind::NotFound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_changes_it_and_links_have_none() {
        let root = tempfile::tempdir().unwrap();
        let path = |path: &str| root.path().join(path);
        let mut seen = std::collections::HashSet::new();
        let mut is_new = || seen.insert((fingerprint(root.path()).unwrap(), themes_fingerprint(root.path()).unwrap()));
        assert!(is_new());
        fs::create_dir_all(path("data/2026")).unwrap();
        assert!(is_new(), "a folder without files is an edition, too");
        fs::write(path("data/a.yaml"), "b").unwrap();
        assert!(is_new());
        fs::rename(path("data/a.yaml"), path("data/b.yaml")).unwrap();
        assert!(is_new());
        fs::write(path("data/b.yaml"), "c").unwrap();
        assert!(is_new() && !is_new());
        fs::create_dir_all(path("themes/mio")).unwrap();
        assert!(is_new());
        fs::write(path("altro"), "c").unwrap();
        assert!(!is_new(), "nothing else is read");
        let named = |path: &str| named_fingerprint(root.path(), &[path.to_owned()]);
        assert!(named("altro").is_some() && named("altro") != named("data/b.yaml"));
        assert_eq!((named("assente"), named("../altro")), (None, None));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("b.yaml", path("data/l.yaml")).unwrap();
            assert_eq!((fingerprint(root.path()), named("data/l.yaml")), (None, None));
        }
    }
}
