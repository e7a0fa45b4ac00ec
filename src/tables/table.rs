use super::column::Column;
use super::description::columns;
use super::edition_columns::EditionColumns;
use super::exclusion;
use super::{
    ADOPTION, AREAS, EXCLUSIONS, EXPECTED_BEHAVIOURS, INDICATORS, PROCESSES, REFERENCES, SERVICES, SOFTWARE, TEAMS,
    TRAINING,
};
use crate::model::{Annotations, Edition, TableName, Words};
use std::borrow::Cow;

/// A published table: what it is called everywhere, and its columns.
#[derive(Debug)]
pub struct TableDescription {
    /// Its name in addresses, in the names of files and in `colonne`.
    pub name: &'static str,
    /// Its usual printed title; this and all that is said here through the words of the edition.
    pub title: &'static str,
    /// What stands above it on a page, where that is not its title.
    pub caption: Option<&'static str>,
    /// What the open data say of it; `None` if no file of theirs holds it.
    pub data: Option<DataWords>,
    /// Whether the open data have a last column for the notes.
    pub note_in_data: bool,
    /// Headings of columns that no key of a record fills.
    pub beside: &'static [Heading],
    /// The columns that it publishes.
    pub columns: fn() -> Vec<&'static Column>,
    /// The columns that an edition adds to them.
    pub added: for<'a> fn(&'a Edition) -> Vec<AddedColumn<'a>>,
}

/// A column that an edition adds to a table, or any column of its data with the words of the edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedColumn<'a> {
    /// Its key in the data.
    pub key: Cow<'a, str>,
    /// Its usual heading.
    pub heading: String,
    /// What it is, as the page of the data says it.
    pub dictionary: String,
}

/// What an edition adds to most tables.
pub(super) fn nothing(_: &Edition) -> Vec<AddedColumn<'_>> {
    Vec::new()
}

/// What the open data say of a table.
#[derive(Debug)]
pub struct DataWords {
    /// Its title, where it is not the printed one.
    pub title: Option<&'static str>,
    /// What the page of the data calls it, where that is not its title.
    pub listed: Option<&'static str>,
    /// What it holds, in one sentence.
    pub description: ColumnWords,
    /// What it holds, in the middle of a sentence.
    pub sense: ColumnWords,
}

/// Words that speak of the columns that an edition has, and of no others, in the words of the edition.
pub type ColumnWords = for<'w> fn(&'w Words, &EditionColumns) -> Cow<'w, str>;

/// The words of those columns that a table has, as a list: `rischio corruttivo, finalità e fasi`.
pub(super) fn listed(
    words: &Words,
    present: &EditionColumns,
    table: &TableDescription,
    columns: &[(&str, &'static str)],
) -> String {
    let there = columns.iter().filter(|(key, _)| present.shows(table, key));
    let words: Vec<&str> = there.map(|(_, text)| words.say(text)).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} e {last}", first.join(", ")),
    }
}

/// The heading of a column that no key of a record fills.
#[derive(Debug)]
pub struct Heading {
    /// The key by which `colonne` changes it.
    pub key: &'static str,
    /// The usual heading.
    pub usual: &'static str,
}

/// The published tables, in the order of the contract.
pub static TABLES: [&TableDescription; 11] = [
    &AREAS,
    &SERVICES,
    &TEAMS,
    &PROCESSES,
    &SOFTWARE,
    &TRAINING,
    &ADOPTION,
    &EXPECTED_BEHAVIOURS,
    &INDICATORS,
    &EXCLUSIONS,
    &REFERENCES,
];

/// The description of a table.
pub fn table(name: TableName) -> &'static TableDescription {
    match name {
        TableName::Processes => &PROCESSES,
        TableName::Teams => &TEAMS,
        TableName::Software => &SOFTWARE,
        TableName::Training => &TRAINING,
        TableName::Adoption => &ADOPTION,
        TableName::ExpectedBehaviours => &EXPECTED_BEHAVIOURS,
        TableName::Indicators => &INDICATORS,
        TableName::Exclusions => &EXCLUSIONS,
        TableName::References => &REFERENCES,
    }
}

/// The printed title of a table in an edition.
pub fn title(edition: &Edition, name: TableName) -> &str {
    table(name).title_in(edition)
}

impl TableDescription {
    /// Whether this is what `colonne` calls it: `smart-team`, or `smart_team` as the key of the data file.
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.name.replace('-', "_") == name
    }

    /// Its printed title in an edition.
    pub fn title_in<'a>(&self, edition: &'a Edition) -> &'a str {
        edition.model.title_of(self.name).unwrap_or_else(|| edition.model.words.say(self.usual_title(edition)))
    }

    /// Its title where the edition gives it none.
    fn usual_title(&self, edition: &Edition) -> &'static str {
        if self.name == EXCLUSIONS.name { exclusion::usual_title(edition) } else { self.title }
    }

    /// The title of its open data.
    pub fn data_title<'a>(&self, edition: &'a Edition) -> &'a str {
        let usual = self.data.as_ref().and_then(|data| data.title).unwrap_or(self.title);
        edition.model.title_of(self.name).unwrap_or_else(|| edition.model.words.say(usual))
    }

    /// What the page of the data calls it.
    pub fn listed<'a>(&self, edition: &'a Edition) -> &'a str {
        let listed = self.data.as_ref().and_then(|data| data.listed);
        let listed = listed.filter(|_| edition.model.title_of(self.name).is_none());
        listed.map_or_else(|| self.data_title(edition), |listed| edition.model.words.say(listed))
    }

    /// What stands above it on a page, where the edition follows.
    pub fn caption(&self, edition: &Edition) -> String {
        format!("{}, edizione {}", self.caption_start(edition), edition.id.as_str())
    }

    /// How that begins.
    pub fn caption_start<'a>(&self, edition: &'a Edition) -> &'a str {
        let usual = self.caption.unwrap_or_else(|| self.usual_title(edition));
        edition.model.title_of(self.name).unwrap_or_else(|| edition.model.words.say(usual))
    }

    /// The columns of its open data, without those that the edition adds.
    pub fn data_columns(&self) -> Vec<&'static Column> {
        if self.data.is_none() {
            return Vec::new();
        }
        let note = columns::<Annotations>();
        let note = note.into_iter().filter(|column| self.note_in_data && column.shows.data);
        (self.columns)().into_iter().filter(|column| column.shows.data).chain(note).collect()
    }
}
