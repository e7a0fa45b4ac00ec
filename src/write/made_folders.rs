use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// Folders that were made for something to stand in them: those in which nothing stands go again when the last of those that need them is
/// dropped.
#[derive(Debug)]
pub(super) struct MadeFolders {
    /// The deepest first.
    made: Vec<PathBuf>,
}

/// For each folder that this run made, how many need it: several sites are written below one folder at a time.
static NEEDED: LazyLock<Mutex<HashMap<PathBuf, usize>>> = LazyLock::new(Mutex::default);

fn needed() -> MutexGuard<'static, HashMap<PathBuf, usize>> {
    NEEDED.lock().unwrap_or_else(PoisonError::into_inner)
}

impl MadeFolders {
    /// Makes a folder with those above it, as far as they are missing.
    pub(super) fn make(path: &Path) -> io::Result<Self> {
        let mut needed = needed();
        let is_made = |path: &&Path| {
            !path.as_os_str().is_empty() && (needed.contains_key(*path) || fs::symlink_metadata(path).is_err())
        };
        let made: Vec<PathBuf> = path.ancestors().take_while(is_made).map(Path::to_owned).collect();
        for folder in &made {
            *needed.entry(folder.clone()).or_default() += 1;
        }
        drop(needed);
        let made = Self { made };
        fs::create_dir_all(path)?;
        Ok(made)
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        let mut needed = needed();
        let mut is_empty = true;
        for folder in &self.made {
            let Some(count) = needed.get_mut(folder) else { continue };
            *count -= 1;
            if *count == 0 {
                needed.remove(folder);
                // One that holds something stays, and so do those above it; one that could not be made is not there.
                is_empty = is_empty && (fs::remove_dir(folder).is_ok() || fs::symlink_metadata(folder).is_err());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_that_needs_an_empty_folder_takes_it_away() {
        let root = tempfile::tempdir().unwrap();
        let above = root.path().join("siti");
        let first = MadeFolders::make(&above.join("a")).unwrap();
        let second = MadeFolders::make(&above.join("b")).unwrap();
        let third = MadeFolders::make(&above).unwrap();
        drop(first);
        assert!(!above.join("a").exists() && above.join("b").exists());
        drop(second);
        assert!(above.exists() && !above.join("b").exists());
        drop(third);
        assert!(!above.exists() && root.path().exists());
    }

    #[test]
    fn where_a_folder_cannot_be_made_those_above_it_go_again() {
        let root = tempfile::tempdir().unwrap();
        let above = root.path().join("siti");
        assert!(MadeFolders::make(&above.join("a".repeat(300)).join("b")).is_err());
        assert!(!above.exists());
    }

    #[test]
    fn what_holds_something_stays_with_all_above_it() {
        let root = tempfile::tempdir().unwrap();
        let above = root.path().join("siti");
        let made = MadeFolders::make(&above.join("a")).unwrap();
        fs::write(above.join("altro"), "").unwrap();
        drop(made);
        assert!(above.join("altro").exists() && !above.join("a").exists());
        drop(MadeFolders::make(&above.join("b/c")).unwrap());
        assert!(above.exists() && !above.join("b").exists());
    }
}
