use crate::trouble::{Context, Trouble};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Keeps two runs from writing the same target at once; the system lets it go when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
    exclusive: bool,
}

impl Lock {
    /// Takes the lock file at `path`, or says that another run holds it; `shown` is the target for people.
    pub(super) fn take(path: PathBuf, shown: &str) -> Result<Self, Trouble> {
        loop {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).trouble(
                || format!("non è possibile scrivere accanto a `{shown}`"),
                "controllare i permessi della cartella che contiene quella di uscita, o indicarne un'altra con --uscita",
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
            if is_still_there(&file, &path) {
                return Ok(Self { file, path, exclusive });
            }
        }
    }

    /// Whether no other run can be at work.
    pub(super) fn is_exclusive(&self) -> bool {
        self.exclusive
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is held, so that nobody's lock but ours is removed; elsewhere the empty file stays.
        if cfg!(unix) && self.exclusive {
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_there(_: &File, _: &Path) -> bool {
    true
}
