use super::{Annotations, Text};
use crate::source::Span;

/// What a word of the annex means for the administration: `glossario.yaml`.
#[derive(Debug, Default)]
pub struct Definition {
    /// Where the whole record stands.
    pub span: Span,
    /// The term, as it is shown.
    pub term: Text,
    /// What it means.
    pub meaning: Text,
    /// How else the texts write it: plurals, shorter forms.
    pub forms: Vec<Text>,
    /// What else people call it: the search takes these words for the term.
    pub synonyms: Vec<Text>,
    /// The law or the act that says so.
    pub basis: Option<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
