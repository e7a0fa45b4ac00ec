use crate::heading::BehaviourHeadings;
use crate::model::Edition;
use crate::site::view::{Meaning, Remarks};
use serde::Serialize;

/// What is expected of each role.
#[derive(Debug, Serialize)]
pub(super) struct BehaviourTable<'a> {
    caption: String,
    headings: BehaviourHeadings<'a>,
    rows: Vec<Row<'a>>,
    marks: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    kind: Option<&'a str>,
    entries: Vec<&'a str>,
    remarks: Remarks,
}

impl<'a> BehaviourTable<'a> {
    pub(super) fn of(edition: &'a Edition) -> Self {
        let rows = edition.roles.rows.iter().map(|role| Row {
            name: &role.name.value,
            kind: role.kind.as_ref().map(|kind| kind.value.as_str()),
            entries: role.entries.iter().map(|entry| entry.value.as_str()).collect(),
            remarks: Remarks::of(&role.annotations, &edition.roles.marks),
        });
        Self {
            caption: format!("Comportamenti e competenze attesi, edizione {}", edition.id.as_str()),
            headings: BehaviourHeadings::of(edition),
            rows: rows.collect(),
            marks: edition.roles.marks.iter().map(Meaning::from).collect(),
        }
    }
}
