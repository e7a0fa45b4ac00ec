use super::begun::Begun;
use super::folder::{FILE_MODE, Folder, Kind, Seen};
use super::lock::Lock;
use super::made_folders::MadeFolders;
use super::safe_path::is_safe;
use super::standing_site::StandingSite;
use super::target_folder::TargetFolder;
use super::tree;
use crate::output::Output;
use crate::trouble::{Context, Trouble};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use unicode_normalization::UnicodeNormalization;

/// A site being written beside its target, in a folder that nobody else may enter; dropping it without [`Staging::commit`] removes it.
#[derive(Debug)]
pub struct Staging {
    pub(super) place: TargetFolder,
    /// The folder that holds the target and, while it lasts, the new site.
    pub(super) beside: Folder,
    pub(super) begun: Begun,
    pub(super) written: Mutex<Written>,
    pub(super) finished: bool,
    pub(super) lock: Lock,
    /// Whether another run wants to know what this one left.
    pub(super) is_remembered: bool,
    _made: MadeFolders,
}

/// What is already in the folder.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) paths: BTreeSet<String>,
    /// Those that are no second names of files of the old site.
    pub(super) anew: BTreeSet<String>,
    /// The paths as systems see them that tell neither capitals nor ways of writing an accent apart, where they are seen otherwise.
    folded: HashSet<String>,
    folders: HashSet<String>,
    pub(super) bytes: u64,
}

pub(super) const WRITE: &str = "controllare lo spazio libero sul disco e i permessi della cartella di uscita";

impl Staging {
    /// Begins to write the site of the folder `root` for `target`, after putting right what interrupted runs left.
    ///
    /// A link as target is followed now and not again. Missing parent folders are created.
    ///
    /// # Errors
    ///
    /// When the target holds anything that the program did not write, is no folder, belongs to the data, or is being
    /// written by another run; when the disk refuses. Nothing has then changed.
    pub fn begin(root: &Path, target: &Path) -> Result<Self, Trouble> {
        Self::started(root, target, None, false)
    }

    /// The same, after a run of which it is known what it left (`None` = nothing is known), and before others that will ask what this
    /// one left.
    ///
    /// # Errors
    ///
    /// As for [`Staging::begin`].
    pub fn begin_after(root: &Path, target: &Path, last: Option<&StandingSite>) -> Result<Self, Trouble> {
        Self::started(root, target, last, true)
    }

    fn started(root: &Path, target: &Path, last: Option<&StandingSite>, is_remembered: bool) -> Result<Self, Trouble> {
        let place = TargetFolder::new(root, target)?;
        let parent = place.parent.display();
        let made = MadeFolders::make(&place.parent)
            .trouble(|| format!("non è possibile creare la cartella `{parent}`"), WRITE)?;
        let beside =
            Folder::open(&place.parent).trouble(|| format!("non è possibile leggere la cartella `{parent}`"), WRITE)?;
        let lock = Lock::take(&beside, place.beside("lock"), &place.shown)?;
        match Begun::of(&place, &beside, &lock, last) {
            Ok(begun) => {
                let (written, finished) = Default::default();
                Ok(Self { place, beside, begun, written, finished, lock, is_remembered, _made: made })
            }
            Err(trouble) => {
                lock.release(&beside);
                Err(trouble)
            }
        }
    }

    /// Whether the new site is made of the twin of the old one: if that fails, it may succeed from nothing.
    pub fn is_on_twin(&self) -> bool {
        self.begun.is_twin
    }

    /// Whether the old site is as the last run left it, and its files need not be looked at to be carried over.
    pub fn knows_previous(&self) -> bool {
        self.begun.known.is_some()
    }

    /// The size in bytes of a file of the site that is going to be replaced; `None` if it is not there.
    pub fn previous_size(&self, path: &str) -> Option<u64> {
        let previous = &self.begun.previous;
        let folder = previous.folder.as_ref().filter(|_| previous.marker.paths.contains(path))?;
        let seen = folder.look(path).ok().flatten()?;
        (seen.kind == Kind::File).then_some(seen.bytes)
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
        if !self.link_unchanged(output, path) {
            let file = self.create(path);
            file.and_then(|mut file| file.write_all(&output.bytes)).trouble(|| self.unwritten(&output.path), WRITE)?;
        }
        self.written().bytes += output.bytes.len() as u64;
        Ok(())
    }

    /// Makes a new file; what has its name in a twin is another name of a published file, of which no byte may change.
    fn create(&self, path: &Path) -> io::Result<fs::File> {
        if self.begun.is_twin && path.to_str().is_some_and(|path| self.begun.previous.marker.paths.contains(path)) {
            self.begun.folder.remove_file(path.as_os_str())?;
        }
        let file = self.begun.folder.create(path, FILE_MODE)?;
        if self.is_remembered {
            self.written().anew.insert(path.to_string_lossy().into_owned());
        }
        Ok(file)
    }

