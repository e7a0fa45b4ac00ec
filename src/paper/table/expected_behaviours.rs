use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{EXPECTED_BEHAVIOURS, Headings};
use serde::Serialize;

/// What is expected of each role.
#[derive(Debug, Serialize)]
pub(crate) struct ExpectedBehaviourTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    pub(crate) rows: Vec<RoleBand<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct RoleBand<'a> {
    pub(crate) name: &'a str,
    pub(crate) nature: Option<&'a str>,
    pub(crate) entries: Vec<&'a str>,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

impl<'a> ExpectedBehaviourTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let plain = PlainTable::of(sources);
        Self {
            headings: EXPECTED_BEHAVIOURS.headings(edition, &sources.present),
            plain: plain.headings(),
            rows: edition
                .expected_behaviours
                .rows
                .iter()
                .map(|role| RoleBand {
                    name: &role.name.value,
                    nature: role.kind.as_ref().map(|kind| kind.value.as_str()),
                    entries: role.entries.iter().map(|entry| entry.value.as_str()).collect(),
                    plain: plain.cells(role),
                    remarks: Remarks::from(&role.annotations),
                })
                .collect(),
            marks: Meaning::all(&edition.expected_behaviours),
        }
    }
}
