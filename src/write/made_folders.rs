use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders that were made for something to stand in them: those in which nothing stands go again when this is dropped.
#[derive(Debug)]
pub(super) struct MadeFolders {
    /// The deepest first.
    made: Vec<PathBuf>,
}

impl MadeFolders {
    /// Makes a folder with those above it, as far as they are missing.
    pub(super) fn make(path: &Path) -> io::Result<Self> {
        let missing =
            path.ancestors().take_while(|path| !path.as_os_str().is_empty() && fs::symlink_metadata(path).is_err());
        let made = Self { made: missing.map(Path::to_owned).collect() };
        fs::create_dir_all(path)?;
        Ok(made)
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        // One that holds something stays, and so do those above it.
        let _ = self.made.iter().try_for_each(fs::remove_dir);
    }
}
