//! Changes to the YAML of an administration that touch only the bytes of what changes.
//!
//! Owns how a value is written beside what stands there already: its style, its quotation marks, its place among its neighbours, and
//! the comments that belong to it. After every change the text is read again: what would read otherwise than was meant is refused.
//! Reads no disk and writes none; texts in, texts out.

mod change;
mod changed_file;
mod document;
mod entry;
mod flow;
mod growth;
#[cfg(test)]
mod growth_tests;
mod habits;
mod item;
mod layout;
mod ledger;
mod lists;
mod parse;
mod patches;
mod pieces;
mod place;
mod record;
mod refusal;
mod removal;
mod render;
mod scalar;
mod spot;
mod style;
#[cfg(test)]
mod tests;
mod value;
mod written;

pub use change::{Change, Step};
pub use changed_file::ChangedFile;
pub use document::Document;
pub use growth::{After, Insertion};
pub use ledger::{Ledger, Place};
pub use refusal::Refusal;
pub use scalar::quoted;
pub use written::Written;
