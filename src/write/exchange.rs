//! How something new takes the place of what stands there, if that is still what was seen: where it is not, or the disk does not say what it
//! is, everything goes back, so that an error always means that nothing has changed.

use super::folder::{Folder, Identity};
use std::ffi::OsStr;
use std::io::{self, ErrorKind};

/// Exchanges the names of what is `new` and of what stands at `place`; `false` where this disk cannot.
///
/// # Errors
///
/// When something else than the expected one stands there, or the disk refuses: all is as it was.
pub(super) fn exchange(folder: &Folder, new: &OsStr, place: &OsStr, expected: Identity) -> io::Result<bool> {
    if !folder.exchange(new, place)? {
        return Ok(false);
    }
    if let Err(error) = must_be(folder, new, expected) {
        folder.exchange(new, place)?;
        return Err(error);
    }
    Ok(true)
}

/// Gives what stands at `place` the name `aside`, which is free.
///
/// # Errors
///
/// As for [`exchange`].
pub(super) fn set_aside(folder: &Folder, place: &OsStr, aside: &OsStr, expected: Identity) -> io::Result<()> {
    folder.rename_to_free(place, aside)?;
    if let Err(error) = must_be(folder, aside, expected) {
        folder.rename_to_free(aside, place)?;
        return Err(error);
    }
    Ok(())
}

/// Looks whether what has a name is what was seen before.
///
/// # Errors
///
/// When it is not, or the disk does not say.
pub(super) fn must_be(folder: &Folder, name: &OsStr, expected: Identity) -> io::Result<()> {
    match folder.look(name)? {
        Some(seen) if seen.identity == expected => Ok(()),
        _ => Err(ErrorKind::AlreadyExists.into()),
    }
}
