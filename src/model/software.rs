use super::{Annotations, Text};
use crate::source::Span;

/// A row of the list of computer programs.
#[derive(Debug, Default)]
pub struct Software {
    /// Where the whole record stands.
    pub span: Span,
    /// Identifier, if processes refer to it.
    pub id: Option<Text>,
    /// Name as published.
    pub name: Text,
    /// What it is used for.
    pub purpose: Text,
    /// Who supplies it.
    pub supplier: Option<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
