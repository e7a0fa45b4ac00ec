use crate::model::law_address;
use crate::site::address;
use crate::site::context::EditionContext;
use crate::site::view::{Meaning, Remarks};
use crate::tables::{Headings, REFERENCES};
use serde::Serialize;

/// The laws, contracts and acts that the annex rests on.
#[derive(Debug, Serialize)]
pub(super) struct ReferenceTable<'a> {
    caption: String,
    headings: Headings<'a>,
    rows: Vec<Row<'a>>,
    marks: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    act: &'a str,
    address: Option<String>,
    date: Option<String>,
    subject: Option<&'a str>,
    remarks: Remarks,
}

impl<'a> ReferenceTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>) -> Self {
        let edition = context.edition;
        let rows = edition.references.iter().map(|reference| Row {
            act: &reference.act.value,
            address: reference
                .url
                .as_ref()
                .and_then(|url| address::web(&url.value))
                .or_else(|| law_address(&reference.act.value, reference.date.as_ref().map(|date| date.value))),
            date: reference.date.as_ref().map(|date| date.value.long()),
            subject: reference.subject.as_ref().map(|subject| subject.value.as_str()),
            remarks: Remarks::of(&reference.annotations, &edition.reference_marks),
        });
        Self {
            caption: REFERENCES.caption(edition),
            headings: REFERENCES.headings(edition, &context.columns),
            rows: rows.collect(),
            marks: edition.reference_marks.iter().map(Meaning::from).collect(),
        }
    }
}
