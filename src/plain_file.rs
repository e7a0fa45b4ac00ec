//! Reading files without harm: plain ones only, so that no FIFO is waited for and no device woken, and, where they belong to a folder, none
//! to which a link leads out of it.

use crate::trouble::Trouble;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Opens a plain file, or one to which a link leads.
///
/// # Errors
///
/// When there is none or it cannot be read; of a folder, a FIFO, a device or a socket at once.
pub fn open(path: &Path) -> io::Result<File> {
    // A device could do something by being opened: it is looked at first.
    must_be_plain(&fs::metadata(path)?)?;
    let mut options = File::options();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // What a FIFO has taken the place of meanwhile is not waited for.
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    let file = options.read(true).open(path)?;
    must_be_plain(&file.metadata()?)?;
    Ok(file)
}

/// The bytes of a plain file.
///
/// # Errors
///
/// As for [`open`].
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = open(path)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether anything stands at a path, be it a link that leads nowhere.
///
/// # Errors
///
/// When the system does not say so.
pub fn is_present(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether what is at a path is in the folder `root`, and not elsewhere by a link.
///
/// # Errors
///
/// When nothing is there, or the system does not say where it is.
pub fn is_inside(root: &Path, path: &Path) -> io::Result<bool> {
    // An empty path is the folder at hand, as it is where others are joined to it.
    let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
    Ok(fs::canonicalize(path)?.starts_with(fs::canonicalize(root)?))
}

/// What is said of a path that leads out of the folder of the administration.
pub fn outside(shown: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` porta fuori dalla cartella dell'ente, e non è stato letto"),
        "al posto del collegamento mettere nella cartella dell'ente una copia di ciò a cui porta",
    )
}

fn must_be_plain(metadata: &fs::Metadata) -> io::Result<()> {
    if metadata.is_file() {
        Ok(())
    } else if metadata.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(no_file())
    }
}

/// What is neither a file nor a folder, and is not read.
pub fn no_file() -> io::Error {
    let what = "non è un file, ma una coda, un dispositivo o un altro oggetto del sistema";
    io::Error::other(Trouble::new(what, ""))
}
