use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Puts `staging` in the place of `target` and gives the path where the old target now stands, if there was one.
///
/// On Linux in one step. Where the system or the disk cannot, with two renames through `old_folder`; if the second fails,
/// the first is undone, and if the program dies between them the next run puts `old_folder` back.
pub(super) fn swap(staging: &Path, target: &Path, old_folder: &Path) -> io::Result<Option<PathBuf>> {
    if !target.exists() {
        fs::rename(staging, target)?;
        return Ok(None);
    }
    match exchange(staging, target) {
        Ok(true) => Ok(Some(staging.to_owned())),
        Ok(false) => two_renames(staging, target, old_folder).map(Some),
        Err(error) => Err(error),
    }
}

/// Exchanges two folders in one step; `false` where that cannot be done here.
#[cfg(target_os = "linux")]
fn exchange(staging: &Path, target: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, staging, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps)] // The same signature as on Linux.
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

fn two_renames(staging: &Path, target: &Path, old_folder: &Path) -> io::Result<PathBuf> {
    fs::rename(target, old_folder)?;
    if let Err(error) = fs::rename(staging, target) {
        fs::rename(old_folder, target)?;
        return Err(error);
    }
    Ok(old_folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_renames_replace_the_folder_and_keep_the_old_one() {
        let parent = tempfile::tempdir().unwrap();
        let [staging, target, old_folder] = ["new", "site", "old"].map(|name| parent.path().join(name));
        for folder in [&staging, &target] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join("page"), folder.display().to_string()).unwrap();
        }
        assert_eq!(two_renames(&staging, &target, &old_folder).unwrap(), old_folder);
        assert_eq!(fs::read_to_string(target.join("page")).unwrap(), staging.display().to_string());
        assert_eq!(fs::read_to_string(old_folder.join("page")).unwrap(), target.display().to_string());
    }

    #[test]
    fn when_the_second_rename_fails_the_first_is_undone() {
        let parent = tempfile::tempdir().unwrap();
        let [staging, target, old_folder] = ["new", "site", "old"].map(|name| parent.path().join(name));
        fs::create_dir(&target).unwrap();
        fs::write(target.join("page"), "old").unwrap();
        assert!(two_renames(&staging, &target, &old_folder).is_err());
        assert_eq!(fs::read_to_string(target.join("page")).unwrap(), "old");
        assert!(!old_folder.exists());
    }
}
