//! A folder whose site is large enough for a twin.

use crate::folder::Folder;
use std::path::{Path, PathBuf};

/// The starter with a theme of so many files that its site has a twin.
pub fn large_starter() -> Folder {
    let folder = Folder::starter();
    for number in 0..1_000 {
        // Few folders: what they cost is the time of these tests.
        folder.write(&format!("/themes/largo/static/molti/{}/{}.txt", number / 100, number % 100), "uguale");
    }
    folder.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: largo");
    folder
}

/// What stands beside the target of the folder.
pub fn beside(root: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.to_string_lossy().contains(".public.piao-")).collect()
}
