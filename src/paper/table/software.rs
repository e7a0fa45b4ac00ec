use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{Headings, SOFTWARE};
use serde::Serialize;

/// The list of computer programs.
#[derive(Debug, Serialize)]
pub(crate) struct SoftwareTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) purpose: &'a str,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

impl<'a> SoftwareTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let rows = &edition.software.rows;
        let plain = PlainTable::of(sources);
        Self {
            headings: SOFTWARE.headings(edition, &sources.present),
            plain: plain.headings(),
            rows: rows
                .iter()
                .map(|row| Row {
                    name: &row.name.value,
                    purpose: &row.purpose.value,
                    plain: plain.cells(row),
                    remarks: Remarks::from(&row.annotations),
                })
                .collect(),
            marks: Meaning::all(&edition.software),
        }
    }
}
