use crate::load::{Loaded, Memory, load, load_after, program_fingerprint};
use crate::trouble::Trouble;
use crate::write::{folder_key, keep, read_kept};
use std::path::Path;

/// With fewer records, to parse them takes no longer than to look for what they say.
const WORTH_IT: usize = 1_000;

/// Reads the folder of an administration; what the records of a large one say is kept in a folder of the user's cache, so that the next
/// reading parses only those that changed. `None` = nothing is kept.
///
/// # Errors
///
/// As for [`load`].
pub fn load_kept(root: &Path, kept: Option<&Path>) -> Result<Loaded, Trouble> {
    let Some((kept, name, program)) = kept.and_then(|kept| Some((kept, folder_key(root)?, program_fingerprint()?)))
    else {
        return load(root);
    };
    let earlier = read_kept(kept, &name).and_then(|bytes| Memory::from_bytes(&program, &bytes)).unwrap_or_default();
    let (loaded, memory) = load_after(root, &earlier)?;
    if memory.len() >= WORTH_IT && !memory.is_like(&earlier) {
        keep(kept, &name, &memory.to_bytes(&program));
    }
    Ok(loaded)
}
