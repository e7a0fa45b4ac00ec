use crate::model::Edition;
use crate::pdf::remarks::{Meaning, Remarks};
use crate::tables::{EXPECTED_BEHAVIOURS, Headings};
use serde::Serialize;

/// What is expected of each role.
#[derive(Debug, Serialize)]
pub(super) struct ExpectedBehaviourTable<'a> {
    headings: Headings<'a>,
    rows: Vec<RoleBand<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct RoleBand<'a> {
    name: &'a str,
    nature: Option<&'a str>,
    entries: Vec<&'a str>,
    remarks: Remarks<'a>,
}

impl<'a> ExpectedBehaviourTable<'a> {
    pub(super) fn of(edition: &'a Edition) -> Self {
        Self {
            headings: EXPECTED_BEHAVIOURS.headings(edition),
            rows: edition
                .expected_behaviours
                .rows
                .iter()
                .map(|role| RoleBand {
                    name: &role.name.value,
                    nature: role.kind.as_ref().map(|kind| kind.value.as_str()),
                    entries: role.entries.iter().map(|entry| entry.value.as_str()).collect(),
                    remarks: Remarks::from(&role.annotations),
                })
                .collect(),
            marks: Meaning::all(&edition.expected_behaviours),
        }
    }
}
