use super::run::{ADVICE, no_room};
use crate::pdf::Document;
use crate::trouble::{Context, Trouble};
use std::fs;
use std::path::{Component, Path, PathBuf};
use tempfile::TempDir;

/// The folder in which one document is made: it goes away with everything in it, however the making ends.
#[derive(Debug)]
pub(super) struct WorkDir {
    folder: TempDir,
}

impl WorkDir {
    /// A new folder with the files of a document.
    pub(super) fn open(document: &Document) -> Result<Self, Trouble> {
        let folder = tempfile::Builder::new().prefix("piao-").tempdir().trouble(no_room, ADVICE)?;
        let sources = folder.path().join("fonti");
        for file in &document.files {
            let path = sources.join(below(&file.path)?);
            let parent = path.parent().unwrap_or(&sources);
            fs::create_dir_all(parent).and_then(|()| fs::write(&path, &file.bytes)).trouble(no_room, ADVICE)?;
        }
        Ok(Self { folder })
    }

    /// Where the files are.
    pub(super) fn sources(&self) -> PathBuf {
        self.folder.path().join("fonti")
    }

    /// Where the PDF has to appear.
    pub(super) fn target(&self) -> PathBuf {
        self.folder.path().join("documento.pdf")
    }

    /// A folder that does not exist, for whatever must find nothing.
    pub(super) fn nowhere(&self) -> PathBuf {
        self.folder.path().join("nessuno")
    }

    /// The PDF, where there is one and it is whole.
    pub(super) fn result(&self) -> Option<Vec<u8>> {
        fs::read(self.target()).ok().filter(|bytes| is_whole(bytes))
    }
}

/// The path, where it leads below the folder.
fn below(path: &str) -> Result<&Path, Trouble> {
    let relative = Path::new(path);
    let safe = relative.components().all(|part| matches!(part, Component::Normal(_)));
    if safe && !path.is_empty() {
        return Ok(relative);
    }
    Err(Trouble::new(
        format!("il file `{path}` di un documento starebbe fuori dalla sua cartella"),
        "segnalare l'errore a chi cura il programma",
    ))
}

/// Whether bytes begin and end as a PDF does.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let end = &bytes[bytes.len().saturating_sub(32)..];
    bytes.starts_with(b"%PDF-") && end.windows(5).any(|window| window == b"%%EOF")
}
