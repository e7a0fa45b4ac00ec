use super::folder::Folder;
use super::lock::is_named;
use crate::trouble::{Context, Trouble};
use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

/// The file that says which workbench serves a folder.
pub(super) const RESERVATION: &str = ".piao-banco";

/// The longest address that is read back, in bytes.
const LONGEST: u64 = 200;

/// Keeps a second workbench from serving the same folder; the system lets it go when the process ends, however it ends.
#[derive(Debug)]
pub struct Reservation {
    folder: Folder,
    file: File,
}

impl Reservation {
    /// Reserves a folder.
    ///
    /// # Errors
    ///
    /// When another workbench serves it, whose address is then told, or the folder cannot be written.
    pub fn take(root: &Path) -> Result<Self, Trouble> {
        let shown = root.display();
        let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        let advice = "controllare che la cartella ci sia e che si abbia il permesso di scriverci";
        let failed = || format!("non è possibile lavorare nella cartella `{shown}`");
        let folder = fs::canonicalize(root).and_then(|root| Folder::open(&root)).trouble(failed, advice)?;
        loop {
            let file = folder.open_or_create(OsStr::new(RESERVATION)).trouble(failed, advice)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(held(&file, &shown.to_string())),
                // Some network disks have no locks: there nobody can be kept out.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(error).trouble(failed, advice),
            }
            // The run that held it may have removed the file between our opening and our locking it.
            if is_named(&file, &folder, OsStr::new(RESERVATION)) {
                return Ok(Self { folder, file });
            }
        }
    }

    /// Says at which address the folder is served.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn announce(&mut self, address: &str) -> Result<(), Trouble> {
        let written = self.file.set_len(0).and_then(|()| self.file.write_all(address.as_bytes()));
        written.trouble(
            || format!("non è possibile scrivere il file `{RESERVATION}` nella cartella dell'ente"),
            "controllare lo spazio libero sul disco e i permessi della cartella",
        )
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        // Removed while it is held, so that nobody's but ours is removed; elsewhere the file stays, and holds nobody.
        if cfg!(unix) && is_named(&self.file, &self.folder, OsStr::new(RESERVATION)) {
            let _ = self.folder.remove_file(OsStr::new(RESERVATION));
        }
        let _ = self.file.unlock();
    }
}

/// That another workbench serves the folder.
fn held(file: &File, shown: &str) -> Trouble {
    let mut address = String::new();
    // Where locked files cannot be read, the address stays unknown.
    let read = file.take(LONGEST).read_to_string(&mut address);
    let known = read.is_ok() && !address.is_empty() && !address.contains(char::is_control);
    let place = if known { format!(": risponde a {address}") } else { String::new() };
    Trouble::new(
        format!("il banco della cartella `{shown}` è già aperto{place}"),
        "usare quello, o fermarlo (con il pulsante «Chiudi il banco» o con Ctrl-C) e ripetere il comando",
    )
}
