use super::folder::{FILE_MODE, FOLDER_MODE, Folder, Identity, Kind, random_digits};
use super::lock::Lock;
use super::made_folders::MadeFolders;
use super::marker::{self, MARKER, Marker};
use super::previous_site::PreviousSite;
use super::recovery;
use super::safe_path::is_safe;
use super::swap::{Names, swap};
use super::target_folder::TargetFolder;
use super::tree;
use crate::output::Output;
use crate::trouble::{Context, Trouble};
use std::collections::{BTreeSet, HashSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use unicode_normalization::UnicodeNormalization;

/// A site being written beside its target, in a folder that nobody else may enter; dropping it without [`Staging::commit`] removes it.
#[derive(Debug)]
pub struct Staging {
    place: TargetFolder,
    /// The folder that holds the target and, while it lasts, the new site.
    beside: Folder,
    name: OsString,
    folder: Folder,
    /// Who may read a file and a folder that are made now.
    file_mode: u32,
    folder_mode: u32,
    previous: PreviousSite,
    written: Mutex<Written>,
    finished: bool,
    lock: Lock,
    _made: MadeFolders,
}

/// What is already in the folder.
#[derive(Debug, Default)]
struct Written {
    paths: BTreeSet<String>,
    /// The paths as systems see them that tell neither capitals nor ways of writing an accent apart.
    folded: HashSet<String>,
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
    /// A link as target is followed now and not again. Missing parent folders are created.
    ///
    /// # Errors
    ///
    /// When the target holds anything that the program did not write, is no folder, belongs to the data, or is being
    /// written by another run; when the disk refuses. Nothing has then changed.
    pub fn begin(root: &Path, target: &Path) -> Result<Self, Trouble> {
        let place = TargetFolder::new(root, target)?;
        let parent = place.parent.display();
        let made = MadeFolders::make(&place.parent)
            .trouble(|| format!("non è possibile creare la cartella `{parent}`"), WRITE)?;
        let beside =
            Folder::open(&place.parent).trouble(|| format!("non è possibile leggere la cartella `{parent}`"), WRITE)?;
        let lock = Lock::take(&beside, place.beside("lock"), &place.shown)?;
        match Self::locked(&place, &beside, &lock) {
            Ok((previous, name, folder, (file_mode, folder_mode))) => {
                let written = Mutex::default();
                let finished = false;
                Ok(Self {
                    place,
                    beside,
                    name,
                    folder,
                    file_mode,
                    folder_mode,
                    previous,
                    written,
                    finished,
                    lock,
                    _made: made,
                })
            }
            Err(trouble) => {
                lock.release(&beside);
                Err(trouble)
            }
        }
    }

    /// What a run that holds the lock begins with: the site that is there, and its own folder with its name and modes.
    fn locked(place: &TargetFolder, beside: &Folder, lock: &Lock) -> Result<Begun, Trouble> {
        if lock.is_exclusive() {
            recovery::recover(place, beside)?;
        }
        let previous = PreviousSite::find(place, beside)?;
        let name = place.beside(&random_digits());
        let failed = || format!("non è possibile scrivere accanto a `{}`", place.shown);
        beside.make_private(&name).trouble(failed, WRITE)?;
        match open_marked(beside, &name) {
            Ok((folder, modes)) => Ok((previous, name, folder, modes)),
            Err(error) => {
                if let Ok(folder) = beside.inner(&name) {
                    let _ = tree::remove_whole(beside, &name, &folder);
                }
                Err(error).trouble(failed, WRITE)
            }
        }
    }

    /// The size in bytes of a file of the site that is going to be replaced; `None` if it is not there.
    pub fn previous_size(&self, path: &str) -> Option<u64> {
        let folder = self.previous.folder.as_ref().filter(|_| self.previous.marker.paths.contains(path))?;
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
            let file = self.folder.create(path, FILE_MODE);
            file.and_then(|mut file| file.write_all(&output.bytes)).trouble(|| self.unwritten(&output.path), WRITE)?;
        }
        self.written().bytes += output.bytes.len() as u64;
        Ok(())
    }

    /// Whether the file is unchanged, for the same people to read, and stands at `path` as a second link to the old one; disks without
    /// links say no.
    fn link_unchanged(&self, output: &Output, path: &Path) -> bool {
        let listed = self.previous.marker.paths.contains(&output.path);
        let Some(old) = self.previous.folder.as_ref().filter(|_| listed) else { return false };
        let length = output.bytes.len() as u64;
        // The size is asked first, because it tells most changed pages without reading them.
        old.look(path)
            .ok()
            .flatten()
            .is_some_and(|seen| (seen.kind, seen.bytes, seen.mode) == (Kind::File, length, self.file_mode))
            && old.read(path).is_ok_and(|file| holds(file, &output.bytes))
            && old.link(path, &self.folder, path).is_ok()
    }

    /// Carries a file of the old site over, byte for byte; `false` if the old site does not have it.
    ///
    /// # Errors
    ///
    /// As for [`Staging::put`].
    pub fn keep(&self, path: &str) -> Result<bool, Trouble> {
        let Some(old) = self.previous.folder.as_ref().filter(|_| is_safe(path) && self.previous_size(path).is_some())
        else {
            return Ok(false);
        };
        let mut old = old.read(path).trouble(|| self.unwritten(path), WRITE)?;
        let new = self.folder.create(self.reserve(path)?, FILE_MODE);
        let bytes = new.and_then(|mut new| io::copy(&mut old, &mut new)).trouble(|| self.unwritten(path), WRITE)?;
        self.written().bytes += bytes;
        Ok(true)
    }

    /// Puts the new site in the place of the old one, in one step where the system can, and then removes the old one. Both the new
    /// site and its being there are on the disk before the old one goes.
    ///
    /// # Errors
    ///
    /// When somebody has meanwhile put something into the target or in its place, or the disk refuses: what is there is then untouched.
    pub fn commit(mut self) -> Result<Summary, Trouble> {
        let (marker, bytes) = {
            let mut written = self.written();
            (Marker { paths: std::mem::take(&mut written.paths) }, written.bytes)
        };
        let on_disk =
            marker.write(&self.folder).and_then(|()| self.folder.flush(marker.paths.iter().map(String::as_str)));
        on_disk.trouble(|| self.unwritten(MARKER), WRITE)?;
        let now = PreviousSite::find(&self.place, &self.beside)?;
        let expected = self.previous.still(&now, &self.place.shown)?;
        let old_name = self.place.beside(&format!("{}.old", random_digits()));
        let names = Names { staging: &self.name, target: &self.place.name, old: &old_name };
        let moved = self.folder.set_mode(self.folder_mode).and_then(|()| swap(&self.beside, names, expected));
        let moved = moved.trouble(
            || format!("non è possibile mettere il nuovo sito al posto di `{}`", self.place.shown),
            "controllare i permessi, e che nessun altro scriva lì; se la cartella è un disco montato, indicare con --uscita una cartella al suo interno",
        )?.map(OsStr::to_owned);
        self.finished = true;
        // Where names cannot be waited for, the system writes them in its own time.
        let _ = self.beside.flush_names();
        let left_behind = moved.as_ref().filter(|name| self.remove_old(name, expected, &now.marker).is_err());
        let left_behind = left_behind.map(|name| self.place.parent.join(name));
        let replaced = moved.is_some() && !now.marker.paths.is_empty();
        Ok(Summary { files: marker.paths.len(), bytes, replaced, left_behind })
    }

    /// Removes the old site, which has this name now.
    fn remove_old(&self, name: &OsStr, expected: Option<Identity>, marker: &Marker) -> io::Result<()> {
        // Opened anew: where a folder is known by its path, that of the old site now leads to the new one.
        let old = self.beside.inner(name)?;
        if Some(old.identity()?) != expected {
            return Err(ErrorKind::AlreadyExists.into());
        }
        tree::remove_listed(&self.beside, name, &old, marker)
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
        if !written.folded.insert(path.nfc().flat_map(char::to_lowercase).collect()) {
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
            self.folder.make_all(Path::new(folder)).trouble(|| self.unwritten(path), WRITE)?;
            self.written().folders.insert(folder.to_owned());
        }
        Ok(Path::new(path))
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
            let _: io::Result<()> = tree::remove_whole(&self.beside, &self.name, &self.folder);
        }
        self.lock.release(&self.beside);
    }
}

/// See [`Staging::locked`].
type Begun = (PreviousSite, OsString, Folder, (u32, u32));

/// The new folder of this name, marked before anything else is in it, and who may read a file and a folder that are made in it.
fn open_marked(beside: &Folder, name: &OsStr) -> io::Result<(Folder, (u32, u32))> {
    let folder = beside.inner(name)?;
    let file_mode = marker::begin(&folder)?;
    // How the mask of this process and the disk let a new folder be is only seen on one.
    let sample = OsStr::new(".piao-prova");
    folder.make(Path::new(sample))?;
    let folder_mode = folder.look(sample)?.map_or(FOLDER_MODE, |seen| seen.mode);
    folder.remove_folder(sample)?;
    Ok((folder, (file_mode, folder_mode)))
}

/// Whether a file has this very content.
fn holds(mut file: fs::File, bytes: &[u8]) -> bool {
    let mut read = Vec::with_capacity(bytes.len());
    file.read_to_end(&mut read).is_ok() && read == bytes
}
