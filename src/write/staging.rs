use super::lock::Lock;
use super::marker::{self, MARKER, Marker};
use super::recovery;
use super::safe_path::is_safe;
use super::target_folder::TargetFolder;
use super::{swap::swap, tree};
use crate::output::Output;
use crate::trouble::{Context, Trouble};
use std::collections::{BTreeSet, HashSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A site being written beside its target; dropping it without [`Staging::commit`] removes it.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    /// Where the old site goes for a moment, where two folders cannot be exchanged.
    old_folder: PathBuf,
    place: TargetFolder,
    previous: Marker,
    written: Mutex<Written>,
    finished: bool,
    // Last, so that it is let go after everything else.
    _lock: Lock,
}

/// What is already in the folder.
#[derive(Debug, Default)]
struct Written {
    paths: BTreeSet<String>,
    folders: HashSet<String>,
    bytes: u64,
}

/// What a [`Staging::commit`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many files the site has.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Whether an older site was replaced.
    pub replaced: bool,
    /// Where the old site remains, when it could not be removed whole; its content is no longer published.
    pub left_behind: Option<PathBuf>,
}

const WRITE: &str = "controllare lo spazio libero sul disco e i permessi della cartella di uscita";

impl Staging {
    /// Begins to write the site of the folder `root` for `target`, after putting right what interrupted runs left.
    ///
    /// A link as target is followed. Missing parent folders are created.
    ///
    /// # Errors
    ///
    /// When the target holds anything that the program did not write, is no folder, belongs to the data, or is being
    /// written by another run; when the disk refuses. Nothing has then changed.
    pub fn begin(root: &Path, target: &Path) -> Result<Self, Trouble> {
        let place = TargetFolder::new(root, target)?;
        fs::create_dir_all(&place.parent)
            .trouble(|| format!("non è possibile creare la cartella `{}`", place.parent.display()), WRITE)?;
        let lock = Lock::take(place.beside("lock"), &place.shown)?;
        if lock.is_exclusive() {
            recovery::recover(&place)?;
        }
        let previous = replaceable(&place)?;
        let (folder, old_folder) = place.free_pair();
        let failed = || format!("non è possibile scrivere accanto a `{}`", place.shown);
        fs::create_dir(&folder).trouble(failed, WRITE)?;
        // From here on, whatever fails removes the folder.
        let staging =
            Self { folder, old_folder, place, previous, written: Mutex::default(), finished: false, _lock: lock };
        marker::begin(&staging.folder).trouble(|| staging.unwritten(MARKER), WRITE)?;
        Ok(staging)
    }

    /// The size in bytes of a file of the site that is going to be replaced; `None` if it is not there.
    pub fn previous_size(&self, path: &str) -> Option<u64> {
        let listed = self.previous.paths.contains(path);
        let file = listed.then(|| fs::symlink_metadata(self.place.target.join(path)).ok()).flatten()?;
        file.is_file().then_some(file.len())
    }

    /// Adds a file; many threads may do so at once.
    ///
    /// A file with the very content that the old site has at that path is not written anew but linked, with its date:
    /// that spares the disk, and whoever copies the site elsewhere sees what changed.
    ///
    /// # Errors
    ///
    /// When the path is unsafe or already taken, or the disk refuses.
    pub fn put(&self, output: &Output) -> Result<(), Trouble> {
        let path = self.reserve(&output.path)?;
        if !self.link_unchanged(output, &path) {
            let file = OpenOptions::new().write(true).create_new(true).open(&path);
            file.and_then(|mut file| file.write_all(&output.bytes)).trouble(|| self.unwritten(&output.path), WRITE)?;
        }
        self.written().bytes += output.bytes.len() as u64;
        Ok(())
    }

    /// Whether the file is unchanged and stands at `path` as a second link to the old one; disks without links say no.
    fn link_unchanged(&self, output: &Output, path: &Path) -> bool {
        if !self.previous.paths.contains(&output.path) {
            return false;
        }
        let old = self.place.target.join(&output.path);
        // The size is asked first, because it tells most changed pages without reading them.
        let same_size = |file: fs::Metadata| file.is_file() && file.len() == output.bytes.len() as u64;
        fs::symlink_metadata(&old).is_ok_and(same_size)
            && fs::read(&old).is_ok_and(|bytes| bytes == output.bytes)
            && fs::hard_link(&old, path).is_ok()
    }

