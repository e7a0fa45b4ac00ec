use crate::load::program_fingerprint;
use crate::memo::Memo;
use crate::write::{folder_key, keep, read_kept};
use std::path::{Path, PathBuf};

/// Less than so many bytes is sooner made than read again.
const WORTH_IT: usize = 256 * 1024;

/// What took time to be made of the data of a large folder, kept in a folder of the user's cache, so that the next build makes only what
/// changed.
#[derive(Debug, Default)]
pub struct KeptData {
    memo: Memo,
    place: Option<Place>,
}

/// Where it is kept, under which name, by which program.
#[derive(Debug)]
struct Place {
    folder: PathBuf,
    name: String,
    program: String,
}

impl KeptData {
    /// What is kept of the folder of an administration. `None` = nothing is kept.
    pub fn of(root: &Path, kept: Option<&Path>) -> Self {
        let place = |kept: &Path| {
            let (name, program) = (folder_key(root)?, program_fingerprint()?);
            Some(Place { folder: kept.to_owned(), name, program })
        };
        let Some(place) = kept.and_then(place) else { return Self::default() };
        let bytes = read_kept(&place.folder, &place.name);
        Self { memo: Memo::keeping(&place.program, bytes.as_deref()), place: Some(place) }
    }

    /// What was made before.
    pub fn memo(&self) -> &Memo {
        &self.memo
    }

    /// Keeps what this build asked for.
    pub fn keep(self) {
        let Some(Place { folder, name, program }) = self.place else { return };
        if let Some(bytes) = self.memo.to_bytes(&program, WORTH_IT) {
            keep(&folder, &name, &bytes);
        }
    }
}
