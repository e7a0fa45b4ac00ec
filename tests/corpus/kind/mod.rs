//! The kinds of mistake that change one line.

mod chapter;
mod syntax;
mod text;
mod value;

use crate::mistake::Kind;

const TABLES: &[&str] =
    &["processi", "smart-team", "servizi", "software", "attuazione", "esclusioni", "valutazione", "formazione"];

/// Every kind.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    [value::KINDS, text::KINDS, syntax::KINDS, chapter::KINDS].into_iter().flatten()
}
