use super::{Chip, Link, Remarks};
use serde::Serialize;

/// A team in the list of the page of something else, or in a table.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct TeamItem {
    pub(in crate::site) area: Option<Link>,
    pub(in crate::site) service: Option<Link>,
    pub(in crate::site) team: Link,
    pub(in crate::site) smartability: Option<Chip>,
    pub(in crate::site) processes: usize,
    pub(in crate::site) remarks: Remarks,
}
