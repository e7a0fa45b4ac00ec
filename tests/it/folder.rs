//! The folder of an administration in a temporary place, with the texts that a test changes.

use crate::run::Run;
use piao::diagnostic::Edit;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The folder of this repository, whose annex is a real one. Nothing may be written in it.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub struct Folder {
    folder: TempDir,
}

impl Folder {
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// What `piao init` makes.
    pub fn starter() -> Self {
        Self::with(&[])
    }

    /// The starter with some edits.
    pub fn with(edits: &[Edit]) -> Self {
        let folder = Self::empty();
        for (path, text) in piao::scaffold::files() {
            folder.edit(&format!("/{path}"), "", text);
        }
        for edit in edits {
            folder.edit(edit.file, edit.replace, edit.with);
        }
        folder
    }

    /// The data and chapters of this repository.
    pub fn real() -> Self {
        let folder = Self::empty();
        for below in ["data", "content"] {
            for (path, bytes) in crate::tree::files(&repository().join(below)) {
                folder.write(&format!("/{below}/{path}"), bytes);
            }
        }
        folder
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The path of a file of the starter's edition, or of the root when it begins with `/`.
    pub fn path(&self, file: &str) -> PathBuf {
        match file.strip_prefix('/') {
            Some(below) => self.root().join(below),
            None => self.root().join("data").join(piao::scaffold::EDITION).join(file),
        }
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }

    pub fn remove(&self, file: &str) {
        fs::remove_file(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Takes out of the chapters of the starter what shows the exclusions.
    pub fn without_shown_exclusions(&self) {
        let shown = "\n{% if esclusioni %}\n## Chi ne è escluso\n\nI profili che seguono non lavorano in modalità agile.\n\n{{ tabella(\"esclusioni\") }}\n{% endif %}\n";
        self.edit("/content/2026-2028/01-premessa.md", shown, "");
    }

    /// Takes every row out of the tables that an edition may leave out, and out of Tavola 1; a chapter shows two of them.
    pub fn empty_tables(&self) {
        for (table, text) in [
            ("processi", "processi: []\n"),
            ("software", "software: []\n"),
            ("formazione", "destinatari: []\ngruppi: []\n"),
            ("attuazione", "data: 2025-12-31\npremessa: Solo chi è di ruolo.\nrighe: []\n"),
            ("valutazione", "ruoli: []\n"),
            ("indicatori", "indicatori: []\n"),
            ("esclusioni", "esclusioni: []\n"),
        ] {
            self.write(&format!("{table}.yaml"), text);
        }
        let shown =
            "---\ntitolo: Tavole\nordine: 2\n---\n\n{{ tabella(\"software\") }}\n\n{{ tabella(\"attuazione\") }}\n";
        self.write("/content/2026-2028/02-stato-di-attuazione.md", shown);
    }

    /// Replaces a piece of text that stands there once; with an empty `replace` writes the whole file, or deletes it when `with` is empty too.
    pub fn edit(&self, file: &str, replace: &str, with: &str) {
        match (replace, with) {
            ("", "") => self.remove(file),
            ("", text) => self.write(file, text),
            _ => {
                let text = self.read(file);
                assert_eq!(text.matches(replace).count(), 1, "«{replace}» in {file}");
                self.write(file, text.replacen(replace, with, 1));
            }
        }
    }

    /// The program, run here.
    pub fn piao<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Run {
        Run::new(self.root(), arguments)
    }
}
