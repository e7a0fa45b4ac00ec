use crate::load::{Loaded, Memory, load, load_after, program_fingerprint};
use crate::trouble::Trouble;
use crate::write::{folder_key, keep, read_kept};
use std::path::{Path, PathBuf};

/// With fewer records, to parse them takes no longer than to look for what they say: a check of 60 processes takes four fifths of the time
/// where they are known.
const WORTH_IT: usize = 50;

/// What the records of a large folder say, kept in a folder of the user's cache, so that the next reading parses only those that changed.
#[derive(Debug, Default)]
pub struct KeptReading {
    /// Nothing where what is kept says the same.
    new: Option<New>,
}

/// What is to be kept, and where.
#[derive(Debug)]
struct New {
    memory: Memory,
    folder: PathBuf,
    name: String,
    program: String,
}

impl KeptReading {
    /// Reads the folder of an administration; `None` = nothing is kept.
    ///
    /// # Errors
    ///
    /// As for [`load`].
    pub fn load(root: &Path, kept: Option<&Path>) -> Result<(Loaded, Self), Trouble> {
        let Some((folder, name, program)) =
            kept.and_then(|kept| Some((kept, folder_key(root)?, program_fingerprint()?)))
        else {
            return Ok((load(root)?, Self::default()));
        };
        let earlier = read_kept(folder, &name).and_then(|bytes| Memory::from_bytes(&program, &bytes));
        let earlier = earlier.unwrap_or_default();
        let (loaded, memory) = load_after(root, &earlier)?;
        let is_new = memory.len() >= WORTH_IT && !memory.is_like(&earlier);
        Ok((loaded, Self { new: is_new.then(|| New { memory, folder: folder.to_owned(), name, program }) }))
    }

    /// Keeps it for the next reading.
    pub fn keep(self) {
        if let Some(New { memory, folder, name, program }) = self.new {
            keep(&folder, &name, &memory.to_bytes(&program));
        }
    }
}
