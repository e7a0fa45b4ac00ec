use super::{Annotations, Text};

/// A service of an area, or of another service.
#[derive(Debug, Default)]
pub struct Service {
    /// Identifier.
    pub id: Text,
    /// Name as published.
    pub name: Text,
    /// Identifier of its area; `None` = that of the service that it belongs to, if any.
    pub area: Option<Text>,
    /// Identifier of the service that it belongs to.
    pub parent: Option<Text>,
    /// The first part of the codes of its processes.
    pub prefix: Option<Text>,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
