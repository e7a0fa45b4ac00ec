use crate::heading::ExpectedBehaviourHeadings;
use crate::model::Edition;
use crate::pdf::remarks::{Meaning, Remarks};
use serde::Serialize;

/// What is expected of each role.
#[derive(Debug, Serialize)]
pub(super) struct ExpectedBehaviourTable<'a> {
    role: &'a str,
    entry: &'a str,
    expected_behaviours: Vec<RoleBand<'a>>,
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
        let headings = ExpectedBehaviourHeadings::of(edition);
        Self {
            role: headings.role,
            entry: headings.entry,
            expected_behaviours: edition
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
