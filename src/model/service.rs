use super::{Annotations, Text};

/// A service of an area.
#[derive(Debug, Default)]
pub struct Service {
    /// Identifier.
    pub id: Text,
    /// Name as published.
    pub name: Text,
    /// Identifier of its area.
    pub area: Text,
    /// The first part of the codes of its processes.
    pub prefix: Option<Text>,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
