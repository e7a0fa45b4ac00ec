//! Whether there is memory for what is going to be done: without it the system would end the program in the middle, with no word of why.

use crate::trouble::Trouble;

/// How many bytes of memory a byte of data takes, at most, while a folder is read and checked. What was measured of files of every hostile
/// shape is in `docs/promesse.md`: besides the six times, up to some 140 MB.
const TIMES: usize = 6;

/// What a file may take besides, in bytes: a list of a hundred thousand short names, which is ten times its length in memory, is read.
const BESIDES: usize = 64_000_000;

/// What all files may take besides, in bytes: where there are many, each has its part.
const BESIDES_IN_ALL: usize = 768_000_000;

/// How much memory the data of a folder may take once they are read: in proportion to the length of their files, so that a file of many
/// small records, which takes forty times its length, is refused before it is in memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// For each file besides its length, in bytes.
    besides: usize,
}

impl Room {
    /// For so many files.
    pub(super) fn of(files: usize) -> Self {
        Self { besides: (BESIDES_IN_ALL / files.max(1)).min(BESIDES) }
    }

    /// For one of them, of so many bytes, in bytes.
    pub(super) fn of_file(self, bytes: usize) -> usize {
        // One more takes the text itself.
        (TIMES - 1).saturating_mul(bytes).saturating_add(self.besides)
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
    use crate::load::syntax::parse;

    #[test]
    fn files_have_room_in_proportion_to_their_length_and_a_part_of_some() {
        let of = |files, bytes| Room::of(files).of_file(bytes);
        assert_eq!((of(1, 10_000_000), of(12, 0)), (114_000_000, 64_000_000));
        assert_eq!((of(768, 500), of(0, 0)), (1_002_500, 64_000_000));
    }

    /// As many programs as the largest annex that is measured has, each of some hundred letters.
    #[test]
    fn a_hundred_thousand_programs_have_room() {
        let program = "- nome: Protocollo informatico e gestione documentale\n  scopo: Registrare ciò che arriva e ciò che parte\n";
        let weight = parse(program).expect("a list").weight();
        assert!(100_000 * weight <= Room::of(12).of_file(100_000 * program.len()), "{weight}");
        let empty = parse("- {}\n").expect("a list").weight();
        assert!(100_000 * empty > Room::of(1).of_file(100_000 * 5), "{empty}");
    }

    #[test]
    fn what_is_more_than_there_can_be_is_refused() {
        assert!(for_data(1_000_000).is_ok() && has_room(0));
        let refused = for_data(isize::MAX.unsigned_abs() / 2).unwrap_err();
        assert!(refused.to_string().starts_with("la memoria non basta per leggere i dati"), "{refused}");
    }
}
