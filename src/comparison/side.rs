use crate::model::{Administration, Edition};

/// One of two editions that are compared.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Who publishes it, whom the figures in its chapters may name; `None` if that could not be read.
    pub administration: Option<&'a Administration>,
    /// The edition.
    pub edition: &'a Edition,
}

impl<'a> From<&'a Edition> for Side<'a> {
    fn from(edition: &'a Edition) -> Self {
        Self { administration: None, edition }
    }
}
