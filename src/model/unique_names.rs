//! Names of which none is twice the same, as folders and addresses need them.

use std::collections::{HashMap, HashSet};

/// The names that were given so far; of equal ones the second is numbered `-2`, the third `-3`.
#[derive(Debug, Default)]
pub struct UniqueNames {
    taken: HashSet<String>,
    /// The last number that each name was tried with: the next takes up where the one before ended, so that of many equal ones none is
    /// looked for from the beginning.
    tried: HashMap<String, usize>,
}

impl UniqueNames {
    /// None so far, where some are those of others.
    pub fn besides<'a>(others: impl IntoIterator<Item = &'a str>) -> Self {
        Self { taken: others.into_iter().map(str::to_owned).collect(), tried: HashMap::new() }
    }

    /// Gives a name: this one, or it with the first number that makes it one that was not given and that `is_fit`.
    pub fn give(&mut self, name: &str, is_fit: impl Fn(&str) -> bool) -> String {
        if is_fit(name) && self.taken.insert(name.to_owned()) {
            return name.to_owned();
        }
        let number = self.tried.entry(name.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let numbered = format!("{name}-{number}");
            if is_fit(&numbered) && self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_given_twice() {
        let mut names = UniqueNames::besides(["b"]);
        let given = ["a-3", "a", "a", "a", "a-2", "b", "nul"].map(|name| names.give(name, |name| name != "nul"));
        assert_eq!(given, ["a-3", "a", "a-2", "a-4", "a-2-2", "b-2", "nul-2"]);
    }

    /// Numbers that were tried for one are not tried for the next: else this would not end.
    #[test]
    fn many_equal_ones_are_numbered_one_after_the_other() {
        let mut names = UniqueNames::default();
        let last = (0..300_000).map(|_| names.give("uguale", |_| true)).last();
        assert_eq!(last.as_deref(), Some("uguale-300000"));
    }
}
