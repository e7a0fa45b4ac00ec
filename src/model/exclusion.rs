use super::{Annotations, Text};
use crate::source::Span;

/// Job profiles that a chapter excludes from agile work.
#[derive(Debug, Default)]
pub struct Exclusion {
    /// Where the whole record stands.
    pub span: Span,
    /// Its letter in the list.
    pub letter: Text,
    /// The profiles.
    pub profiles: Vec<Text>,
    /// Where they work.
    pub place: Option<Text>,
    /// Identifiers of their teams.
    pub teams: Vec<Text>,
    /// What stays possible all the same.
    pub exceptions: Option<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
