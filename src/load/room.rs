//! Whether there is memory for what is going to be done: without it the system would end the program in the middle, with no word of why.

use crate::trouble::Trouble;

/// How many bytes of memory a byte of data takes, at most, while a folder is read and checked.
const TIMES: usize = 6;

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
pub fn has_room(bytes: usize) -> bool {
    Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_more_than_there_can_be_is_refused() {
        assert!(for_data(1_000_000).is_ok() && has_room(0));
        let refused = for_data(isize::MAX.unsigned_abs() / 2).unwrap_err();
        assert!(refused.to_string().starts_with("la memoria non basta per leggere i dati"), "{refused}");
    }
}
