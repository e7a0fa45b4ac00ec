use super::column::{Column, Place, Shows};
use super::description::Described;
use super::field::Field;
use super::table::TableDescription;
use super::value::Value;
use crate::model::Edition;

/// The columns of a table that show in one place like any other of their kind: those that must be there, and those that some record fills.
#[derive(Debug)]
pub struct PlainColumns<R: 'static> {
    fields: Vec<&'static Field<R>>,
}

impl<R: Described> PlainColumns<R> {
    /// The columns that show plainly in a place.
    pub fn of(records: &[R], place: fn(&Shows) -> Place) -> Self {
        let is_filled = |field: &&Field<R>| {
            field.column.is_required() || records.iter().any(|record| field.get(record).is_stated())
        };
        let plain = R::description().fields.iter().filter(|field| place(&field.column.shows) == Place::Plain);
        Self { fields: plain.filter(is_filled).collect() }
    }

    /// Their headings.
    pub fn headings<'a>(&self, table: &TableDescription, edition: &'a Edition) -> Vec<&'a str> {
        self.fields.iter().map(|field| table.heading(edition, &field.column)).collect()
    }

    /// Their values in a record.
    pub fn values<'r>(&self, record: &'r R) -> impl Iterator<Item = (&'static Column, Value<'r>)> {
        self.fields.iter().map(|field| (&field.column, field.get(record)))
    }
}
