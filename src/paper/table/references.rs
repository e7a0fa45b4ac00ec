use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{Headings, REFERENCES};
use serde::Serialize;

/// Laws, contracts and acts.
#[derive(Debug, Serialize)]
pub(crate) struct ReferenceTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) act: &'a str,
    pub(crate) date: Option<String>,
    pub(crate) subject: Option<&'a str>,
    pub(crate) url: Option<&'a str>,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

impl<'a> ReferenceTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
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
            marks: edition.reference_marks.iter().map(Meaning::from).collect(),
        }
    }
}
