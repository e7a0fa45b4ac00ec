use super::plain::PlainTable;
use super::sources::Sources;
use crate::pdf::remarks::{Meaning, Remarks};
use crate::tables::{Headings, SOFTWARE};
use serde::Serialize;

/// The list of computer programs.
#[derive(Debug, Serialize)]
pub(super) struct SoftwareTable<'a> {
    headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    plain: Vec<&'a str>,
    rows: Vec<Row<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    purpose: &'a str,
    /// For each of those columns, its texts.
    plain: Vec<Vec<String>>,
    remarks: Remarks<'a>,
}

impl<'a> SoftwareTable<'a> {
    pub(super) fn of(sources: &'a Sources<'a>) -> Self {
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
