use crate::model::{Edition, capital};
use serde::Serialize;

/// The most days of agile work of a category of people.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct DayLimit {
    people: String,
    days: String,
}

impl DayLimit {
    /// Those of an edition; none where it does not tell them by category.
    pub(in crate::site) fn all(edition: &Edition) -> Vec<Self> {
        let limits = edition.limits.by_category.iter();
        let people = |text: &str| capital(text);
        limits
            .map(|limit| Self {
                people: limit.people.as_ref().map_or_else(|| "Tutto il personale".to_owned(), |text| people(text)),
                days: limit.days.spoken(),
            })
            .collect()
    }
}
