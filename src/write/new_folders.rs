use super::single_file::ADVICE;
use crate::trouble::{Context, Trouble};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Makes new folders below `root` with these files, all of them or none: each path begins with one of the folders.
///
/// # Errors
///
/// When one of the folders is there already, or the disk refuses: nothing is left then.
pub fn new_folders(root: &Path, folders: &[String], files: &BTreeMap<String, Vec<u8>>) -> Result<(), Trouble> {
    for folder in folders {
        if fs::symlink_metadata(root.join(folder)).is_ok() {
            return Err(Trouble::new(
                format!("`{folder}` c'è già: non è stato toccato"),
                "scegliere un altro nome, oppure spostare altrove quello che c'è e ripetere il comando",
            ));
        }
    }
    let mut made: Vec<(TempDir, PathBuf, PathBuf)> = Vec::new();
    for folder in folders {
        let failed = || format!("non è possibile scrivere `{folder}`");
        made.push(fill(root, folder, files).trouble(failed, ADVICE)?);
    }
    for (done, (_, fresh, target)) in made.iter().enumerate() {
        let failed = || format!("non è possibile scrivere `{}`", target.display());
        if let Err(error) = fs::rename(fresh, target) {
            // What has its place already goes back to where it is removed with the rest.
            for (_, fresh, target) in &made[..done] {
                let _ = fs::rename(target, fresh);
            }
            return Err(error).trouble(failed, ADVICE);
        }
    }
    Ok(())
}

/// Fills a folder beside its place: the hidden one that is removed however it ends, the folder in it, and its place.
fn fill(root: &Path, folder: &str, files: &BTreeMap<String, Vec<u8>>) -> io::Result<(TempDir, PathBuf, PathBuf)> {
    let target = root.join(folder);
    let parent = target.parent().unwrap_or(root).to_owned();
    fs::create_dir_all(&parent)?;
    let hidden = tempfile::Builder::new().prefix(".piao-").tempdir_in(&parent)?;
    let fresh = hidden.path().join("nuova");
    fs::create_dir(&fresh)?;
    for (path, bytes) in files {
        let Some(below) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) else { continue };
        let path = fresh.join(below);
        fs::create_dir_all(path.parent().unwrap_or(&fresh))?;
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    Ok((hidden, fresh, target))
}
