use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{EXCLUSIONS, Headings};
use serde::Serialize;

/// The profiles that do not work in agile mode.
#[derive(Debug, Serialize)]
pub(crate) struct ExclusionTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) letter: Option<&'a str>,
    pub(crate) profiles: Vec<&'a str>,
    pub(crate) activities: Vec<&'a str>,
    pub(crate) place: Option<&'a str>,
    pub(crate) exceptions: Option<&'a str>,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

impl<'a> ExclusionTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let plain = PlainTable::of(sources);
        Self {
            headings: EXCLUSIONS.headings(edition, &sources.present),
            plain: plain.headings(),
            rows: edition
                .exclusions
                .rows
                .iter()
                .map(|row| Row {
                    letter: row.letter.as_ref().map(|letter| letter.value.as_str()),
                    profiles: row.profiles.iter().map(|profile| profile.value.as_str()).collect(),
                    activities: row.activities.iter().map(|activity| activity.value.as_str()).collect(),
                    place: row.place.as_ref().map(|place| place.value.as_str()),
                    exceptions: row.exceptions.as_ref().map(|exceptions| exceptions.value.as_str()),
                    plain: plain.cells(row),
                    remarks: Remarks::from(&row.annotations),
                })
                .collect(),
            marks: Meaning::all(&edition.exclusions),
        }
    }
}
