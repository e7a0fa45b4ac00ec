//! A place to write into, and what stands there afterwards.

use piao::output::Output;
use piao::trouble::Trouble;
use piao::write::{MARKER, Staging, Summary};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walkdir::WalkDir;

/// An administration's folder with a place for the site.
pub struct World {
    pub root: TempDir,
    pub target: PathBuf,
}

impl World {
    pub fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        for folder in ["data/2025-2027", "content", "themes"] {
            fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        let target = root.path().join("public");
        Self { root, target }
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.root.path().join(below)
    }

    pub fn begin(&self) -> Result<Staging, Trouble> {
        Staging::begin(self.root.path(), &self.target)
    }

    pub fn publish(&self, pages: &[(&str, &str)]) -> Result<Summary, Trouble> {
        let staging = self.begin()?;
        for (path, text) in pages {
            staging.put(&Output::new(*path, *text))?;
        }
        staging.commit()
    }

    /// Every file below the target but the marker, with its text.
    pub fn site(&self) -> BTreeMap<String, String> {
        let mut site = contents(&self.target);
        site.remove(MARKER);
        site
    }

    /// The names beside the target that the room uses for itself.
    pub fn debris(&self) -> Vec<String> {
        let names = fs::read_dir(self.target.parent().unwrap()).unwrap();
        names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.contains(".piao-"))
            .collect()
    }
}

pub fn contents(folder: &Path) -> BTreeMap<String, String> {
    let files = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| !entry.file_type().is_dir());
    let text = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(entry.path()).unwrap())
    };
    files.map(text).collect()
}

pub fn pages(pages: &[(&str, &str)]) -> BTreeMap<String, String> {
    pages.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

pub const OLD: [(&str, &str); 2] = [("index.html", "vecchia"), ("2024-2026/index.html", "passata")];
pub const NEW: [(&str, &str); 2] = [("index.html", "nuova"), ("2025-2027/index.html", "presente")];