    /// Whether the file is unchanged, for the same people to read, and stands at `path` as a second link to the old one; disks without
    /// links say no.
    fn link_unchanged(&self, output: &Output, path: &Path) -> bool {
        let previous = &self.begun.previous;
        let listed = previous.marker.paths.contains(&output.path);
        let Some(old) = previous.folder.as_ref().filter(|_| listed) else { return false };
        let length = output.bytes.len() as u64;
        // The size is asked first, because it tells most changed pages without reading them.
        old.look(path)
            .ok()
            .flatten()
            .is_some_and(|seen| (seen.kind, seen.bytes, seen.mode) == (Kind::File, length, self.begun.file_mode))
            && old.read(path).is_ok_and(|file| holds(file, &output.bytes))
            && (self.begun.is_twin || old.link(path, &self.begun.folder, path).is_ok())
    }

    /// Carries a file of the old site over that is known to be what this one would have; `false` if that is not known, or the old site
    /// does not have it.
    ///
    /// # Errors
    ///
    /// As for [`Staging::put`].
    pub fn carry(&self, path: &str) -> Result<bool, Trouble> {
        let previous = &self.begun.previous;
        let Some(old) = previous.folder.as_ref().filter(|_| self.knows_previous()) else { return Ok(false) };
        if !previous.marker.paths.contains(path) {
            return Ok(false);
        }
        if self.begun.is_twin {
            self.reserve(path)?;
            return Ok(true);
        }
        let as_now = |seen: Seen| (seen.kind, seen.mode) == (Kind::File, self.begun.file_mode);
        if !old.look(path).ok().flatten().is_some_and(as_now) {
            return Ok(false);
        }
        let place = self.reserve(path)?;
        if old.link(place, &self.begun.folder, place).is_err() {
            self.copy(old, place).trouble(|| self.unwritten(path), WRITE)?;
        }
        Ok(true)
    }

    /// Carries a file of the old site over, byte for byte; `false` if the old site does not have it.
    ///
    /// # Errors
    ///
    /// As for [`Staging::put`].
    pub fn keep(&self, path: &str) -> Result<bool, Trouble> {
        let kept = is_safe(path) && self.previous_size(path).is_some();
        let Some(old) = self.begun.previous.folder.as_ref().filter(|_| kept) else { return Ok(false) };
        let place = self.reserve(path)?;
        if !self.begun.is_twin {
            self.copy(old, place).trouble(|| self.unwritten(path), WRITE)?;
        }
        Ok(true)
    }

    fn copy(&self, old: &Folder, path: &Path) -> io::Result<()> {
        let bytes = io::copy(&mut old.read(path)?, &mut self.create(path)?)?;
        self.written().bytes += bytes;
        Ok(())
    }

    /// Notes the path as taken, makes its folders, and gives where the file goes.
    fn reserve<'p>(&self, path: &'p str) -> Result<&'p Path, Trouble> {
        let report = "segnalare l'errore a chi sviluppa il programma o il tema";
        if !is_safe(path) {
            return Err(Trouble::new(
                format!("`{}` non è un percorso valido per una pagina", path.escape_debug()),
                report,
            ));
        }
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        let mut written = self.written();
        if !written.paths.insert(path.to_owned()) {
            return Err(Trouble::new(format!("due file del sito hanno lo stesso percorso `{path}`"), report));
        }
        let is_alone = match folded(path) {
            Cow::Borrowed(seen) => !written.folded.contains(seen),
            Cow::Owned(seen) => !written.paths.contains(&seen) && written.folded.insert(seen),
        };
        if !is_alone {
            return Err(Trouble::new(
                format!(
                    "il percorso `{path}` differisce da un altro solo per le maiuscole o per come è scritto un accento"
                ),
                "cambiare il nome del file, che di solito sta nella cartella `static` dell'aspetto: molti sistemi non li distinguono",
            ));
        }
        if let Some(folder) = folder.filter(|folder| !written.folders.contains(*folder)) {
            // Nearly every page has a folder of its own: threads must not wait for one another's.
            drop(written);
            let is_there = self.begun.is_twin && self.begun.previous.marker.paths.contains(path);
            if !is_there {
                self.begun.folder.make_all(Path::new(folder)).trouble(|| self.unwritten(path), WRITE)?;
            }
            self.written().folders.insert(folder.to_owned());
        }
        Ok(Path::new(path))
    }

    pub(super) fn unwritten(&self, path: &str) -> String {
        format!("non è possibile scrivere `{}`", Path::new(&self.place.shown).join(path).display())
    }

    /// A thread that died while it held this leaves at worst a file too many in a folder that will be removed.
    pub(super) fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.finished {
            let Begun { name, folder, .. } = &self.begun;
            let _: io::Result<()> = tree::remove_whole(&self.beside, name, folder);
        }
        self.lock.release(&self.beside);
    }
}

/// A path as systems see it that tell neither capitals nor ways of writing an accent apart; nearly all paths of a site are seen as they are.
fn folded(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(path);
    }
    let folded: String = path.nfc().flat_map(char::to_lowercase).collect();
    if folded == path { Cow::Borrowed(path) } else { Cow::Owned(folded) }
}

/// Whether a file has this very content.
fn holds(mut file: fs::File, bytes: &[u8]) -> bool {
    let mut read = Vec::with_capacity(bytes.len());
    file.read_to_end(&mut read).is_ok() && read == bytes
}
