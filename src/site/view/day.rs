use crate::model::Date;
use serde::Serialize;

/// A day for people and for machines.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Day {
    iso: String,
    long: String,
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self { iso: date.iso(), long: date.long() }
    }
}
