use super::column::{Column, Need, Place};
use super::kind::Kind;
use super::stored::Stored;
use super::value::{Entry, Value};

/// A column bound to the field of a record.
#[derive(Debug)]
pub struct Field<R> {
    /// The column.
    pub column: Column,
    get: fn(&R) -> Value<'_>,
    set: fn(&mut R, Entry),
}

impl<R> Field<R> {
    pub(super) const fn new(column: Column, get: fn(&R) -> Value<'_>, set: fn(&mut R, Entry)) -> Self {
        Self { column, get, set }
    }

    /// The value in a record.
    pub fn get<'a>(&self, record: &'a R) -> Value<'a> {
        (self.get)(record)
    }

    /// Puts an entry into a record.
    pub fn set(&self, record: &mut R, entry: Entry) {
        (self.set)(record, entry);
    }
}

/// What is said of a column beside its key, its heading and its meaning.
impl<R> Field<R> {
    /// Its values are of another kind than the type of its field says.
    pub(super) const fn kind(mut self, kind: Kind) -> Self {
        self.column.kind = kind;
        self.column.shows.search = kind.is_prose();
        self
    }

    /// Whether it must be there, where the type of its field says otherwise.
    pub(super) const fn need(mut self, need: Need) -> Self {
        self.column.need = need;
        self
    }

    /// Published tables call it by another name than the data.
    pub(super) const fn published(mut self, name: &'static str) -> Self {
        self.column.published = name;
        self
    }

    /// Data files head it otherwise than pages and paper.
    pub(super) const fn data_heading(mut self, heading: &'static str) -> Self {
        self.column.data_heading = Some(heading);
        self
    }

    /// What the page of the data says of it.
    pub(super) const fn dictionary(mut self, words: &'static str) -> Self {
        self.column.dictionary = Some(words);
        self
    }

    /// What an absent value means in the data files.
    pub(super) const fn absent(mut self, word: &'static str) -> Self {
        self.column.absent = Some(word);
        self
    }

    /// Table, record page and paper each show it in a way of their own.
    pub(super) const fn drawn(self) -> Self {
        self.page(Place::Own).record(Place::Own).paper(Place::Own)
    }

    /// Neither pages nor paper show it.
    pub(super) const fn unseen(self) -> Self {
        self.page(Place::Nowhere).record(Place::Nowhere).paper(Place::Nowhere)
    }

    pub(super) const fn page(mut self, place: Place) -> Self {
        self.column.shows.page = place;
        self
    }

    pub(super) const fn record(mut self, place: Place) -> Self {
        self.column.shows.record = place;
        self
    }

    pub(super) const fn paper(mut self, place: Place) -> Self {
        self.column.shows.paper = place;
        self
    }

    /// No file of the open data holds it.
    pub(super) const fn not_in_data(mut self) -> Self {
        self.column.shows.data = false;
        self
    }

    /// Two editions are compared in another way, or not at all.
    pub(super) const fn comparison(mut self, place: Place) -> Self {
        self.column.shows.comparison = place;
        self
    }

    /// The search shows it as the title or the place of the record, or does not know it.
    pub(super) const fn not_searched(mut self) -> Self {
        self.column.shows.search = false;
        self
    }
}

/// The kind that the type of a field makes.
pub(super) const fn kind_of<R, F: Stored>(_: fn(&R) -> &F) -> Kind {
    F::KIND
}

/// Whether the type of a field must be there.
pub(super) const fn need_of<R, F: Stored>(_: fn(&R) -> &F) -> Need {
    F::NEED
}

/// A column that stands in a field of its record: `column!(Process.reason, "motivazione", "Motivazione", "Perché …")`.
macro_rules! column {
    ($record:ident.$field:ident, $key:literal, $heading:literal, $meaning:literal) => {
        $crate::tables::field::Field::<$record>::new(
            $crate::tables::column::Column::new(
                $key,
                $crate::tables::field::kind_of(|record: &$record| &record.$field),
                $crate::tables::field::need_of(|record: &$record| &record.$field),
                $heading,
                $meaning,
            ),
            |record| $crate::tables::stored::Stored::value(&record.$field),
            |record, entry| $crate::tables::stored::Stored::store(&mut record.$field, entry),
        )
    };
}

/// A column that the loader reads in a way of its own; `$get` says how its value is read from the record.
macro_rules! special {
    ($record:ident, $kind:expr, $key:literal, $heading:literal, $meaning:literal, $get:expr) => {
        $crate::tables::field::Field::<$record>::new(
            $crate::tables::column::Column::new($key, $kind, $crate::tables::column::Need::Special, $heading, $meaning),
            $get,
            |_, _| {},
        )
    };
}

pub(super) use {column, special};
