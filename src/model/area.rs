use super::{Annotations, Spanned, Text};

/// An area of the organisation.
#[derive(Debug, Default)]
pub struct Area {
    /// Identifier.
    pub id: Text,
    /// Name as published.
    pub name: Text,
    /// Whether it is named in published rows but is no longer part of the organisation.
    pub ceased: Option<Spanned<bool>>,
    /// Other names under which spreadsheets or past years call it.
    pub aliases: Vec<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

impl Area {
    /// Whether the organisation has it today.
    pub fn is_in_force(&self) -> bool {
        !self.ceased.as_ref().is_some_and(|ceased| ceased.value)
    }
}
