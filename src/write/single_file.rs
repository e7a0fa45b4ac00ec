use super::folder::{
    Folder, Identity, Kind, OPEN_MODE, PRIVATE_MODE, Seen, are_random_digits, random_digits, seen_open,
};
use super::lock::is_named;
use crate::trouble::{Context, Trouble};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
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

/// A file being written in a folder under a name that nobody knows; dropping it without [`SingleFile::put`] leaves nothing.
#[derive(Debug)]
pub(super) struct SingleFile {
    folder: Folder,
    pub(super) file: File,
    name: OsString,
}

impl SingleFile {
    /// Begins a file in a folder, where what dead runs left is removed first.
    ///
    /// It is locked as long as the run lives: that tells the next one what is dead.
    pub(super) fn begin(folder: Folder, mode: u32) -> io::Result<Self> {
        remove_dead(&folder)?;
        loop {
            let name = OsString::from(format!("{PREFIX}{}", random_digits()));
            let file = folder.create(Path::new(&name), mode)?;
            // Disks without locks do without; another run may have taken the file for a dead one before it was locked.
            let _ = file.try_lock();
            if is_named(&file, &folder, &name) {
                return Ok(Self { folder, file, name });
            }
        }
    }

    /// Puts the file on the disk and in its place, which `expected` has now (`None` = nothing).
    ///
    /// # Errors
    ///
    /// When the disk refuses, or something else stands there: that is then untouched.
    pub(super) fn put(self, place: &OsStr, expected: Option<Identity>) -> io::Result<()> {
        self.file.sync_all()?;
        match expected {
            None => self.folder.rename_to_free(&self.name, place)?,
            Some(expected) => self.replace(place, expected)?,
        }
        self.folder.flush_names()
    }

    fn replace(&self, place: &OsStr, expected: Identity) -> io::Result<()> {
        let is = |name: &OsStr| Ok::<_, io::Error>(self.folder.look(name)?.is_some_and(|it| it.identity == expected));
        if !is(place)? {
            return Err(ErrorKind::AlreadyExists.into());
        }
        if !self.folder.exchange(&self.name, place)? {
            return self.folder.rename(&self.name, place);
        }
        if is(&self.name)? {
            return self.folder.remove_file(&self.name);
        }
        self.folder.exchange(&self.name, place)?;
        Err(ErrorKind::AlreadyExists.into())
    }
}

impl Drop for SingleFile {
    fn drop(&mut self) {
        if is_named(&self.file, &self.folder, &self.name) {
            let _ = self.folder.remove_file(&self.name);
        }
    }
}

/// Whether a name is that of a file that a run is writing, or was when it was killed.
pub(super) fn is_being_written(name: &OsStr, kind: Kind) -> bool {
    let digits = name.as_encoded_bytes().strip_prefix(PREFIX.as_bytes());
    kind == Kind::File && digits.is_some_and(are_random_digits)
}

/// Removes the files that runs were writing when they were killed: those that nobody has locked.
pub(super) fn remove_dead(folder: &Folder) -> io::Result<()> {
    for (name, kind) in folder.entries()? {
        if is_being_written(&name, kind)
            && let Ok(file) = folder.read(&name)
            && file.try_lock().is_ok()
            && is_named(&file, folder, &name)
        {
            // One that cannot be removed hinders nobody.
            let _ = folder.remove_file(&name);
        }
    }
    Ok(())
}

/// The folder of a file and its name in it; missing folders are made, and links on the way to it followed.
pub(super) fn place_of(target: &Path, shown: &str) -> Result<(Folder, OsString), Trouble> {
    let failed = || format!("non è possibile scrivere `{shown}`");
    let Some(name) = target.file_name() else {
        return Err(Trouble::new(format!("`{shown}` non è il nome di un file"), "indicare un file"));
    };
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.map_or_else(|| PathBuf::from("."), Path::to_owned);
    fs::create_dir_all(&parent).trouble(failed, ADVICE)?;
    let parent = fs::canonicalize(&parent).trouble(failed, ADVICE)?;
    Ok((Folder::open(&parent).trouble(failed, ADVICE)?, name.to_owned()))
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
            if (ours.is)(&file) { Ok(Some(seen)) } else { refused(&format!("c'è già e non è {}", ours.what)) }
        }
    }
}

/// Writes a file, all of it or nothing, and on the disk when this returns; it may take the place of a plain file that is `ours`,
/// whose permissions it keeps, and of nothing else. Missing folders are made.
///
/// # Errors
///
/// When something else is there, or the disk refuses: what was there before is then untouched.
pub fn write_file(target: &Path, bytes: &[u8], ours: &Replaceable<'_>) -> Result<(), Trouble> {
    let shown = target.display().to_string();
    let failed = || format!("non è possibile scrivere `{shown}`");
    let (folder, name) = place_of(target, &shown)?;
    let before = replaceable(&folder, &name, &shown, ours)?;
    let mode = if before.is_some() { PRIVATE_MODE } else { OPEN_MODE };
    let mut fresh = SingleFile::begin(folder, mode).trouble(failed, ADVICE)?;
    fresh.file.write_all(bytes).trouble(failed, ADVICE)?;
    #[cfg(unix)]
    if let Some(before) = before {
        use std::os::unix::fs::PermissionsExt;
        fresh.file.set_permissions(fs::Permissions::from_mode(before.mode)).trouble(failed, ADVICE)?;
    }
    fresh.put(&name, before.map(|before| before.identity)).trouble(failed, ADVICE)
}

/// Removes a plain file that says what is expected.
///
/// # Errors
///
/// When something else is there, or the disk refuses: it then stays.
pub fn remove_file(target: &Path, expected: &[u8]) -> Result<(), Trouble> {
    let shown = target.display().to_string();
    let (folder, name) = place_of(target, &shown)?;
    let says = |file: &File| {
        let mut bytes = Vec::new();
        let read = file.take(expected.len() as u64 + 1).read_to_end(&mut bytes);
        read.is_ok() && bytes == expected
    };
    match replaceable(&folder, &name, &shown, &Replaceable { what: "com'era", is: &says })? {
        Some(_) => folder.remove_file(&name).trouble(|| format!("non è possibile togliere `{shown}`"), ADVICE),
        None => Ok(()),
    }
}
