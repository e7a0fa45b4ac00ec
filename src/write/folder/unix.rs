use super::{FOLDER_MODE, Identity, Kind, OPEN_MODE, Seen, no_plain_file};
use rustix::fs::{self as sys, AtFlags, Dir, FileType, Mode, OFlags, Stat};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// A folder held open.
#[derive(Debug)]
pub(in crate::write) struct Folder(OwnedFd);

const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
/// Neither a link is followed nor the other end of a FIFO waited for.
const CAREFUL: OFlags = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).union(OFlags::CLOEXEC);

impl Folder {
    /// The folder at a path, whose last part must be no link.
    pub(in crate::write) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(sys::open(path, FOLDER, Mode::empty())?))
    }

    /// The folder of this name in it.
    pub(in crate::write) fn inner(&self, name: &OsStr) -> io::Result<Self> {
        Ok(Self(sys::openat(&self.0, name, FOLDER, Mode::empty())?))
    }

    /// Which folder it is.
    pub(in crate::write) fn identity(&self) -> io::Result<Identity> {
        Ok(seen(&sys::fstat(&self.0)?).identity)
    }

    /// What stands at a path below it; `None` if nothing does.
    pub(in crate::write) fn look(&self, path: impl AsRef<Path>) -> io::Result<Option<Seen>> {
        match sys::statat(&self.0, path.as_ref(), AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(seen(&stat))),
            Err(rustix::io::Errno::NOENT | rustix::io::Errno::NOTDIR) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The names in it with what they are, in order.
    pub(in crate::write) fn entries(&self) -> io::Result<Vec<(OsString, Kind)>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                FileType::Unknown => self.look(name)?.map_or(Kind::Other, |seen| seen.kind),
                known => kind(known),
            };
            entries.push((name.to_owned(), kind));
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(entries)
    }

    /// Makes a folder that nobody else may enter.
    pub(in crate::write) fn make_private(&self, name: &OsStr) -> io::Result<()> {
        Ok(sys::mkdirat(&self.0, name, Mode::RWXU)?)
    }

    /// Makes a folder that will be published.
    pub(in crate::write) fn make(&self, path: &Path) -> io::Result<()> {
        Ok(sys::mkdirat(&self.0, path, Mode::from_raw_mode(FOLDER_MODE))?)
    }

    /// Makes a new file, for those of `mode` whom the mask of the process lets in.
    pub(in crate::write) fn create(&self, path: &Path, mode: u32) -> io::Result<File> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | CAREFUL;
        Ok(File::from(sys::openat(&self.0, path, flags, Mode::from_raw_mode(mode))?))
    }

    /// Opens the plain file at a path, to be read.
    pub(in crate::write) fn read(&self, path: impl AsRef<Path>) -> io::Result<File> {
        self.open_plain(path.as_ref(), OFlags::RDONLY)
    }

    /// Opens a plain file, to be written without losing what is in it, and makes it where there is none.
    pub(in crate::write) fn open_or_create(&self, name: &OsStr) -> io::Result<File> {
        // A device could do something by being opened: it is looked at first.
        if self.look(name)?.is_some_and(|seen| seen.kind != Kind::File) {
            return Err(no_plain_file());
        }
        self.open_plain(Path::new(name), OFlags::RDWR | OFlags::CREATE)
    }

    fn open_plain(&self, path: &Path, flags: OFlags) -> io::Result<File> {
        let file = match sys::openat(&self.0, path, flags | CAREFUL, Mode::from_raw_mode(OPEN_MODE)) {
            Err(rustix::io::Errno::LOOP | rustix::io::Errno::NXIO) => return Err(no_plain_file()),
            opened => opened?,
        };
        match seen(&sys::fstat(&file)?).kind {
            Kind::File => Ok(File::from(file)),
            Kind::Folder => Err(io::ErrorKind::IsADirectory.into()),
            Kind::Other => Err(no_plain_file()),
        }
    }

    /// Gives the file at a path a second name in another folder.
    pub(in crate::write) fn link(&self, path: &Path, to: &Self, new: &Path) -> io::Result<()> {
        Ok(sys::linkat(&self.0, path, &to.0, new, AtFlags::empty())?)
    }

    /// Gives another name, in the place of whatever file has it.
    pub(in crate::write) fn rename(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        Ok(sys::renameat(&self.0, from, &self.0, to)?)
    }

    /// Gives another name that nothing has.
    pub(in crate::write) fn rename_to_free(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        {
            use rustix::io::Errno;
            match sys::renameat_with(&self.0, from, &self.0, to, sys::RenameFlags::NOREPLACE) {
                Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
                done => return Ok(done?),
            }
        }
        if self.look(to)?.is_some() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.rename(from, to)
    }

    /// Exchanges two names in one step; `false` where that cannot be done here.
    #[cfg(target_os = "linux")]
    pub(in crate::write) fn exchange(&self, one: &OsStr, other: &OsStr) -> io::Result<bool> {
        use rustix::io::Errno;
        match sys::renameat_with(&self.0, one, &self.0, other, sys::RenameFlags::EXCHANGE) {
            Ok(()) => Ok(true),
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    #[cfg(not(target_os = "linux"))]
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same signature as on Linux")]
    pub(in crate::write) fn exchange(&self, _: &OsStr, _: &OsStr) -> io::Result<bool> {
        Ok(false)
    }

    pub(in crate::write) fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        Ok(sys::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// Removes a folder in which nothing is left.
    pub(in crate::write) fn remove_folder(&self, name: &OsStr) -> io::Result<()> {
        Ok(sys::unlinkat(&self.0, name, AtFlags::REMOVEDIR)?)
    }

    /// Sets who may do what in this folder.
    pub(in crate::write) fn set_mode(&self, mode: u32) -> io::Result<()> {
        Ok(sys::fchmod(&self.0, Mode::from_raw_mode(mode))?)
    }

    /// Waits until everything below it, of which `paths` are the files, is on the disk: one pass of the system over all that waits.
    #[cfg_attr(not(target_os = "linux"), expect(clippy::unnecessary_wraps, reason = "the same signature as on Linux"))]
    pub(in crate::write) fn flush<'a>(&self, _: impl Iterator<Item = &'a str>) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        match sys::syncfs(&self.0) {
            Err(rustix::io::Errno::NOSYS) => {}
            done => return Ok(done?),
        }
        sys::sync();
        Ok(())
    }

    /// Waits until the names in it are on the disk.
    pub(in crate::write) fn flush_names(&self) -> io::Result<()> {
        Ok(sys::fsync(&self.0)?)
    }
}

/// What the system says of a file that is open.
pub(in crate::write) fn seen_open(file: &File) -> io::Result<Seen> {
    Ok(seen(&sys::fstat(file)?))
}

#[allow(clippy::useless_conversion, clippy::unnecessary_cast, clippy::cast_sign_loss)] // The widths of these numbers differ from system to system.
fn seen(stat: &Stat) -> Seen {
    Seen {
        kind: kind(FileType::from_raw_mode(stat.st_mode)),
        identity: Identity(stat.st_dev as u64, u64::from(stat.st_ino)),
        bytes: stat.st_size as u64,
        mode: u32::from(stat.st_mode) & 0o7777,
        changed: [stat.st_mtime.into(), stat.st_mtime_nsec.into(), stat.st_ctime.into(), stat.st_ctime_nsec.into()],
    }
}

fn kind(kind: FileType) -> Kind {
    match kind {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Folder,
        _ => Kind::Other,
    }
}
