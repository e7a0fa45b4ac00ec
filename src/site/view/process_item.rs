use super::Chip;
use serde::Serialize;

/// A process in the list of the page of something else.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct ProcessItem<'a> {
    /// Its code; `None` if it has none.
    pub(in crate::site) code: Option<&'a str>,
    pub(in crate::site) path: String,
    pub(in crate::site) name: &'a str,
    pub(in crate::site) risk: Option<Chip>,
    pub(in crate::site) smartability: Option<Chip>,
}
