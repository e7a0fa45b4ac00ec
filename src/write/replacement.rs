use super::exchange::{exchange, must_be, set_aside};
use super::folder::{Folder, Identity, OPEN_MODE, PRIVATE_MODE};
use super::made_folders::MadeFolders;
use super::single_file::{ADVICE, Replaceable, SingleFile, fresh_name, place_of, replaceable};
use crate::trouble::{Context, Trouble};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// A file that waits to take its place, or one that waits to leave it; dropping it leaves everything as it was.
#[derive(Debug)]
pub(super) struct Replacement {
    /// The file as people know it.
    shown: String,
    place: OsString,
    coming: Coming,
    /// What stands at the place.
    before: Option<Old>,
    /// After all else: only folders that hold nothing go.
    _made: MadeFolders,
}

#[derive(Debug)]
enum Coming {
    File(SingleFile),
    /// What stands there goes.
    Nothing(Folder),
}

/// A file that will be replaced.
#[derive(Debug)]
struct Old {
    identity: Identity,
    /// Locked, where the system can: another run must not take it for a dead one's when it stands aside.
    _lock: Option<File>,
}

/// What became of what stood at a place.
#[derive(Debug)]
enum Taken {
    /// Nothing stood there.
    Free,
    /// It has this name now.
    Aside(OsString),
    /// It is gone: this disk can neither exchange two names nor give a file a second one.
    Gone,
}

impl Replacement {
    /// Writes a file beside its place, where there may stand nothing or a plain file that is `ours`, whose permissions it takes.
    pub(super) fn write(target: &Path, bytes: &[u8], ours: &Replaceable<'_>) -> Result<Self, Trouble> {
        let shown = target.display().to_string();
        let failed = || format!("non è possibile scrivere `{shown}`");
        let (folder, name, above) = place_of(target, &shown)?;
        let before = replaceable(&folder, &name, &shown, ours)?;
        let old = before.map(|before| Old::of(before.identity, &folder, &name));
        let mode = if before.is_some() { PRIVATE_MODE } else { OPEN_MODE };
        let mut fresh = SingleFile::begin(folder, mode).trouble(failed, ADVICE)?;
        fresh.file.write_all(bytes).trouble(failed, ADVICE)?;
        #[cfg(unix)]
        if let Some(before) = before {
            use std::os::unix::fs::PermissionsExt;
            let permissions = std::fs::Permissions::from_mode(before.mode);
            fresh.file.set_permissions(permissions).trouble(failed, ADVICE)?;
        }
        Ok(Self { shown, place: name, coming: Coming::File(fresh), before: old, _made: above })
    }

    /// A file that was written already; `before` stands at its place.
    pub(super) fn of(
        file: SingleFile,
        place: OsString,
        before: Option<Identity>,
        shown: String,
        made: MadeFolders,
    ) -> Self {
        let before = before.map(|identity| Old::of(identity, &file.folder, &place));
        Self { shown, place, coming: Coming::File(file), before, _made: made }
    }

    /// The plain file `ours` will go; `None` if there is none.
    pub(super) fn removal(target: &Path, ours: &Replaceable<'_>) -> Result<Option<Self>, Trouble> {
        let shown = target.display().to_string();
        let (folder, place, made) = place_of(target, &shown)?;
        let before = replaceable(&folder, &place, &shown, ours)?;
        let before = before.map(|before| Old::of(before.identity, &folder, &place));
        Ok(before.map(|old| Self { shown, place, coming: Coming::Nothing(folder), before: Some(old), _made: made }))
    }

    fn folder(&self) -> &Folder {
        match &self.coming {
            Coming::File(file) => &file.folder,
            Coming::Nothing(folder) => folder,
        }
    }

    /// Waits until what comes is on the disk.
    fn flush(&self) -> io::Result<()> {
        match &self.coming {
            Coming::File(file) => file.file.sync_all(),
            Coming::Nothing(_) => Ok(()),
        }
    }

    fn take(&self) -> io::Result<Taken> {
        match (&self.coming, &self.before) {
            (Coming::File(file), None) => {
                file.folder.rename_to_free(&file.name, &self.place)?;
                Ok(Taken::Free)
            }
            (Coming::File(file), Some(old)) => self.replace(file, old.identity),
            (Coming::Nothing(folder), Some(old)) => self.set_aside(folder, old.identity),
            (Coming::Nothing(_), None) => Ok(Taken::Free),
        }
    }

