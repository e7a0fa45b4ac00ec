//! The starter folder of `piao init` in a temporary folder, with some of its texts changed.

#![allow(dead_code)] // Each test file uses its own part.

use piao::diagnostic::Edit;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub struct Starter {
    folder: TempDir,
}

impl Starter {
    pub fn new() -> Self {
        Self::with(&[])
    }

    pub fn with(edits: &[Edit]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in piao::scaffold::files() {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
            fs::write(file, text).expect("a file");
        }
        let starter = Self { folder };
        for edit in edits {
            starter.edit(edit.file, edit.replace, edit.with);
        }
        starter
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The path of a file of the edition, or of the root when it begins with `/`.
    pub fn path(&self, file: &str) -> PathBuf {
        match file.strip_prefix('/') {
            Some(below) => self.root().join(below),
            None => self.root().join("data").join(piao::scaffold::EDITION).join(file),
        }
    }

    /// Replaces a piece of text that stands there once; with an empty `replace` writes the whole file, or deletes it when `with` is empty too.
    pub fn edit(&self, file: &str, replace: &str, with: &str) {
        let path = self.path(file);
        if replace.is_empty() {
            if with.is_empty() {
                return fs::remove_file(path).expect("the file to delete");
            }
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            return fs::write(path, with).expect("a file");
        }
        let text = fs::read_to_string(&path).expect("the file to change");
        assert_eq!(text.matches(replace).count(), 1, "«{replace}» in {file}");
        fs::write(path, text.replacen(replace, with, 1)).expect("a file");
    }
}
