//! The kinds of mistake that change one line.

mod acceptance;
mod agreement;
mod chapter;
mod copied;
mod markup;
mod meant;
mod syntax;
mod text;
mod value;
mod written;

use crate::mistake::Kind;

const TABLES: &[&str] =
    &["processi", "smart-team", "servizi", "software", "attuazione", "esclusioni", "valutazione", "formazione"];

/// The kinds after which a file, or a table, may be read less far than before: each such mistake is looked at alone.
pub fn alone() -> impl Iterator<Item = &'static Kind> {
    [value::KINDS, meant::KINDS, syntax::KINDS, chapter::KINDS, acceptance::KINDS, markup::KINDS].into_iter().flatten()
}

/// The kinds that leave everything readable: many such mistakes are looked at together, in one annex.
pub fn together() -> impl Iterator<Item = &'static Kind> {
    [text::KINDS, copied::KINDS, written::KINDS, agreement::KINDS].into_iter().flatten()
}
