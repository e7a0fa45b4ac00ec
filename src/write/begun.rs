use super::folder::{FOLDER_MODE, Folder, random_digits};
use super::lock::Lock;
use super::marker::{self, MARKER};
use super::previous_site::PreviousSite;
use super::recovery;
use super::staging::WRITE;
use super::standing_site::StandingSite;
use super::target_folder::TargetFolder;
use super::tree;
use crate::trouble::{Context, Trouble};
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

/// What a run that holds the lock begins with.
#[derive(Debug)]
pub(super) struct Begun {
    /// The folder in which the new site is written, and its name beside the target.
    pub(super) name: OsString,
    pub(super) folder: Folder,
    /// Who may read a file and a folder that are made now.
    pub(super) file_mode: u32,
    pub(super) folder_mode: u32,
    pub(super) previous: PreviousSite,
    /// The old site, where it is as the last run left it.
    pub(super) known: Option<StandingSite>,
    /// Whether the folder holds the old site already.
    pub(super) is_twin: bool,
}

impl Begun {
    /// Puts right what interrupted runs left, looks at the site that is there, and makes the folder of the new one, or takes the twin of
    /// the old one for it.
    pub(super) fn of(
        place: &TargetFolder,
        beside: &Folder,
        lock: &Lock,
        last: Option<&StandingSite>,
    ) -> Result<Self, Trouble> {
        let last = last.filter(|_| lock.is_exclusive());
        let known = last.and_then(|last| Some((last, last.in_target(place, beside)?)));
        let twin = known.as_ref().and_then(|(last, site)| {
            let twin = last.twin.as_ref()?;
            Some((OsString::from(&twin.name), twin.as_left(beside, &site.marker)?))
        });
        if lock.is_exclusive() {
            recovery::recover(place, beside, twin.as_ref().map(|(name, _)| name.as_os_str()))?;
        }
        let (known, previous) = match known {
            Some((known, previous)) => (Some(known.clone()), previous),
            None => (None, PreviousSite::find(place, beside)?),
        };
        if let Some((name, folder)) = twin {
            if let Some((file_mode, folder_mode)) = modes_of_twin(&folder, &previous) {
                return Ok(Self { name, folder, file_mode, folder_mode, previous, known, is_twin: true });
            }
            let _ = tree::remove_whole(beside, &name, &folder);
        }
        let name = place.beside(&random_digits());
        let failed = || format!("non è possibile scrivere accanto a `{}`", place.shown);
        beside.make_private(&name).trouble(failed, WRITE)?;
        match open_marked(beside, &name) {
            Ok((folder, file_mode, folder_mode)) => {
                Ok(Self { name, folder, file_mode, folder_mode, previous, known, is_twin: false })
            }
            Err(error) => {
                if let Ok(folder) = beside.inner(&name) {
                    let _ = tree::remove_whole(beside, &name, &folder);
                }
                Err(error).trouble(failed, WRITE)
            }
        }
    }
}

/// The new folder of this name, marked before anything else is in it, and who may read a file and a folder that are made in it.
fn open_marked(beside: &Folder, name: &OsStr) -> io::Result<(Folder, u32, u32)> {
    let folder = beside.inner(name)?;
    let file_mode = marker::begin(&folder)?;
    let folder_mode = folder_mode(&folder)?;
    Ok((folder, file_mode, folder_mode))
}

/// How the mask of this process and the disk let a new folder be, which is only seen on one.
fn folder_mode(folder: &Folder) -> io::Result<u32> {
    let sample = OsStr::new(".piao-prova");
    folder.make(Path::new(sample))?;
    let mode = folder.look(sample)?.map_or(FOLDER_MODE, |seen| seen.mode);
    folder.remove_folder(sample)?;
    Ok(mode)
}

/// Marks the twin of the old site as one that is being written, and gives who may read a file and a folder that are made in it: `None`
/// where these are others than those who may read the old site.
fn modes_of_twin(folder: &Folder, previous: &PreviousSite) -> Option<(u32, u32)> {
    let modes = (marker::begin_again(folder).ok()?, folder_mode(folder).ok()?);
    let old = previous.folder.as_ref()?;
    let mode = |path: &str| Some(old.look(path).ok()??.mode);
    (modes == (mode(MARKER)?, mode(".")?)).then_some(modes)
}
