use crate::heading::BehaviourHeadings;
use crate::model::Edition;
use crate::print::remarks::{Meaning, Remarks};
use serde::Serialize;

/// What is expected of each role.
#[derive(Debug, Serialize)]
pub(super) struct BehaviourTable<'a> {
    role: &'a str,
    entry: &'a str,
    roles: Vec<RoleBand<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct RoleBand<'a> {
    name: &'a str,
    nature: Option<&'a str>,
    entries: Vec<&'a str>,
    remarks: Remarks<'a>,
}

impl<'a> BehaviourTable<'a> {
    pub(super) fn of(edition: &'a Edition) -> Self {
        let headings = BehaviourHeadings::of(edition);
        Self {
            role: headings.role,
            entry: headings.entry,
            roles: edition
                .roles
                .rows
                .iter()
                .map(|role| RoleBand {
                    name: &role.name.value,
                    nature: role.kind.as_ref().map(|kind| kind.value.as_str()),
                    entries: role.entries.iter().map(|entry| entry.value.as_str()).collect(),
                    remarks: Remarks::from(&role.annotations),
                })
                .collect(),
            marks: Meaning::all(&edition.roles),
        }
    }
}
