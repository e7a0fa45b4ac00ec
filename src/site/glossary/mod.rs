//! The words of the field: what they mean, and the links that lead to their meaning.
//!
//! Owns the definitions of the program, those that an administration puts beside or in place of them, and how a term is found in a text. Ours say what the law or the tables of the annex say, and nothing more.

mod basis;
mod entries;
mod entry;
mod found;
mod laws;
mod links;
mod mentioned;
mod term;
mod terms;

pub(super) use laws::with_laws;
pub(super) use links::TermLinks;
pub(super) use terms::Terms;
