//! The kinds of mistake that change one line.

mod acceptance;
mod agreement;
mod answer;
mod broken;
mod chapter;
mod copied;
mod mark;
mod markup;
mod meant;
mod relation;
mod setting;
mod syntax;
mod text;
mod trap;
mod value;
mod written;

pub use crate::mistake::Kind;

const TABLES: &[&str] =
    &["processi", "smart-team", "servizi", "software", "attuazione", "esclusioni", "valutazione", "formazione"];

/// Tables of texts, and the chapters.
const EVERYWHERE: &[&str] = &["processi", "software", "valutazione", "content"];

/// Tables of texts.
const TEXTS: &[&str] = &["processi", "software", "valutazione"];

/// The kinds after which a file, or a table, may be read less far than before: each such mistake is looked at alone.
pub fn alone() -> impl Iterator<Item = &'static Kind> {
    [setting::APART, broken::OF_RECORDS, mark::OF_RECORDS].into_iter().flatten()
}

/// The kinds that leave everything readable, and about which something is said whatever else is wrong: many such mistakes
/// are looked at together, in one annex.
pub fn together() -> impl Iterator<Item = &'static Kind> {
    [text::KINDS, copied::KINDS, written::KINDS, trap::KINDS].into_iter().flatten()
}

/// The kinds by which a value becomes unknown, or disagrees with others: of these, some at a time.
pub fn some() -> [Vec<&'static Kind>; 10] {
    [
        value::KINDS.iter().collect(),
        [answer::KINDS, setting::KINDS].into_iter().flatten().collect(),
        [agreement::KINDS, relation::KINDS].into_iter().flatten().collect(),
        chapter::KINDS.iter().collect(),
        markup::KINDS.iter().collect(),
        meant::KINDS.iter().collect(),
        syntax::KINDS.iter().collect(),
        broken::OF_VALUES.iter().collect(),
        mark::OF_VALUES.iter().collect(),
        acceptance::KINDS.iter().collect(),
    ]
}

/// The kinds in single values, some of which have a certain correction.
pub fn in_values() -> impl Iterator<Item = &'static Kind> {
    // The name of a month becomes its number.
    let kept = |kind: &&Kind| kind.name != "data in un'altra forma";
    [value::KINDS, meant::KINDS, text::KINDS].into_iter().flatten().filter(kept)
}
