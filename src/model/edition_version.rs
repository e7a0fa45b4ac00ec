use super::{Date, Spanned, Text};
use crate::source::Span;

/// A version of an edition: what an act changed of it within its year.
#[derive(Debug)]
pub struct EditionVersion {
    /// Where it is written.
    pub span: Span,
    /// Its number, from 1.
    pub number: Spanned<u32>,
    /// The day from which it counts.
    pub date: Option<Spanned<Date>>,
    /// The act.
    pub act: Option<Text>,
    /// Why the edition was changed.
    pub reason: Option<Text>,
}
