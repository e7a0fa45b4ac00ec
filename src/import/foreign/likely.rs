//! Which of many names may be like another one: those that have its rarest letters. Of thousands of names that begin alike, or end so, the letters
//! of the rest tell them apart; each name is held against no more than a few others, however many there are.

use std::collections::{BTreeSet, HashMap};

/// A name is held against all names where there are no more than so many, else against no more than so many.
pub(super) const MOST: usize = 256;
/// So many places of names are looked at for one that is meant.
const LOOKED_AT: usize = 8 * MOST;

/// Three neighbouring letters of a name.
type Letters = [char; 3];

/// The names of rows by their letters.
#[derive(Clone, Debug, Default)]
pub(super) struct LikelyNames {
    rows: usize,
    by_letters: HashMap<Letters, Vec<usize>>,
}

impl LikelyNames {
    /// Adds a row with its folded names.
    pub(super) fn push<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        let letters: BTreeSet<Letters> = names.flat_map(letters).collect();
        for letters in letters {
            self.by_letters.entry(letters).or_default().push(self.rows);
        }
        self.rows += 1;
    }

    /// The rows, in their order, whose names may be like a folded one and of which a test holds.
    pub(super) fn likely(&self, name: &str, is_meant: impl Fn(usize) -> bool) -> BTreeSet<usize> {
        if self.rows <= MOST {
            return (0..self.rows).filter(|row| is_meant(*row)).collect();
        }
        let letters: BTreeSet<Letters> = letters(name).collect();
        let mut having: Vec<&Vec<usize>> = letters.iter().filter_map(|letters| self.by_letters.get(letters)).collect();
        having.sort_by_key(|rows| rows.len());
        let mut found = BTreeSet::new();
        for row in having.into_iter().flatten().take(LOOKED_AT) {
            if found.len() == MOST {
                break;
            }
            if is_meant(*row) {
                found.insert(*row);
            }
        }
        found
    }
}

/// The letters of a name by threes, the end of a word before and behind it.
fn letters(name: &str) -> impl Iterator<Item = Letters> + use<> {
    let padded: Vec<char> = [' '].into_iter().chain(name.chars()).chain([' ']).collect();
    let threes: Vec<Letters> = padded.windows(3).filter_map(|three| three.try_into().ok()).collect();
    threes.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_of_many_names_are_held_against_one_and_the_likest_are_among_them() {
        let name =
            |row: usize| format!("scuola primaria statale di via giuseppe garibaldi {:06}", row * 7_919 % 1_000_003);
        let mut looked_at = Vec::new();
        for count in [MOST, 2_000, 4_000, 8_000] {
            let mut names = LikelyNames::default();
            for row in 0..count {
                names.push(std::iter::once(name(row).as_str()));
            }
            let mut most = 0;
            for row in (0..count).step_by(97) {
                let own = name(row);
                let slips =
                    [own.replace("primaria", "prmaria"), own.replace("statale", "statael"), format!("{own}x"), own];
                for slip in slips {
                    let found = names.likely(&slip, |_| true);
                    assert!(found.contains(&row), "{slip}");
                    most = most.max(found.len());
                }
            }
            looked_at.push(most);
        }
        assert!(looked_at.iter().all(|most| *most <= MOST), "{looked_at:?}");
    }

    #[test]
    fn what_is_not_meant_is_left_out() {
        let mut names = LikelyNames::default();
        for row in 0..3 * MOST {
            names.push(std::iter::once(format!("ufficio {row}").as_str()));
        }
        let found = names.likely("ufficio 300", |row| row > 299 && row < 305);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [300, 301, 302, 303, 304]);
    }
}
