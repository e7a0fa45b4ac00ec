use super::folder::{Folder, Kind, OPEN_MODE, STARTED_MODE};
use super::made_folders::MadeFolders;
use super::reservation::RESERVATION;
use super::single_file::{ADVICE, SingleFile, is_being_written, remove_dead};
use crate::trouble::{Context, Trouble};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

/// The empty file that stands in a folder as long as it is being filled.
const MARK: &str = ".piao-inizio";

/// Fills a new or empty folder with files: paths with `/`, and what they say. Goes on where a run that was killed has stopped.
///
/// # Errors
///
/// When the folder holds anything else, or the disk refuses: nothing is left in it then.
pub fn fill_folder(target: &Path, files: &BTreeMap<String, String>) -> Result<(), Trouble> {
    let shown = target.display();
    let failed = || format!("impossibile scrivere nella cartella `{shown}`");
    let foreign = "indicare una cartella nuova o vuota: quello che c'è non viene toccato";
    if target.exists() && !target.is_dir() {
        return Err(Trouble::new(format!("`{shown}` è un file, non una cartella"), foreign));
    }
    let _made = MadeFolders::make(target).trouble(|| format!("impossibile creare `{shown}`"), ADVICE)?;
    let folder = fs::canonicalize(target).and_then(|target| Folder::open(&target)).trouble(failed, ADVICE)?;
    let mut found = Found { files, marked: false, entries: 0, foreign: false };
    found.look_through(&folder, "").trouble(|| format!("impossibile usare `{shown}`"), ADVICE)?;
    if found.foreign || !found.marked && found.entries > 0 {
        return Err(Trouble::new(format!("la cartella `{shown}` non è vuota"), foreign));
    }
    fill(&folder, files).inspect_err(|_| empty(&folder, files)).trouble(failed, ADVICE)
}

/// Removes what was filled in, as far as it can be.
fn empty(folder: &Folder, files: &BTreeMap<String, String>) {
    let whole = Found { files, marked: true, entries: 0, foreign: false };
    let mut folders = BTreeSet::new();
    for path in files.keys() {
        let (above, name) = parts(path);
        folders.extend(above.ancestors().filter(|above| !above.as_os_str().is_empty()));
        if let Ok(inner) = folder.below(above)
            && whole.says(path, &inner, name).unwrap_or(false)
        {
            let _ = inner.remove_file(name);
        }
    }
    for path in folders.into_iter().rev() {
        let above = path.parent().unwrap_or(Path::new(""));
        if let (Ok(inner), Some(name)) = (folder.below(above), path.file_name()) {
            let _ = inner.remove_folder(name);
        }
    }
    let _ = folder.remove_file(OsStr::new(MARK));
}

/// The folder of a path, and the name in it.
fn parts(path: &str) -> (&Path, &OsStr) {
    let path = Path::new(path);
    (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default())
}

fn fill(folder: &Folder, files: &BTreeMap<String, String>) -> io::Result<()> {
    if folder.look(MARK)?.is_none() {
        folder.create(Path::new(MARK), OPEN_MODE)?;
    }
    for (path, text) in files {
        let (above, name) = parts(path);
        if !above.as_os_str().is_empty() {
            folder.make_all(above)?;
        }
        let inner = folder.below(above)?;
        remove_dead(&inner)?;
        if inner.look(name)?.is_none() {
            let mut file = SingleFile::begin(inner, mode(Path::new(path)))?;
            file.file.write_all(text.as_bytes())?;
            file.put_new(name)?;
        }
    }
    folder.remove_file(OsStr::new(MARK))
}

/// Who may do what with a file: what is there to be started with a double click may be started.
fn mode(path: &Path) -> u32 {
    let ending = path.extension().and_then(OsStr::to_str);
    if matches!(ending, Some("command" | "desktop")) { STARTED_MODE } else { OPEN_MODE }
}

/// What is in the folder already.
struct Found<'a> {
    files: &'a BTreeMap<String, String>,
    marked: bool,
    entries: usize,
    /// Whether anything is none of the files, or no longer what it was.
    foreign: bool,
}

impl Found<'_> {
    fn look_through(&mut self, folder: &Folder, at: &str) -> io::Result<()> {
        for (name, kind) in folder.entries()? {
            // The workbench holds a folder while it fills it.
            if name == RESERVATION && at.is_empty() {
                continue;
            }
            let path = format!("{at}{}", name.to_string_lossy());
            self.entries += 1;
            match kind {
                Kind::Folder if self.files.keys().any(|file| file.starts_with(&format!("{path}/"))) => {
                    self.look_through(&folder.inner(&name)?, &format!("{path}/"))?;
                }
                Kind::File if path == MARK => self.marked = true,
                _ if is_being_written(&name, kind) => {}
                Kind::File if self.says(&path, folder, &name)? => {}
                _ => self.foreign = true,
            }
        }
        Ok(())
    }

    /// Whether the file at a path is one of them, whole.
    fn says(&self, path: &str, folder: &Folder, name: &OsStr) -> io::Result<bool> {
        let Some(text) = self.files.get(path) else { return Ok(false) };
        let mut bytes = Vec::new();
        folder.read(name)?.take(text.len() as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes == text.as_bytes())
    }
}
