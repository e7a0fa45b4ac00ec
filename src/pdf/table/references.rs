use crate::model::Edition;
use crate::pdf::remarks::Remarks;
use crate::tables::{Headings, REFERENCES};
use serde::Serialize;

/// Laws, contracts and acts.
#[derive(Debug, Serialize)]
pub(super) struct ReferenceTable<'a> {
    headings: Headings<'a>,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    act: &'a str,
    date: Option<String>,
    subject: Option<&'a str>,
    url: Option<&'a str>,
    remarks: Remarks<'a>,
}

impl<'a> ReferenceTable<'a> {
    pub(super) fn of(edition: &'a Edition) -> Self {
        Self {
            headings: REFERENCES.headings(edition),
            rows: edition
                .references
                .iter()
                .map(|row| Row {
                    act: &row.act.value,
                    date: row.date.as_ref().map(|date| date.value.short()),
                    subject: row.subject.as_ref().map(|subject| subject.value.as_str()),
                    url: row.url.as_ref().map(|url| url.value.as_str()),
                    remarks: Remarks::from(&row.annotations),
                })
                .collect(),
        }
    }
}
