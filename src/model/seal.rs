use super::{Date, Spanned, Text};
use crate::source::Span;

/// The seal of an edition: `sigillo.yaml`, which `piao sigilla` writes.
#[derive(Debug)]
pub struct Seal {
    /// Where the file begins.
    pub span: Span,
    /// The files of the edition as they were sealed, by their path below the root, each with its SHA-256; `None` if the edition was
    /// opened again.
    pub fingerprints: Option<Vec<(Text, Text)>>,
    /// When it was sealed and opened, and why.
    pub record: Vec<SealEvent>,
}

impl Seal {
    /// Whether it closes the edition now.
    pub fn is_closed(&self) -> bool {
        self.fingerprints.is_some()
    }
}

/// An edition sealed, or opened again.
#[derive(Debug)]
pub struct SealEvent {
    /// The day.
    pub date: Option<Spanned<Date>>,
    /// `sigillata` or `dissigillata`.
    pub action: Text,
    /// Why it was opened.
    pub reason: Option<Text>,
}
