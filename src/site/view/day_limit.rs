use crate::model::Edition;
use serde::Serialize;

/// The most days of agile work of a category of people.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct DayLimit {
    people: String,
    days: String,
}

impl DayLimit {
    /// Those that an edition tells beside its chapters.
    pub(in crate::site) fn all(edition: &Edition) -> Vec<Self> {
        edition.told_limits().into_iter().map(|(people, days)| Self { people, days }).collect()
    }
}
