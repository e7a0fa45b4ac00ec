//! Slips of the pen in a single word, by which another word may come out.

use crate::dice::Dice;

/// A name and what it does to an ASCII word.
pub type Damage = (&'static str, fn(&str, &mut Dice) -> String);

fn without(word: &str, at: usize) -> String {
    format!("{}{}", &word[..at], &word[at + 1..])
}

/// The damages to single words by which another word may come out.
pub const SLIPS: &[Damage] = &[
    ("lettera che manca", |word, dice| without(word, dice.roll(word.len()))),
    ("lettera doppia", |word, dice| {
        let at = dice.roll(word.len());
        format!("{}{}", &word[..=at], &word[at..])
    }),
    ("lettere scambiate", |word, dice| {
        let at = dice.roll(word.len().saturating_sub(1));
        let mut letters: Vec<char> = word.chars().collect();
        let next = (at + 1).min(letters.len() - 1);
        letters.swap(at, next);
        letters.into_iter().collect()
    }),
    ("lettera sbagliata", |word, dice| {
        let at = dice.roll(word.len());
        format!("{}{}{}", &word[..at], dice.pick(&["x", "z", "1", "_"]), &word[at + 1..])
    }),
];
