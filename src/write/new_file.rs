use super::target_folder::refuse_own_folders;
use crate::trouble::{Context, Trouble};
use std::fs;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A single file being written beside its target, whose place it takes whole; dropping it without [`NewFile::commit`] leaves nothing.
#[derive(Debug)]
pub struct NewFile {
    file: NamedTempFile,
    target: PathBuf,
    shown: String,
}

const ADVICE: &str = "controllare lo spazio libero sul disco e i permessi della cartella";

impl NewFile {
    /// Begins to write `target`; missing parent folders are created.
    ///
    /// # Errors
    ///
    /// When the target is a folder or lies in the data of the folder `root`, or the disk refuses.
    pub fn begin(root: &Path, target: &Path) -> Result<Self, Trouble> {
        let shown = target.display().to_string();
        if target.is_dir() || target.file_name().is_none() {
            return Err(Trouble::new(
                format!("`{shown}` è una cartella, non un file"),
                "indicare con --uscita un file",
            ));
        }
        let target = refuse_own_folders(root, target, &shown)?;
        let parent = target.parent().map_or_else(|| PathBuf::from("."), Path::to_owned);
        let failed = || format!("non è possibile scrivere `{shown}`");
        fs::create_dir_all(&parent).trouble(failed, ADVICE)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".piao-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // A file for others to read, as far as the system lets new files be.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(&parent).trouble(failed, ADVICE)?;
        Ok(Self { file, target, shown })
    }

    /// Where the content goes.
    pub fn writer(&mut self) -> impl Write + Seek + '_ {
        BufWriter::new(self.file.as_file_mut())
    }

    /// The content so far, from its beginning.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn reread(&mut self) -> Result<&fs::File, Trouble> {
        let file = self.file.as_file_mut();
        file.seek(SeekFrom::Start(0)).trouble(|| format!("non è possibile rileggere `{}`", self.shown), ADVICE)?;
        Ok(file)
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    ///
    /// When the disk refuses: what was there before is then untouched.
    pub fn commit(self) -> Result<(), Trouble> {
        let failed = || format!("non è possibile scrivere `{}`", self.shown);
        self.file.as_file().sync_all().trouble(failed, ADVICE)?;
        self.file.persist(&self.target).map_err(|error| error.error).trouble(failed, ADVICE)?;
        Ok(())
    }
}
