use super::column::{Column, Place, Shows};
use super::description::Described;
use super::field::Field;
use super::kind::Kind;
use super::own::{own_kind, own_value};
use super::value::Value;
use crate::model::{Edition, OwnColumn};

/// Where a column shows plainly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// In the table of the pages.
    Page,
    /// In the table of a page made for paper.
    PrintPage,
    /// On the page of the record.
    Record,
    /// In the table of the PDFs.
    Paper,
}

/// The columns of a table that show in one place like any other of their kind: those that must be there, and those that some record
/// fills, then those that the administration adds.
#[derive(Debug)]
pub struct PlainColumns<'a, R: 'static> {
    edition: &'a Edition,
    fields: Vec<&'static Field<R>>,
    own: Vec<&'a OwnColumn>,
}

impl<'a, R: Described> PlainColumns<'a, R> {
    /// The columns that show plainly in a place.
    pub fn of<'r>(edition: &'a Edition, records: &(impl Iterator<Item = &'r R> + Clone), medium: Medium) -> Self {
        let is_filled = |field: &&Field<R>| {
            field.column.is_required() || records.clone().any(|record| field.get(record).is_stated())
        };
        let plain = R::description().fields.iter().filter(|field| medium.place(field.column.shows) == Place::Plain);
        let own = R::table().map(|table| table.name).into_iter().flat_map(|table| edition.model.columns_of(table));
        let own = own.filter(|column| column.is_published() && (column.is_printed() || !medium.is_paper()));
        let is_own_filled = |column: &&OwnColumn| {
            let mut records = records.clone();
            column.required && medium != Medium::Record
                || records.any(|record| own_value(column, record.annotations()).is_stated())
        };
        Self { edition, fields: plain.filter(is_filled).collect(), own: own.filter(is_own_filled).collect() }
    }

    /// Their headings.
    pub fn headings(&self) -> Vec<&'a str> {
        let heading = |column: &'static Column| match R::table() {
            Some(table) => table.heading(self.edition, column),
            None => column.heading,
        };
        let own = self.own.iter().map(|column| own_heading(self.edition, column));
        self.fields.iter().map(|field| heading(&field.column)).chain(own).collect()
    }

    /// Their values in a record, each with its kind.
    pub fn values<'r>(&self, record: &'r R) -> impl Iterator<Item = (Kind, Value<'r>)> {
        let own = self.own.iter().map(|column| (own_kind(column), own_value(column, record.annotations())));
        self.fields.iter().map(|field| (field.column.kind, field.get(record))).chain(own)
    }
}

/// The heading of an own column; that of `colonne` where there is one.
fn own_heading<'a>(edition: &'a Edition, column: &'a OwnColumn) -> &'a str {
    let table = super::TABLES.into_iter().find(|table| table.name == column.table);
    table.and_then(|table| table.own_heading(edition, &column.key)).unwrap_or(&column.title)
}

impl Medium {
    fn place(self, shows: Shows) -> Place {
        match self {
            Self::Page | Self::PrintPage => shows.page,
            Self::Record => shows.record,
            Self::Paper => shows.paper,
        }
    }

    fn is_paper(self) -> bool {
        matches!(self, Self::PrintPage | Self::Paper)
    }
}
