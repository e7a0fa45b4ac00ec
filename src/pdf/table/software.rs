use crate::model::Edition;
use crate::pdf::remarks::{Meaning, Remarks};
use crate::tables::{Headings, SOFTWARE};
use serde::Serialize;

/// The list of computer programs.
#[derive(Debug, Serialize)]
pub(super) struct SoftwareTable<'a> {
    headings: Headings<'a>,
    /// Whether any row names a supplier: otherwise the column is left out.
    has_supplier: bool,
    rows: Vec<Row<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    purpose: &'a str,
    supplier: Option<&'a str>,
    remarks: Remarks<'a>,
}

impl<'a> SoftwareTable<'a> {
    pub(super) fn of(edition: &'a Edition) -> Self {
        let rows = &edition.software.rows;
        Self {
            headings: SOFTWARE.headings(edition),
            has_supplier: rows.iter().any(|row| row.supplier.is_some()),
            rows: rows
                .iter()
                .map(|row| Row {
                    name: &row.name.value,
                    purpose: &row.purpose.value,
                    supplier: row.supplier.as_ref().map(|supplier| supplier.value.as_str()),
                    remarks: Remarks::from(&row.annotations),
                })
                .collect(),
            marks: Meaning::all(&edition.software),
        }
    }
}
