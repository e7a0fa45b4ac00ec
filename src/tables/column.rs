use super::kind::Kind;
use super::value::Value;
use crate::model::Words;

/// A column of a table: everything that the program knows of it, as data.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The key of the data files.
    pub key: &'static str,
    /// What the published tables call it: usually its key.
    pub published: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// Whether it must be there.
    pub need: Need,
    /// The printed heading; this and what stands below is said through the words of the edition.
    pub heading: &'static str,
    /// The heading of the data files, where it differs from the printed one.
    pub data_heading: Option<&'static str>,
    /// What it is, as an editor shows it.
    pub meaning: &'static str,
    /// What it is, as the page of the data says it: usually its heading in lower case.
    pub dictionary: Option<&'static str>,
    /// What an absent value means in the data files.
    pub absent: Option<&'static str>,
    /// Where it shows.
    pub shows: Shows,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Its absence is a finding.
    Required,
    /// It may be absent.
    Optional,
    /// A table may do without it; where most rows of a table have it, its absence from another is a finding.
    Usual,
    /// It must be there, and a rule of its own says so.
    ByRule,
    /// The loader reads it in a way of its own.
    Special,
}

/// Where the values of a column show.
#[derive(Clone, Copy, Debug)]
pub struct Shows {
    /// In the table of the pages.
    pub page: Place,
    /// On the page of the record.
    pub record: Place,
    /// In the table of the PDFs.
    pub paper: Place,
    /// In the open data.
    pub data: bool,
    /// Among the texts by which the search finds the record.
    pub search: bool,
    /// Between two editions.
    pub comparison: Place,
}

/// How a column shows in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Like any other column of its kind.
    Plain,
    /// In a way of its own, which the code or the template of that place knows.
    Own,
    /// Not at all.
    Nowhere,
}

impl Column {
    /// A column that shows everywhere.
    pub(super) const fn new(
        key: &'static str,
        kind: Kind,
        need: Need,
        heading: &'static str,
        meaning: &'static str,
    ) -> Self {
        let shows = Shows {
            page: Place::Plain,
            record: Place::Plain,
            paper: Place::Plain,
            data: true,
            search: kind.is_prose(),
            comparison: Place::Plain,
        };
        let (published, data_heading, dictionary, absent) = (key, None, None, None);
        Self { key, published, kind, need, heading, data_heading, meaning, dictionary, absent, shows }
    }

    /// The usual heading in the data files.
    pub fn data_heading(&self) -> &'static str {
        self.data_heading.unwrap_or(self.heading)
    }

    /// What it is, as the page of the data says it.
    pub fn dictionary(&self, words: &Words) -> String {
        let lower = || {
            let mut letters = words.say(self.data_heading()).chars();
            letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
        };
        self.dictionary.map_or_else(lower, |said| words.say(said).to_owned())
    }

    /// A value of it as people read it, one item for each text.
    pub fn spoken(&self, value: Value<'_>) -> Vec<String> {
        self.kind.spoken(value)
    }

    /// Whether every record has it.
    pub fn is_required(&self) -> bool {
        matches!(self.need, Need::Required | Need::ByRule)
    }

    /// Whether pages or paper show it.
    pub fn is_printed(&self) -> bool {
        [self.shows.page, self.shows.record, self.shows.paper].iter().any(|place| *place != Place::Nowhere)
    }
}
