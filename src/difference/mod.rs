//! What is different between two editions, as it is handed over: one renderer a format, each a pure function.
//!
//! Owns the words, the order and the shape of a comparison outside the site: text for the terminal, JSON for programs, Markdown for the act
//! that approves the new edition, a workbook and a document for the offices. Compares nothing: that is `comparison`.

mod docx;
mod json;
mod markdown;
mod text;
mod words;
mod xlsx;

pub use docx::docx;
pub use json::json;
pub use markdown::markdown;
pub use text::text;
pub use words::{called, sentence, signed, value, word};
pub use xlsx::xlsx;

use crate::comparison::{ChangeKind, Comparison};

/// Two editions and what is different between them.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// Who publishes the later one.
    pub administration: &'a str,
    /// The title of the later document.
    pub title: &'a str,
    /// The name of the earlier edition.
    pub from: &'a str,
    /// The name of the later one.
    pub to: &'a str,
    /// What is different.
    pub comparison: &'a Comparison,
}

/// The property by which a workbook or a document is known to be a comparison of this program: its name and its value.
pub const MARK: (&str, &str) = ("piao", "confronto fra due edizioni");

/// The heading of the paragraphs in which only figures of the data differ.
const RECOMPUTED: &str = "Cifre dei capitoli che vengono dai dati";

/// The heading of the records that differ in one way.
fn heading_of(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "Voci aggiunte",
        ChangeKind::Removed => "Voci tolte",
        ChangeKind::Renamed => "Voci rinominate",
        ChangeKind::Moved => "Voci spostate",
        ChangeKind::Changed => "Voci cambiate",
    }
}
