use super::plain::PlainTable;
use super::sources::Sources;
use crate::pdf::remarks::{Meaning, Remarks};
use crate::tables::{EXPECTED_BEHAVIOURS, Headings};
use serde::Serialize;

/// What is expected of each role.
#[derive(Debug, Serialize)]
pub(super) struct ExpectedBehaviourTable<'a> {
    headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    plain: Vec<&'a str>,
    rows: Vec<RoleBand<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct RoleBand<'a> {
    name: &'a str,
    nature: Option<&'a str>,
    entries: Vec<&'a str>,
    /// For each of those columns, its texts.
    plain: Vec<Vec<String>>,
    remarks: Remarks<'a>,
}

impl<'a> ExpectedBehaviourTable<'a> {
    pub(super) fn of(sources: &'a Sources<'a>) -> Self {
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
