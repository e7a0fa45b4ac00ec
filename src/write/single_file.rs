use super::folder::{Folder, Kind, Seen, are_random_digits, random_digits, seen_open};
use super::lock::is_named;
use super::made_folders::MadeFolders;
use super::marker::{self, MARKER};
use super::tree;
use crate::trouble::{Context, Trouble};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What the names of files that are being written begin with; random digits follow.
const PREFIX: &str = ".piao-";

pub(super) const ADVICE: &str = "controllare lo spazio libero sul disco e i permessi della cartella";

/// Which plain files a new one may take the place of.
#[derive(Clone, Copy)]
pub struct Replaceable<'a> {
    /// What they are, for people: `un pacchetto di questo programma`.
    pub what: &'a str,
    /// Whether a file is one.
    pub is: &'a dyn Fn(&File) -> bool,
}

impl Replaceable<'_> {
    /// No file at all: where the new one goes, nothing may stand.
    pub const NOTHING: Self = Self { what: "", is: &|_| false };
}

/// A file being written in a folder under a name that nobody knows; dropping it before it has its place leaves nothing.
#[derive(Debug)]
pub(super) struct SingleFile {
    pub(super) folder: Folder,
    pub(super) file: File,
    pub(super) name: OsString,
}

impl SingleFile {
    /// Begins a file in a folder, where what dead runs left is removed first.
    ///
    /// It is locked as long as the run lives: that tells the next one what is dead.
    pub(super) fn begin(folder: Folder, mode: u32) -> io::Result<Self> {
        remove_dead(&folder)?;
        loop {
            let name = fresh_name();
            let file = folder.create(Path::new(&name), mode)?;
            // Disks without locks do without; another run may have taken the file for a dead one before it was locked.
            let _ = file.try_lock();
            if is_named(&file, &folder, &name) {
                return Ok(Self { folder, file, name });
            }
            // Where it was not taken, but the disk does not say that it is there.
            let _ = folder.remove_file(&name);
        }
    }

    /// Puts the file on the disk and in its place, where nothing stands.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or something stands there: that is then untouched.
    pub(super) fn put_new(self, place: &OsStr) -> io::Result<()> {
        self.file.sync_all()?;
        self.folder.rename_to_free(&self.name, place)?;
        // Where names cannot be waited for, the system writes them in its own time.
        let _ = self.folder.flush_names();
        Ok(())
    }
}

impl Drop for SingleFile {
    fn drop(&mut self) {
        if is_named(&self.file, &self.folder, &self.name) {
            let _ = self.folder.remove_file(&self.name);
        }
    }
}

/// A name of ours that nothing has.
pub(super) fn fresh_name() -> OsString {
    OsString::from(format!("{PREFIX}{}", random_digits()))
}

/// Whether a name is that of a file that a run is writing, or was when it was killed.
pub(super) fn is_being_written(name: &OsStr, kind: Kind) -> bool {
    kind == Kind::File && is_fresh_name(name)
}

fn is_fresh_name(name: &OsStr) -> bool {
    name.as_encoded_bytes().strip_prefix(PREFIX.as_bytes()).is_some_and(are_random_digits)
}

/// Removes the files and folders that runs were writing when they were killed: those that nobody has locked.
///
/// One that cannot be removed hinders nobody.
pub(super) fn remove_dead(folder: &Folder) -> io::Result<()> {
    for (name, kind) in folder.entries()?.into_iter().filter(|(name, _)| is_fresh_name(name)) {
        match kind {
            Kind::File => {
                if let Ok(file) = folder.read(&name)
                    && file.try_lock().is_ok()
                    && is_named(&file, folder, &name)
                {
                    let _ = folder.remove_file(&name);
                }
            }
            Kind::Folder => {
                if let Ok(inner) =
                    folder.inner(&name).and_then(|inner| is_dead(&inner).map(|dead| dead.then_some(inner)))
                    && let Some(inner) = inner
                {
                    let _ = tree::remove_whole(folder, &name, &inner);
                }
            }
            Kind::Other => {}
        }
    }
    Ok(())
}

/// Whether a folder is one that a killed run was filling, or had not begun to.
fn is_dead(folder: &Folder) -> io::Result<bool> {
    if folder.entries()?.is_empty() {
        return Ok(true);
    }
    Ok(marker::is_unfinished(folder) && folder.read(MARKER)?.try_lock().is_ok())
}

/// The folder of a file and its name in it; missing folders are made, and links on the way to it followed.
pub(super) fn place_of(target: &Path, shown: &str) -> Result<(Folder, OsString, MadeFolders), Trouble> {
    let failed = || format!("non è possibile scrivere `{shown}`");
    let Some(name) = target.file_name() else {
        return Err(Trouble::new(format!("`{shown}` non è il nome di un file"), "indicare un file"));
    };
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.map_or_else(|| PathBuf::from("."), Path::to_owned);
    let made = MadeFolders::make(&parent).trouble(failed, ADVICE)?;
    let parent = fs::canonicalize(&parent).trouble(failed, ADVICE)?;
    Ok((Folder::open(&parent).trouble(failed, ADVICE)?, name.to_owned(), made))
}

/// What stands where a file goes, if it may be replaced.
///
/// # Errors
///
/// When it is anything else.
pub(super) fn replaceable(
    folder: &Folder,
    name: &OsStr,
    shown: &str,
    ours: &Replaceable<'_>,
) -> Result<Option<Seen>, Trouble> {
    let advice = "indicare un altro nome, oppure spostare altrove quello che c'è e ripetere il comando";
    let failed = || format!("non è possibile leggere `{shown}`, che c'è già");
    let refused = |what: &str| Err(Trouble::new(format!("`{shown}` {what}: non è stato toccato"), advice));
    match folder.look(name).trouble(failed, advice)?.map(|seen| seen.kind) {
        None => Ok(None),
        Some(Kind::Folder) => refused("è una cartella, non un file"),
        Some(Kind::Other) => refused("è un collegamento, un dispositivo o un altro oggetto del sistema, non un file"),
        Some(Kind::File) => {
            let file = folder.read(name).trouble(failed, advice)?;
            let seen = seen_open(&file).trouble(failed, advice)?;
            match ours.what {
                _ if (ours.is)(&file) => Ok(Some(seen)),
                "" => refused("c'è già"),
                what => refused(&format!("c'è già e non è {what}")),
            }
        }
    }
}
