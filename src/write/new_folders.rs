use super::folder::Folder;
use super::lock::is_named;
use super::made_folders::MadeFolders;
use super::marker::{self, MARKER};
use super::single_file::{ADVICE, fresh_name, remove_dead};
use super::text_change::{TextChange, prepare};
use super::tree;
use crate::trouble::{Context, Trouble};
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Makes new folders below `root` with these files, in this order, and changes others there, all of it or nothing: each path of a new file
/// begins with one of the folders. One that a killed run has made already, whole, is left as it is.
///
/// # Errors
///
/// When one of the folders is there already, or the disk refuses: nothing is left then, and nothing changed.
pub fn new_folders(
    root: &Path,
    folders: &[String],
    files: &BTreeMap<String, Vec<u8>>,
    changes: &[TextChange<'_>],
) -> Result<(), Trouble> {
    let mut missing = Vec::new();
    for folder in folders {
        if fs::symlink_metadata(root.join(folder)).is_err() {
            missing.push(folder);
        } else if !is_whole(&root.join(folder), folder, files) {
            return Err(Trouble::new(
                format!("`{folder}` c'è già: non è stato toccato"),
                "scegliere un altro nome, oppure spostare altrove quello che c'è e ripetere il comando",
            ));
        }
    }
    let mut made = Vec::new();
    for folder in missing {
        let failed = || format!("non è possibile scrivere `{folder}`");
        made.push(NewFolder::fill(root, folder, files).trouble(failed, ADVICE)?);
    }
    let changes = prepare(root, changes)?;
    let placed = |done: &[NewFolder]| {
        for folder in done {
            // What has its place already goes back to where it is removed with the rest.
            let _ = fs::rename(&folder.target, folder.hidden.inside());
        }
    };
    for (done, folder) in made.iter().enumerate() {
        if let Err(error) = fs::rename(folder.hidden.inside(), &folder.target) {
            placed(&made[..done]);
            return Err(error).trouble(|| format!("non è possibile scrivere `{}`", folder.target.display()), ADVICE);
        }
    }
    changes.take_places().inspect_err(|_| placed(&made))
}

/// Whether what stands `at` a place holds the files of a folder and nothing else.
pub(super) fn is_whole(at: &Path, folder: &str, files: &BTreeMap<String, Vec<u8>>) -> bool {
    let below = |path: &String| path.strip_prefix(folder)?.strip_prefix('/').map(|below| at.join(below));
    let expected: BTreeMap<PathBuf, &Vec<u8>> =
        files.iter().filter_map(|(path, bytes)| Some((below(path)?, bytes))).collect();
    let says = |entry: &DirEntry| {
        let expected = expected.get(entry.path()).filter(|_| entry.file_type().is_file());
        expected.is_some_and(|bytes| fs::read(entry.path()).is_ok_and(|read| read == **bytes))
    };
    let mut count = 0;
    let mut files = WalkDir::new(at).into_iter().filter(|it| !it.as_ref().is_ok_and(|it| it.file_type().is_dir()));
    files.all(|entry| {
        count += 1;
        entry.is_ok_and(|entry| says(&entry))
    }) && count == expected.len()
}

/// A folder that waits beside its place.
#[derive(Debug)]
struct NewFolder {
    hidden: Hidden,
    target: PathBuf,
    _made: MadeFolders,
}

impl NewFolder {
    fn fill(root: &Path, folder: &str, files: &BTreeMap<String, Vec<u8>>) -> io::Result<Self> {
        let target = root.join(folder);
        let parent = target.parent().unwrap_or(root);
        let made = MadeFolders::make(parent)?;
        let hidden = Hidden::make(parent)?;
        let inside = hidden.inside();
        fs::create_dir(&inside)?;
        for (path, bytes) in files {
            let Some(below) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) else { continue };
            let path = inside.join(below);
            fs::create_dir_all(path.parent().unwrap_or(&inside))?;
            let mut file = File::create_new(path)?;
            file.write_all(bytes)?;
            file.sync_all()?;
        }
        Ok(Self { hidden, target, _made: made })
    }
}

/// A folder that nobody else may enter, under a name that nobody knows; it goes with all that is in it.
#[derive(Debug)]
pub(super) struct Hidden {
    parent: Folder,
    name: OsString,
    folder: Folder,
    path: PathBuf,
    /// Its mark, locked as long as the run lives: that tells the next one what is dead.
    _mark: File,
}

impl Hidden {
    pub(super) fn make(parent: &Path) -> io::Result<Self> {
        let path = fs::canonicalize(parent)?;
        let parent = Folder::open(&path)?;
        remove_dead(&parent)?;
        loop {
            let name = fresh_name();
            parent.make_private(&name)?;
            match mark(&parent, &name) {
                Ok((folder, mark)) if is_named(&mark, &folder, OsStr::new(MARKER)) => {
                    let path = path.join(&name);
                    return Ok(Self { parent, name, folder, path, _mark: mark });
                }
                // Another run took it for a dead one's before it was locked, or the disk does not say that it is there.
                Ok((folder, _)) => drop(tree::remove_whole(&parent, &name, &folder)),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => {
                    if let Ok(folder) = parent.inner(&name) {
                        let _ = tree::remove_whole(&parent, &name, &folder);
                    }
                    return Err(error);
                }
            }
        }
    }

    /// Where the new folder is until it is whole, and one that goes until it is gone.
    pub(super) fn inside(&self) -> PathBuf {
        self.path.join("nuova")
    }
}

fn mark(parent: &Folder, name: &OsStr) -> io::Result<(Folder, File)> {
    let folder = parent.inner(name)?;
    marker::begin(&folder)?;
    let mark = folder.read(MARKER)?;
    // Disks without locks do without.
    let _ = mark.try_lock();
    Ok((folder, mark))
}

impl Drop for Hidden {
    fn drop(&mut self) {
        let _ = tree::remove_whole(&self.parent, &self.name, &self.folder);
    }
}
