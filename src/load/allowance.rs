//! How much text may be parsed again while the faults of a file are searched for.

use std::cell::Cell;

/// Bytes that may still be given to the parser: where they are spent, the search ends, so that a file that is broken everywhere takes
/// a time that grows with its length.
pub(super) struct Allowance(Cell<usize>);

/// What is allowed whatever the size of the file: enough for every search in a file of usual size.
const SEARCH: usize = 4 * 1024 * 1024;
const TRIALS: usize = 16 * 1024 * 1024;

impl Allowance {
    /// For the search of the parts of `text` that cannot be read.
    pub(super) fn of_search(text: &str) -> Self {
        Self(Cell::new(SEARCH + 4 * text.len()))
    }

    /// For the mistakes that are supposed in the broken parts of `text`.
    pub(super) fn of_trials(text: &str) -> Self {
        Self(Cell::new(TRIALS + 8 * text.len()))
    }

    /// Takes away what is to be parsed; says whether there was so much.
    pub(super) fn take(&self, bytes: usize) -> bool {
        let left = self.0.get().checked_sub(bytes);
        self.0.set(left.unwrap_or(self.0.get()));
        left.is_some()
    }

    /// What is left, in bytes.
    #[cfg(test)]
    pub(super) fn left(&self) -> usize {
        self.0.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_parsed_than_is_allowed() {
        let allowance = Allowance::of_search("a: b");
        assert!(allowance.take(SEARCH + 10) && !allowance.take(7));
        assert!(allowance.take(6) && !allowance.take(1));
    }
}
