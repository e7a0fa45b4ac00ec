use super::{Annotations, Text};
use crate::source::Span;

/// Job profiles, or activities, that a chapter excludes from agile work.
#[derive(Debug, Default)]
pub struct Exclusion {
    /// Where the whole record stands.
    pub span: Span,
    /// Its letter in the list.
    pub letter: Option<Text>,
    /// The profiles; empty if it excludes activities.
    pub profiles: Vec<Text>,
    /// The activities; empty if it excludes profiles.
    pub activities: Vec<Text>,
    /// Where they work.
    pub place: Option<Text>,
    /// Identifiers of their teams.
    pub teams: Vec<Text>,
    /// What stays possible all the same.
    pub exceptions: Option<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

impl Exclusion {
    /// What it excludes: profiles, or else activities.
    pub fn items(&self) -> &[Text] {
        if self.profiles.is_empty() { &self.activities } else { &self.profiles }
    }
}