    /// Carries a file of the old site over, byte for byte; `false` if the old site does not have it.
    ///
    /// # Errors
    ///
    /// As for [`Staging::put`].
    pub fn keep(&self, path: &str) -> Result<bool, Trouble> {
        let old = self.place.target.join(path);
        if !is_safe(path) || !self.previous.paths.contains(path) || !old.is_file() {
            return Ok(false);
        }
        let new = self.reserve(path)?;
        let bytes = fs::copy(&old, &new).trouble(|| self.unwritten(path), WRITE)?;
        self.written().bytes += bytes;
        Ok(true)
    }

    /// Puts the new site in the place of the old one, in one step where the system can, and then removes the old one.
    ///
    /// # Errors
    ///
    /// When somebody has meanwhile put something into the target, or the disk refuses: the old site is then untouched.
    pub fn commit(mut self) -> Result<Summary, Trouble> {
        let (marker, bytes) = {
            let mut written = self.written();
            (Marker { paths: std::mem::take(&mut written.paths) }, written.bytes)
        };
        marker.write(&self.folder)?;
        let old = replaceable(&self.place)?;
        let target = &self.place.target;
        if let Ok(existing) = fs::metadata(target) {
            // A shared folder stays shared.
            let _ = fs::set_permissions(&self.folder, existing.permissions());
        }
        let moved = swap(&self.folder, target, &self.old_folder).trouble(
            || format!("non è possibile mettere il nuovo sito al posto di `{}`", self.place.shown),
            "controllare i permessi; se la cartella è un disco montato, indicare con --uscita una cartella al suo interno",
        )?;
        self.finished = true;
        let left_behind = moved.clone().filter(|moved| tree::remove_listed(moved, &old).is_err());
        let replaced = moved.is_some() && !old.paths.is_empty();
        Ok(Summary { files: marker.paths.len(), bytes, replaced, left_behind })
    }

    /// Notes the path as taken, makes its folders, and gives where the file goes.
    fn reserve(&self, path: &str) -> Result<PathBuf, Trouble> {
        let report = "segnalare l'errore a chi sviluppa il programma o il tema";
        if !is_safe(path) {
            return Err(Trouble::new(
                format!("`{}` non è un percorso valido per una pagina", path.escape_debug()),
                report,
            ));
        }
        let full = self.folder.join(path);
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        let mut written = self.written();
        if !written.paths.insert(path.to_owned()) {
            return Err(Trouble::new(format!("due file del sito hanno lo stesso percorso `{path}`"), report));
        }
        if let Some(folder) = folder.filter(|folder| !written.folders.contains(*folder)) {
            // Nearly every page has a folder of its own: threads must not wait for one another's.
            drop(written);
            fs::create_dir_all(self.folder.join(folder)).trouble(|| self.unwritten(path), WRITE)?;
            self.written().folders.insert(folder.to_owned());
        }
        Ok(full)
    }

    fn unwritten(&self, path: &str) -> String {
        format!("non è possibile scrivere `{}`", Path::new(&self.place.shown).join(path).display())
    }

    /// A thread that died while it held this leaves at worst a file too many in a folder that will be removed.
    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.finished {
            let _: io::Result<()> = fs::remove_dir_all(&self.folder);
        }
    }
}

/// The files that the program wrote in the target; the trouble, where it holds anything else.
fn replaceable(place: &TargetFolder) -> Result<Marker, Trouble> {
    const SHOWN: usize = 3;
    let shown = &place.shown;
    if !place.target.exists() {
        return Ok(Marker::default());
    }
    let known = Marker::read(&place.target)?;
    let foreign = known.is_none();
    let marker = known.unwrap_or_default();
    let extras = tree::extras(&place.target, &marker, SHOWN + 1)?;
    if extras.is_empty() {
        return Ok(marker);
    }
    if foreign {
        return Err(Trouble::new(
            format!("la cartella `{shown}` non è stata scritta da questo programma e non è vuota"),
            "indicare con --uscita una cartella nuova o vuota; questa non è stata toccata",
        ));
    }
    let mut names = extras.iter().take(SHOWN).map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
    if extras.len() > SHOWN {
        names.push_str(" e altri");
    }
    Err(Trouble::new(
        format!("nella cartella `{shown}` ci sono file che non vengono dal programma: {names}"),
        "spostarli altrove e ripetere il comando: la cartella viene sostituita per intero, e così andrebbero persi",
    ))
}
