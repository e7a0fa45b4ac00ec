use crate::site::context::EditionContext;
use crate::site::view::{Meaning, Remarks};
use crate::tables::{EXPECTED_BEHAVIOURS, Headings};
use serde::Serialize;

/// What is expected of each role.
#[derive(Debug, Serialize)]
pub(super) struct ExpectedBehaviourTable<'a> {
    caption: String,
    headings: Headings<'a>,
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

impl<'a> ExpectedBehaviourTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>) -> Self {
        let edition = context.edition;
        let rows = edition.expected_behaviours.rows.iter().map(|role| Row {
            name: &role.name.value,
            kind: role.kind.as_ref().map(|kind| kind.value.as_str()),
            entries: role.entries.iter().map(|entry| entry.value.as_str()).collect(),
            remarks: Remarks::of(&role.annotations, &edition.expected_behaviours.marks),
        });
        Self {
            caption: EXPECTED_BEHAVIOURS.caption(edition),
            headings: EXPECTED_BEHAVIOURS.headings(edition, &context.columns),
            rows: rows.collect(),
            marks: edition.expected_behaviours.marks.iter().map(Meaning::from).collect(),
        }
    }
}
