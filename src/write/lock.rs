use super::folder::{Folder, seen_open};
use crate::trouble::{Context, Trouble};
use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io::ErrorKind;

/// Keeps two runs from writing the same target at once; the system lets it go when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    name: OsString,
    exclusive: bool,
}

impl Lock {
    /// Takes the lock file of this name, or says that another run holds it; `shown` is the target for people.
    pub(super) fn take(beside: &Folder, name: OsString, shown: &str) -> Result<Self, Trouble> {
        loop {
            let file = beside.open_or_create(&name).trouble(
                || format!("non è possibile scrivere `{}` accanto a `{shown}`", name.display()),
                "togliere quel file se c'è, controllare i permessi della cartella che contiene quella di uscita, o indicarne un'altra con --uscita",
            )?;
            let exclusive = match file.try_lock() {
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => {
                    return Err(Trouble::new(
                        format!("un'altra generazione sta scrivendo in `{shown}`"),
                        "attendere che finisca e riprovare, o indicare un'altra cartella con --uscita",
                    ));
                }
                // Some network disks have no locks: then nothing that might belong to another run is removed.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => false,
                Err(TryLockError::Error(error)) => {
                    return Err(error).trouble(
                        || format!("non è possibile riservare la cartella `{shown}`"),
                        "controllare i permessi della cartella che contiene quella di uscita",
                    );
                }
            };
            // The run that held the lock may have removed the file between our opening and our locking it.
            if is_named(&file, beside, &name) {
                return Ok(Self { file, name, exclusive });
            }
        }
    }

    /// Whether no other run can be at work.
    pub(super) fn is_exclusive(&self) -> bool {
        self.exclusive
    }

    /// Lets it go, and the file with it.
    pub(super) fn release(&self, beside: &Folder) {
        // Removed while it is held, so that nobody's lock but ours is removed; elsewhere the empty file stays.
        if cfg!(unix) && self.exclusive && is_named(&self.file, beside, &self.name) {
            let _ = beside.remove_file(&self.name);
        }
        let _ = self.file.unlock();
    }
}

/// Whether an open file still has this name.
pub(super) fn is_named(file: &File, folder: &Folder, name: &std::ffi::OsStr) -> bool {
    match (seen_open(file), folder.look(name)) {
        (Ok(ours), Ok(Some(there))) => ours.identity == there.identity,
        _ => false,
    }
}
