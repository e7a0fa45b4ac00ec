use super::run::{ADVICE, no_room};
use crate::pdf::Document;
use crate::trouble::{Context, Trouble};
use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};
use tempfile::TempDir;

/// The folder in which one document is made: it goes away with everything in it, however the making ends.
#[derive(Debug)]
pub(super) struct WorkDir {
    folder: TempDir,
    /// Held as long as this run lives, where the system can: that tells the next one what is dead.
    _lock: Option<File>,
}

/// What the names of these folders begin with; as many random letters and digits follow.
const PREFIX: &str = "piao-pdf-";
const RANDOM: usize = 16;

impl WorkDir {
    /// A new folder with the files of a document.
    pub(super) fn open(document: &Document) -> Result<Self, Trouble> {
        let (folder, lock) = fresh().trouble(no_room, ADVICE)?;
        let sources = folder.path().join("fonti");
        for file in &document.files {
            let path = sources.join(below(&file.path)?);
            let parent = path.parent().unwrap_or(&sources);
            fs::create_dir_all(parent).and_then(|()| fs::write(&path, &file.bytes)).trouble(no_room, ADVICE)?;
        }
        Ok(Self { folder, _lock: lock })
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

/// A new folder of our own, locked.
fn fresh() -> io::Result<(TempDir, Option<File>)> {
    loop {
        let folder = tempfile::Builder::new().prefix(PREFIX).rand_bytes(RANDOM).tempdir()?;
        // Systems that open no folders, and disks without locks, do without.
        let lock = File::open(folder.path()).ok().filter(|lock| lock.try_lock().is_ok());
        // Another run may have taken it for a dead one before it was locked.
        if folder.path().is_dir() {
            return Ok((folder, lock));
        }
    }
}

/// Removes the folders of runs that were killed: ours, and locked by nobody. What cannot be removed hinders nobody.
pub(super) fn remove_dead() {
    let Ok(entries) = fs::read_dir(std::env::temp_dir()) else { return };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let random = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        let is_ours = random
            .is_some_and(|random| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        if let Ok(folder) = File::open(entry.path())
            && folder.try_lock().is_ok()
        {
            let _ = fs::remove_dir_all(entry.path());
        }
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