    fn replace(&self, file: &SingleFile, expected: Identity) -> io::Result<Taken> {
        let folder = &file.folder;
        must_be(folder, &self.place, expected)?;
        if exchange(folder, &file.name, &self.place, expected)? {
            return Ok(Taken::Aside(file.name.clone()));
        }
        let aside = fresh_name();
        let kept = folder.link(Path::new(&self.place), folder, Path::new(&aside)).is_ok();
        let renamed = folder.rename(&file.name, &self.place);
        if renamed.is_err() && kept {
            let _ = folder.remove_file(&aside);
        }
        renamed.map(|()| if kept { Taken::Aside(aside) } else { Taken::Gone })
    }

    fn set_aside(&self, folder: &Folder, expected: Identity) -> io::Result<Taken> {
        let aside = fresh_name();
        set_aside(folder, &self.place, &aside, expected)?;
        Ok(Taken::Aside(aside))
    }

    /// Puts back what stood there.
    fn undo(&self, taken: &Taken) -> io::Result<()> {
        let folder = self.folder();
        match (&self.coming, taken) {
            (Coming::File(file), Taken::Free) => folder.rename_to_free(&self.place, &file.name),
            (Coming::File(file), Taken::Aside(aside)) if *aside == file.name => {
                folder.exchange(aside, &self.place).map(|_| ())
            }
            (Coming::File(_), Taken::Aside(aside)) => folder.rename(aside, &self.place),
            (Coming::Nothing(_), Taken::Aside(aside)) => folder.rename_to_free(aside, &self.place),
            (Coming::Nothing(_), Taken::Free) | (_, Taken::Gone) => Ok(()),
        }
    }

    /// Removes what stood there. What cannot be removed hinders nobody: the next run that writes in this folder does it.
    fn finish(&self, taken: &Taken) {
        if let Taken::Aside(aside) = taken {
            let _ = self.folder().remove_file(aside);
        }
        // Where names cannot be waited for, the system writes them in its own time.
        let _ = self.folder().flush_names();
    }
}

impl Old {
    fn of(identity: Identity, folder: &Folder, name: &OsStr) -> Self {
        Self { identity, _lock: folder.read(name).ok().filter(|file| file.try_lock().is_ok()) }
    }
}

/// Files that take their places together.
#[derive(Debug, Default)]
pub(super) struct Replacements(Vec<Replacement>);

impl Replacements {
    pub(super) fn push(&mut self, one: Replacement) {
        self.0.push(one);
    }

    /// Lets all of them take their places, or none; they are on the disk before the first does.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or something else stands at a place by now: what stood at each is then there as it was.
    pub(super) fn take_places(self) -> Result<(), Trouble> {
        let all = &self.0;
        let failed = |one: &Replacement| format!("non è possibile scrivere `{}`", one.shown);
        for one in all {
            one.flush().trouble(|| failed(one), ADVICE)?;
        }
        let mut taken = Vec::with_capacity(all.len());
        for one in all {
            match one.take() {
                Ok(how) => taken.push(how),
                Err(error) => {
                    let undone = all.iter().zip(&taken).rev().map(|(one, how)| (one, one.undo(how)));
                    let stuck: Vec<String> = undone
                        .filter(|(_, undone)| undone.is_err())
                        .map(|(one, _)| format!("`{}`", one.shown))
                        .collect();
                    let changed = match stuck.as_slice() {
                        [] => String::new(),
                        stuck => format!(" (e non è stato possibile rimettere com'era {})", stuck.join(", ")),
                    };
                    return Err(error).trouble(|| failed(one) + &changed, ADVICE);
                }
            }
        }
        all.iter().zip(&taken).for_each(|(one, how)| one.finish(how));
        Ok(())
    }
}

impl Drop for Replacements {
    fn drop(&mut self) {
        // Those that came later first: folders that the earlier ones made are empty only then.
        while self.0.pop().is_some() {}
    }
}

/// Writes a file, all of it or nothing, and on the disk when this returns; it may take the place of a plain file that is `ours`,
/// whose permissions it keeps, and of nothing else. Missing folders are made.
///
/// # Errors
///
/// When something else is there, or the disk refuses: what was there before is then untouched.
pub fn write_file(target: &Path, bytes: &[u8], ours: &Replaceable<'_>) -> Result<(), Trouble> {
    write_files([(target, bytes)], ours)
}

/// Writes files as [`write_file`] does: all of them or none.
///
/// # Errors
///
/// As for one.
pub fn write_files<P: AsRef<Path>, B: AsRef<[u8]>>(
    files: impl IntoIterator<Item = (P, B)>,
    ours: &Replaceable<'_>,
) -> Result<(), Trouble> {
    let mut all = Replacements::default();
    for (target, bytes) in files {
        all.push(Replacement::write(target.as_ref(), bytes.as_ref(), ours)?);
    }
    all.take_places()
}
