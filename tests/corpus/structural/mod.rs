//! The kinds of mistake that take more than one line, or a file of their own.

mod indicator;
mod list;
mod record;
mod relation;
mod stray;

use crate::annex::Files;
use crate::dice::Dice;
use crate::mistake::Mistake;

pub use indicator::variants as indicators;

/// Makes a mistake somewhere, if it can be made.
pub type Make = fn(&Files, &mut Dice) -> Option<Mistake>;

/// Those that have an annex of their own.
pub fn makes() -> impl Iterator<Item = &'static Make> {
    [record::MAKES, list::MAKES, relation::MAKES, stray::EMPTIED].into_iter().flatten()
}

/// Files that nobody reads: many of them may lie in one annex.
pub fn strays() -> impl Iterator<Item = &'static Make> {
    stray::MAKES.iter()
}

/// A mistake in a file, and where it should be shown.
fn mistake(
    kind: &'static str,
    path: String,
    text: String,
    line: usize,
    rules: &'static [&'static str],
) -> Option<Mistake> {
    Some(Mistake { kind, path, text, line, rules })
}

/// A line, from 0, that satisfies `wanted`, looking from a random one.
fn somewhere(lines: &[&str], dice: &mut Dice, wanted: impl Fn(usize) -> bool) -> Option<usize> {
    let start = dice.roll(lines.len());
    (0..lines.len()).map(|step| (start + step) % lines.len()).find(|at| wanted(*at))
}

/// The line, from 0, at which the record that holds a line begins.
fn head(lines: &[&str], at: usize) -> usize {
    (0..=at).rev().find(|line| lines[*line].starts_with("  - ")).unwrap_or(0)
}

/// The text without some of its lines.
fn without(lines: &[&str], from: usize, to: usize) -> String {
    [&lines[..from], &lines[to..]].concat().join("\n") + "\n"
}
