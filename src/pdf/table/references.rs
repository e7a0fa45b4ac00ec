use super::plain::PlainTable;
use super::sources::Sources;
use crate::pdf::remarks::Remarks;
use crate::tables::{Headings, REFERENCES};
use serde::Serialize;

/// Laws, contracts and acts.
#[derive(Debug, Serialize)]
pub(super) struct ReferenceTable<'a> {
    headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    plain: Vec<&'a str>,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    act: &'a str,
    date: Option<String>,
    subject: Option<&'a str>,
    url: Option<&'a str>,
    /// For each of those columns, its texts.
    plain: Vec<Vec<String>>,
    remarks: Remarks<'a>,
}

impl<'a> ReferenceTable<'a> {
    pub(super) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let plain = PlainTable::of(sources);
        Self {
            headings: REFERENCES.headings(edition, &sources.present),
            plain: plain.headings(),
            rows: edition
                .references
                .iter()
                .map(|row| Row {
                    act: &row.act.value,
                    date: row.date.as_ref().map(|date| date.value.short()),
                    subject: row.subject.as_ref().map(|subject| subject.value.as_str()),
                    url: row.url.as_ref().map(|url| url.value.as_str()),
                    plain: plain.cells(row),
                    remarks: Remarks::from(&row.annotations),
                })
                .collect(),
        }
    }
}
