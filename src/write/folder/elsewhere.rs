use super::{Identity, Kind, Seen, no_plain_file};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A folder by its path, where the system has no handles to work below: a name is looked at before each use, and between the two
/// somebody with the right to write there could still put something else.
#[derive(Debug)]
pub(in crate::write) struct Folder(PathBuf);

impl Folder {
    pub(in crate::write) fn open(path: &Path) -> io::Result<Self> {
        match fs::symlink_metadata(path)? {
            metadata if metadata.is_dir() => Ok(Self(path.to_owned())),
            _ => Err(ErrorKind::NotADirectory.into()),
        }
    }

    pub(in crate::write) fn inner(&self, name: &OsStr) -> io::Result<Self> {
        Self::open(&self.0.join(name))
    }

    pub(in crate::write) fn identity(&self) -> io::Result<Identity> {
        Ok(seen(&fs::symlink_metadata(&self.0)?).identity)
    }

    pub(in crate::write) fn look(&self, path: impl AsRef<Path>) -> io::Result<Option<Seen>> {
        match fs::symlink_metadata(self.0.join(path)) {
            Ok(metadata) => Ok(Some(seen(&metadata))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(in crate::write) fn entries(&self) -> io::Result<Vec<(OsString, Kind)>> {
        let entries = fs::read_dir(&self.0)?.map(|entry| {
            let entry = entry?;
            Ok((entry.file_name(), kind(entry.file_type()?)))
        });
        let mut entries = entries.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(entries)
    }

    pub(in crate::write) fn make_private(&self, name: &OsStr) -> io::Result<()> {
        fs::create_dir(self.0.join(name))
    }

    pub(in crate::write) fn make(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(self.0.join(path))
    }

    pub(in crate::write) fn create(&self, path: &Path, _: u32) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create_new(true).open(self.0.join(path))
    }

    pub(in crate::write) fn read(&self, path: impl AsRef<Path>) -> io::Result<File> {
        self.plain(path.as_ref())?;
        File::open(self.0.join(path))
    }

    pub(in crate::write) fn open_or_create(&self, name: &OsStr) -> io::Result<File> {
        if self.look(name)?.is_some() {
            self.plain(Path::new(name))?;
        }
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(self.0.join(name))
    }

    fn plain(&self, path: &Path) -> io::Result<()> {
        match self.look(path)?.map(|seen| seen.kind) {
            Some(Kind::File) => Ok(()),
            Some(Kind::Folder) => Err(ErrorKind::IsADirectory.into()),
            Some(Kind::Other) => Err(no_plain_file()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    pub(in crate::write) fn link(&self, path: &Path, to: &Self, new: &Path) -> io::Result<()> {
        fs::hard_link(self.0.join(path), to.0.join(new))
    }

    pub(in crate::write) fn rename(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        fs::rename(self.0.join(from), self.0.join(to))
    }

    pub(in crate::write) fn rename_to_free(&self, from: &OsStr, to: &OsStr) -> io::Result<()> {
        if self.look(to)?.is_some() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.rename(from, to)
    }

    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same signature as on Linux")]
    pub(in crate::write) fn exchange(&self, _: &OsStr, _: &OsStr) -> io::Result<bool> {
        Ok(false)
    }

    pub(in crate::write) fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    pub(in crate::write) fn remove_folder(&self, name: &OsStr) -> io::Result<()> {
        fs::remove_dir(self.0.join(name))
    }

    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same signature as on Unix")]
    pub(in crate::write) fn set_mode(&self, _: u32) -> io::Result<()> {
        Ok(())
    }

    pub(in crate::write) fn flush<'a>(&self, mut paths: impl Iterator<Item = &'a str>) -> io::Result<()> {
        paths.try_for_each(|path| OpenOptions::new().write(true).open(self.0.join(path))?.sync_all())
    }

    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same signature as on Unix")]
    pub(in crate::write) fn flush_names(&self) -> io::Result<()> {
        Ok(())
    }
}

pub(in crate::write) fn seen_open(file: &File) -> io::Result<Seen> {
    Ok(seen(&file.metadata()?))
}

fn seen(metadata: &Metadata) -> Seen {
    // The moment at which it was made is all that can be asked here.
    let made = metadata.created().ok().and_then(|made| made.duration_since(UNIX_EPOCH).ok());
    let made = made.map_or(0, |made| u64::try_from(made.as_nanos()).unwrap_or(u64::MAX));
    let changed = metadata.modified().ok().and_then(|changed| changed.duration_since(UNIX_EPOCH).ok());
    let changed = changed.map_or(0, |changed| i128::try_from(changed.as_nanos()).unwrap_or(i128::MAX));
    let (kind, bytes) = (kind(metadata.file_type()), metadata.len());
    Seen { kind, identity: Identity(made, 0), bytes, mode: 0, changed: [0, changed, 0, 0] }
}

fn kind(kind: fs::FileType) -> Kind {
    if kind.is_file() {
        Kind::File
    } else if kind.is_dir() {
        Kind::Folder
    } else {
        Kind::Other
    }
}
