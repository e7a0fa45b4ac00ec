use super::column::{Column, Place, Shows};
use super::description::Described;
use super::edition_columns::EditionColumns;
use super::field::Field;
use super::kind::Kind;
use super::own::{own_kind, own_value};
use super::value::Value;
use crate::model::{AnnexModel, Edition, OwnColumn};

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
    /// The columns that the table of an edition shows plainly in a place.
    pub fn of(edition: &'a Edition, present: &EditionColumns, medium: Medium) -> Self {
        let is_there = |field: &Field<R>| R::table().is_none_or(|table| present.has(table, &field.column));
        let own = R::table().into_iter().flat_map(|table| present.own(edition, table));
        let own = own.filter(|column| column.is_printed() || !medium.is_paper());
        Self { edition, fields: plain(medium, is_there), own: own.collect() }
    }

    /// Those that the page of a record shows plainly: what the record says, and what it must say.
    pub fn of_record(edition: &'a Edition, record: &R) -> Self {
        let says = |field: &Field<R>| field.column.is_required() || field.get(record).is_stated();
        let own = R::table().into_iter().flat_map(|table| edition.model.published_columns_of(table.name));
        let own = own.filter(|column| own_value(column, record.annotations()).is_stated());
        Self { edition, fields: plain(Medium::Record, says), own: own.collect() }
    }

    /// Their names among the published columns.
    pub(super) fn keys(&self) -> Vec<&'a str> {
        let own = self.own.iter().map(|column| column.key.value.as_str());
        self.fields.iter().map(|field| field.column.published).chain(own).collect()
    }

    /// How the annex of their edition differs from the usual one.
    pub(super) fn model(&self) -> &'a AnnexModel {
        &self.edition.model
    }

    /// For each, whether its values are numbers.
    pub fn numbers(&self) -> Vec<bool> {
        let own = self.own.iter().map(|column| own_kind(column));
        self.fields.iter().map(|field| field.column.kind).chain(own).map(Kind::is_number).collect()
    }

    /// Their headings.
    pub fn headings(&self) -> Vec<&'a str> {
        let heading = |column: &'static Column| match R::table() {
            Some(table) => table.heading(self.edition, column),
            None => self.edition.model.words.say(column.heading),
        };
        let own = self.own.iter().map(|column| match R::table() {
            Some(table) => table.added_heading(self.edition, column),
            None => &column.title,
        });
        self.fields.iter().map(|field| heading(&field.column)).chain(own).collect()
    }

    /// Their values in a record, each with its kind.
    pub fn values<'r>(&self, record: &'r R) -> impl Iterator<Item = (Kind, Value<'r>)> {
        let own = self.own.iter().map(|column| (own_kind(column), own_value(column, record.annotations())));
        self.fields.iter().map(|field| (field.column.kind, field.get(record))).chain(own)
    }
}

/// The fields that show plainly in a place, of those that are there.
fn plain<R: Described>(medium: Medium, is_there: impl Fn(&Field<R>) -> bool) -> Vec<&'static Field<R>> {
    let fields = R::description().fields.iter();
    fields.filter(|field| medium.place(field.column.shows) == Place::Plain && is_there(field)).collect()
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
