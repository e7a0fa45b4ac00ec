use super::{Annotations, Text};
use crate::source::Span;

/// A role and what is expected of it.
#[derive(Debug, Default)]
pub struct ExpectedBehaviour {
    /// Where the whole record stands.
    pub span: Span,
    /// Its name.
    pub name: Text,
    /// What the entries are: skills, behaviours.
    pub kind: Option<Text>,
    /// What is expected.
    pub entries: Vec<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
