use super::folder::{FILE_MODE, Identity};
use super::made_folders::MadeFolders;
use super::replacement::{Replacement, Replacements};
use super::single_file::{ADVICE, Replaceable, SingleFile, place_of, replaceable};
use super::target_folder::refuse_own_folders;
use crate::trouble::{Context, Trouble};
use std::ffi::OsString;
use std::fs;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

/// A single file being written beside its target, whose place it takes whole; dropping it without [`NewFile::commit`] leaves nothing.
#[derive(Debug)]
pub struct NewFile {
    file: SingleFile,
    name: OsString,
    before: Option<Identity>,
    shown: String,
    made: MadeFolders,
}

impl NewFile {
    /// Begins to write `target`, where there may stand nothing, or a plain file that is `ours`;
    /// missing parent folders are created.
    ///
    /// # Errors
    ///
    /// When anything else is there or the target lies in the data of the folder `root`, or the disk refuses.
    pub fn begin(root: &Path, target: &Path, ours: &Replaceable<'_>) -> Result<Self, Trouble> {
        let shown = target.display().to_string();
        if fs::symlink_metadata(target).is_ok_and(|there| there.is_dir()) {
            return Err(Trouble::new(
                format!("`{shown}` è una cartella, non un file"),
                "indicare con --uscita un file",
            ));
        }
        let target = refuse_own_folders(root, target, &shown)?;
        let (folder, name, made) = place_of(&target, &shown)?;
        let before = replaceable(&folder, &name, &shown, ours)?.map(|seen| seen.identity);
        let file =
            SingleFile::begin(folder, FILE_MODE).trouble(|| format!("non è possibile scrivere `{shown}`"), ADVICE)?;
        Ok(Self { file, name, before, shown, made })
    }

    /// Lets the content be written; what it gives is given once all of it was taken by the system.
    ///
    /// # Errors
    ///
    /// When the writing fails, or the disk refuses.
    pub fn fill<T>(
        &mut self,
        write: impl FnOnce(&mut BufWriter<&mut fs::File>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let mut writer = BufWriter::new(&mut self.file.file);
        let given = write(&mut writer)?;
        writer.flush().trouble(|| format!("non è possibile scrivere `{}`", self.shown), ADVICE)?;
        Ok(given)
    }

    /// Writes the whole content.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let written = self.file.file.write_all(bytes);
        written.trouble(|| format!("non è possibile scrivere `{}`", self.shown), ADVICE)
    }

    /// The content so far, from its beginning.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn reread(&mut self) -> Result<&fs::File, Trouble> {
        let file = &mut self.file.file;
        file.seek(SeekFrom::Start(0)).trouble(|| format!("non è possibile rileggere `{}`", self.shown), ADVICE)?;
        Ok(file)
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or something else has meanwhile been put there: what is there is then untouched.
    pub fn commit(self) -> Result<(), Trouble> {
        Self::commit_all([Ok(self)])
    }

    /// Puts files in their places, all of them or none, once all are written.
    ///
    /// # Errors
    ///
    /// The first that is among them; as for one.
    pub fn commit_all(files: impl IntoIterator<Item = Result<Self, Trouble>>) -> Result<(), Trouble> {
        let mut all = Replacements::default();
        for file in files {
            let it = file?;
            all.push(Replacement::of(it.file, it.name, it.before, it.shown, it.made));
        }
        all.take_places()
    }
}
