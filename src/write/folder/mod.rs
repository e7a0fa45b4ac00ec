//! A folder held open: what is done in it is done in that very folder, whatever its path leads to by then.
//!
//! Names are never followed where they are links. On systems without such handles paths stand in for them, and every use looks first.

#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(super) use elsewhere::{Folder, seen_open};
#[cfg(unix)]
pub(super) use unix::{Folder, seen_open};

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Component, Path};

/// What a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    /// A link, a FIFO, a device, a socket.
    Other,
}

/// What stands at a name, links not followed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) kind: Kind,
    pub(super) identity: Identity,
    /// Its size.
    pub(super) bytes: u64,
    /// Who may do what, where the system has such numbers; 0 elsewhere.
    pub(super) mode: u32,
    /// When its content was changed last, and when anything of it was: seconds and billionths, as the system counts.
    pub(super) changed: [i128; 4],
}

/// Tells one file or folder from every other of the system, under whatever name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

impl Identity {
    /// The same as bytes.
    pub(super) fn to_bytes(self) -> [u8; 16] {
        ((u128::from(self.0) << 64) | u128::from(self.1)).to_le_bytes()
    }
}

/// Who may read a published file and a published folder, as far as the mask of the process lets it.
pub(super) const FILE_MODE: u32 = 0o644;
pub(super) const FOLDER_MODE: u32 = 0o755;

/// A folder that nobody but its owner may enter.
pub(super) const PRIVATE_FOLDER_MODE: u32 = 0o700;

/// A file that people go on to change themselves, and one that is for nobody else to read yet.
pub(super) const OPEN_MODE: u32 = 0o666;
pub(super) const PRIVATE_MODE: u32 = 0o600;

/// A file that is started, and that people may change.
pub(super) const STARTED_MODE: u32 = 0o777;

impl Folder {
    /// Makes a folder below it with those above that one; one that is there is none the worse.
    pub(super) fn make_all(&self, path: &Path) -> io::Result<()> {
        match self.make(path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let above = path.parent().filter(|above| !above.as_os_str().is_empty()).ok_or(error)?;
                self.make_all(above)?;
                self.make_all(path)
            }
            made => made,
        }
    }

    /// The folder at a path below it, no part of which is a link.
    pub(super) fn below(&self, path: &Path) -> io::Result<Self> {
        let mut parts = path.components().filter(|part| *part != Component::CurDir);
        let first = parts.next().map_or_else(|| Path::new(".").as_os_str(), Component::as_os_str);
        parts.try_fold(self.inner(first)?, |folder, part| folder.inner(part.as_os_str()))
    }
}

/// Sixteen hexadecimal digits that nobody can foresee.
pub(super) fn random_digits() -> String {
    // The keys of the hasher come from the system's source of chance.
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

/// Whether a text can be of [`random_digits`].
pub(super) fn are_random_digits(text: &[u8]) -> bool {
    text.len() == 16 && text.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn no_plain_file() -> io::Error {
    io::Error::other(crate::trouble::Trouble::new(
        "non è un file, ma un collegamento, un dispositivo o un altro oggetto del sistema",
        "",
    ))
}
