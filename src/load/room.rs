//! Whether there is memory for what is going to be done: without it the system would end the program in the middle, with no word of why.

use crate::trouble::Trouble;

/// How many bytes of memory a byte of data takes, at most, while a folder is read and checked.
const TIMES: usize = 6;

/// What is read of however little data, in bytes: a file of few bytes may hold more than its length says.
const LEAST: usize = 40_000_000;

/// The same of one file, in bytes, whatever stands in the others.
const LEAST_OF_FILE: usize = 1_000_000;

/// How much memory the data of a folder may take once they are read: in proportion to the length of their files, so that a file of many
/// small records, which takes forty times its length, is refused before it is in memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// For each byte of a file, in bytes.
    times: usize,
}

impl Room {
    /// For files of so many bytes in all.
    pub(super) fn of(bytes: usize) -> Self {
        // One more takes the text itself.
        Self { times: (LEAST / bytes.max(1)).max(TIMES - 1) }
    }

    /// For one of them, in bytes.
    pub(super) fn of_file(self, bytes: usize) -> usize {
        self.times.saturating_mul(bytes).max(LEAST_OF_FILE)
    }
}

/// Asks for the memory in which so many bytes of data are read and checked.
///
/// # Errors
///
/// When the system does not give it.
pub(super) fn for_data(bytes: usize) -> Result<(), Trouble> {
    if has_room(bytes.saturating_mul(TIMES)) {
        return Ok(());
    }
    Err(Trouble::new(
        format!("la memoria non basta per leggere i dati, che sono di {} MB", bytes.div_ceil(1_000_000)),
        "chiudere altri programmi, o chiedere a chi cura il sistema di alzare il limite di memoria",
    ))
}

/// Whether so many bytes of memory can be had. They are asked for and given back, never touched.
fn has_room(bytes: usize) -> bool {
    Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_room_in_proportion_to_their_length() {
        let of = |all, file| Room::of(all).of_file(file);
        assert_eq!(of(20_000_000, 10_000_000), 50_000_000);
        assert_eq!((of(1_000_000, 1_000_000), of(1_000_000, 50_000)), (40_000_000, 2_000_000));
        assert_eq!((of(0, 0), of(20_000_000, 500)), (1_000_000, 1_000_000));
    }

    #[test]
    fn what_is_more_than_there_can_be_is_refused() {
        assert!(for_data(1_000_000).is_ok() && has_room(0));
        let refused = for_data(isize::MAX.unsigned_abs() / 2).unwrap_err();
        assert!(refused.to_string().starts_with("la memoria non basta per leggere i dati"), "{refused}");
    }
}
