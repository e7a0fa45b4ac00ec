use super::folder::{Folder, Identity, random_digits};
use super::marker::{MARKER, Marker, is_unfinished};
use super::previous_site::PreviousSite;
use super::staging::{Staging, WRITE};
use super::standing_site::StandingSite;
use super::swap::{Names, swap};
use super::tree;
use super::twin::{Change, Twin, WORTH_IT, remove_stale};
use crate::trouble::{Context, Trouble};
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// What a [`Staging::commit`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many files the site has.
    pub files: usize,
    /// The bytes of those that were put into it.
    pub bytes: u64,
    /// Whether an older site was replaced.
    pub replaced: bool,
    /// Where the old site remains, when it could not be removed whole; its content is no longer published.
    pub left_behind: Option<PathBuf>,
    /// What the next run may know of it, where it is to be remembered.
    pub standing: Option<StandingSite>,
}

impl Staging {
    /// Puts the new site in the place of the old one, in one step where the system can, and then removes the old one, or leaves it as the
    /// twin of the new one. Both the new site and its being there are on the disk before the old one goes.
    ///
    /// # Errors
    ///
    /// When somebody has meanwhile put something into the target or in its place, or the disk refuses: what is there is then untouched.
    pub fn commit(mut self) -> Result<Summary, Trouble> {
        let (marker, anew, bytes) = {
            let mut written = self.written();
            let paths = std::mem::take(&mut written.paths);
            (Marker { paths }, std::mem::take(&mut written.anew), written.bytes)
        };
        self.end(&marker).trouble(|| self.unwritten(MARKER), WRITE)?;
        let now = self.still_there()?;
        let expected = self.begun.previous.still(&now, &self.place.shown)?;
        let old_name = self.place.beside(&format!("{}.old", random_digits()));
        let names = Names { staging: &self.begun.name, target: &self.place.name, old: &old_name };
        let moved =
            self.begun.folder.set_mode(self.begun.folder_mode).and_then(|()| swap(&self.beside, names, expected));
        let moved = moved.trouble(
            || format!("non è possibile mettere il nuovo sito al posto di `{}`", self.place.shown),
            "controllare i permessi, e che nessun altro scriva lì; se la cartella è un disco montato, indicare con --uscita una cartella al suo interno",
        )?.map(OsStr::to_owned);
        self.finished = true;
        // Where names cannot be waited for, the system writes them in its own time.
        let _ = self.beside.flush_names();
        let change = Change { before: &now.marker, after: &marker, written: &anew };
        let settled = moved.as_ref().map(|name| self.settle(name, expected, change));
        let (twin, left_behind) = match settled.transpose() {
            Ok(twin) => (twin.flatten(), None),
            Err(_) => (None, moved.as_ref().map(|name| self.place.parent.join(name))),
        };
        let replaced = moved.is_some() && !now.marker.paths.is_empty();
        let standing = if self.is_remembered { self.standing(&marker, twin) } else { None };
        Ok(Summary { files: marker.paths.len(), bytes, replaced, left_behind, standing })
    }

    /// Brings the new site to its end: nothing in it but its files, its list, all of it on the disk.
    fn end(&self, marker: &Marker) -> io::Result<()> {
        let folder = &self.begun.folder;
        if self.begun.is_twin {
            remove_stale(folder, &self.begun.previous.marker, marker)?;
        }
        marker.write(folder)?;
        folder.flush(marker.paths.iter().map(String::as_str))
    }

    /// The site that is in the target now, in which nobody has put anything.
    fn still_there(&self) -> Result<PreviousSite, Trouble> {
        if let (Some(known), Ok(folder)) = (&self.begun.known, self.beside.inner(&self.place.name))
            && known.has_same_names(&folder, &self.begun.previous.marker)
        {
            let marker = Marker { paths: self.begun.previous.marker.paths.clone() };
            return Ok(PreviousSite { folder: Some(folder), marker });
        }
        PreviousSite::find(&self.place, &self.beside)
    }

    /// Makes the old site, which has this name now, the twin of the new one, where that is worth it and can be done; removes it otherwise.
    fn settle(&self, name: &OsStr, expected: Option<Identity>, change: Change<'_>) -> io::Result<Option<Twin>> {
        let old = self.old(name, expected)?;
        // Where two names cannot be exchanged, a twin would be of no use.
        let is_worth_it = self.is_remembered && self.lock.is_exclusive() && name == self.begun.name;
        if is_worth_it && change.after.paths.len() >= WORTH_IT {
            let known = self.begun.known.as_ref();
            // Nobody has put anything into it at the last moment, either.
            let is_known = known.is_some_and(|known| known.has_same_names(&old, change.before));
            if let Ok(twin) = Twin::left_by(name, &old, &self.begun.folder, change, is_known) {
                return Ok(Some(twin));
            }
            if is_unfinished(&old) {
                return tree::remove_whole(&self.beside, name, &old).map(|()| None);
            }
        }
        tree::remove_listed(&self.beside, name, &old, change.before).map(|()| None)
    }

    /// The old site, which has this name now: opened anew, because where a folder is known by its path, that of the old one now leads to
    /// the new one.
    fn old(&self, name: &OsStr, expected: Option<Identity>) -> io::Result<Folder> {
        let old = self.beside.inner(name)?;
        if Some(old.identity()?) == expected { Ok(old) } else { Err(ErrorKind::AlreadyExists.into()) }
    }

    /// What the next run may know of the site that was just written.
    fn standing(&self, marker: &Marker, twin: Option<Twin>) -> Option<StandingSite> {
        let folder = self.beside.inner(&self.place.name).ok()?;
        StandingSite::of(&folder, marker, twin)
    }
}
