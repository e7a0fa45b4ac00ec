//! A row below the headings that says in what their columns count, or letters them: `n.`, `gg/sett.`, `(a)`, `(b)`. It is no record.

use super::body::Body;
use crate::model::fold;

/// Units of numbers and of answers, folded.
const UNITS: [&str; 20] = [
    "n",
    "nr",
    "num",
    "numero",
    "n unita",
    "unita",
    "gg",
    "giorni",
    "giornate",
    "gg sett",
    "giorni settimana",
    "gg mese",
    "ore",
    "euro",
    "si no",
    "s n",
    "si no in parte",
    "testo",
    "data",
    "percentuale",
];
/// Units that are signs.
const SIGNS: [&str; 4] = ["%", "€", "#", "n°"];

impl Body<'_, '_> {
    /// Whether a row just below the headings has nothing but units, or letters in their order.
    pub(super) fn says_units(&self, row: usize, filled: &[usize]) -> bool {
        let texts = || filled.iter().map(|column| self.grid.text(row, *column));
        let bare = |text: &str| text.trim_matches(['(', ')', '[', ']', ' ']).to_lowercase();
        let is_unit = |text: &str| UNITS.contains(&fold(text).as_str()) || SIGNS.contains(&bare(text).as_str());
        let is_next = self.header.last().is_some_and(|header| row == header + 1);
        let are_letters = || texts().zip('a'..='z').all(|(text, letter)| bare(text) == letter.to_string());
        is_next && filled.len() > 1 && (texts().all(is_unit) || filled.len() > 2 && are_letters())
    }
}
