use super::sources::Sources;
use crate::tables::{ColumnPlace, Described, Medium, PlainColumns, RecordNames};
use serde::Serialize;

/// The heading of a column that the template of its table does not draw.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct PlainHeading<'a> {
    pub(crate) text: &'a str,
    /// Whether the column holds numbers.
    pub(crate) is_number: bool,
}

/// The columns of a table that its template does not draw.
pub(crate) struct PlainTable<'a, R: 'static> {
    pub(crate) names: RecordNames<'a>,
    pub(crate) columns: PlainColumns<'a, R>,
}

impl<'a, R: Described> PlainTable<'a, R> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let names = sources.names();
        Self { names, columns: PlainColumns::of(names.edition, &sources.present, Medium::Paper) }
    }

    /// Every column of the table in its place, those that the template draws among them.
    pub(crate) fn order(&self, drawn: impl IntoIterator<Item = &'static str>) -> Vec<ColumnPlace<'a>> {
        self.columns.order(drawn)
    }

    pub(crate) fn headings(&self) -> Vec<PlainHeading<'a>> {
        let headings = self.columns.headings().into_iter().zip(self.columns.numbers());
        headings.map(|(text, is_number)| PlainHeading { text, is_number }).collect()
    }

    /// For each column, the texts of a record.
    pub(crate) fn cells(&self, record: &'a R) -> Vec<Vec<String>> {
        self.columns.values(record).map(|(kind, value)| self.names.shown(kind, value)).collect()
    }
}
