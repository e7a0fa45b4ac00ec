use super::plain::PlainTable;
use super::sources::Sources;
use crate::pdf::remarks::{Meaning, Remarks};
use crate::tables::{EXCLUSIONS, Headings};
use serde::Serialize;

/// The profiles that do not work in agile mode.
#[derive(Debug, Serialize)]
pub(super) struct ExclusionTable<'a> {
    headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    plain: Vec<&'a str>,
    rows: Vec<Row<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    letter: Option<&'a str>,
    profiles: Vec<&'a str>,
    activities: Vec<&'a str>,
    place: Option<&'a str>,
    exceptions: Option<&'a str>,
    /// For each of those columns, its texts.
    plain: Vec<Vec<String>>,
    remarks: Remarks<'a>,
}

impl<'a> ExclusionTable<'a> {
    pub(super) fn of(sources: &'a Sources<'a>) -> Self {
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
