use crate::model::fold;
use std::collections::HashMap;

/// How alike two names must be to be those of one record, in thousandths.
const ENOUGH: usize = 720;
/// Above so many pairs of records only names that are equal are looked at: the rest would take too long.
const MOST_PAIRS: usize = 1_000_000;

/// A name, ready to be compared with many others.
pub(super) struct Likeness {
    /// Each pair of neighbouring letters of a word, and how many times it stands there.
    pairs: HashMap<(char, char), usize>,
    count: usize,
}

impl Likeness {
    pub(super) fn of(name: &str) -> Self {
        let mut pairs = HashMap::new();
        let mut count = 0;
        for word in fold(name).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            // The beginning of a word counts as a pair, so that words of one letter have one.
            for pair in std::iter::once(' ').chain(word.chars()).zip(word.chars()) {
                *pairs.entry(pair).or_default() += 1;
                count += 1;
            }
        }
        Self { pairs, count }
    }

    /// How much of the two names is in both, in thousandths: 1000 = the same pairs of letters.
    fn with(&self, other: &Self) -> usize {
        let shared = self.pairs.iter().map(|(pair, count)| *count.min(other.pairs.get(pair).unwrap_or(&0)));
        let (shared, all) = (shared.sum::<usize>(), self.count + other.count);
        (2000 * shared).checked_div(all).unwrap_or_default()
    }
}

/// Whether two names are so alike that they are most probably those of one record.
pub fn are_alike(one: &str, other: &str) -> bool {
    Likeness::of(one).with(&Likeness::of(other)) >= ENOUGH
}

/// Pairs of records that are one under two names, the most alike first taken; each record is in one pair at most.
///
/// Both lists hold rows with their names. The result does not depend on anything but names and order.
pub(super) fn alike(earlier: &[(usize, Likeness)], later: &[(usize, Likeness)]) -> Vec<(usize, usize)> {
    if earlier.len().saturating_mul(later.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (new, name) in later {
        for (old, other) in earlier {
            let likeness = other.with(name);
            if likeness >= ENOUGH {
                found.push((likeness, *old, *new));
            }
        }
    }
    found.sort_by(|a, b| (b.0, a.2, a.1).cmp(&(a.0, b.2, b.1)));
    let (mut olds, mut news) = (std::collections::HashSet::new(), std::collections::HashSet::new());
    let mut pairs = Vec::new();
    for (_, old, new) in found {
        if !olds.contains(&old) && !news.contains(&new) {
            olds.insert(old);
            news.insert(new);
            pairs.push((old, new));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(earlier: &[&str], later: &[&str]) -> Vec<(usize, usize)> {
        let list = |names: &[&str]| names.iter().map(|name| Likeness::of(name)).enumerate().collect::<Vec<_>>();
        alike(&list(earlier), &list(later))
    }

    #[test]
    fn a_name_that_is_nearly_the_same_is_the_same() {
        assert_eq!(pairs(&["Gestione delle presenze"], &["Gestione presenze"]), [(0, 0)]);
        assert_eq!(pairs(&["Biblioteca C. Pavese"], &["Nidi d'infanzia"]), []);
        assert_eq!(pairs(&["Servizio Entrate"], &["Servizio Tributi"]), []);
    }

    #[test]
    fn the_most_alike_are_taken_first() {
        assert_eq!(pairs(&["Rilascio carte", "Rilascio carte identità"], &["Rilascio carta identità"]), [(1, 0)]);
        assert_eq!(pairs(&[""], &[""]), []);
    }
}
