use super::PROCESSES;
use super::column::Column;
use super::edition_columns::EditionColumns;
use super::table::TableDescription;
use crate::model::{Answer, Edition, Keyword as _};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The printed headings of a table by the names of its columns, those of the edition in the place of the usual ones.
pub type Headings<'a> = BTreeMap<&'static str, &'a str>;

impl TableDescription {
    /// The heading that the edition gives to a column with `colonne`.
    pub fn own_heading<'a>(&self, edition: &'a Edition, column: &str) -> Option<&'a str> {
        let own = |table: &str, key: &str| self.is_called(table) && key == column;
        let label = edition.columns.iter().find(|label| own(&label.table.value, &label.column.value))?;
        Some(label.heading.value.as_str())
    }

    /// The printed heading of a column.
    pub fn heading<'a>(&self, edition: &'a Edition, column: &Column) -> &'a str {
        self.own_heading(edition, column.published).unwrap_or_else(|| edition.model.words.say(column.heading))
    }

    /// The printed heading of the column with a key; empty if there is none.
    pub fn heading_of<'a>(&self, edition: &'a Edition, key: &str) -> &'a str {
        let column = (self.columns)().into_iter().find(|column| column.key == key);
        column.map_or("", |column| self.heading(edition, column))
    }

    /// The heading of a column in the data files.
    pub fn data_heading<'a>(&self, edition: &'a Edition, column: &Column) -> &'a str {
        let usual = if self.is_everyone(edition, column) { "Chi riguarda" } else { column.data_heading() };
        self.own_heading(edition, column.published).unwrap_or_else(|| edition.model.words.say(usual))
    }

    /// What a column is, as the page of the data says it.
    pub fn dictionary(&self, edition: &Edition, column: &Column) -> String {
        if self.is_everyone(edition, column) {
            return edition.model.words.say("«tutti» se [il processo] riguarda tutti gli uffici").to_owned();
        }
        if self.name == PROCESSES.name {
            return own_scale(edition, column).unwrap_or_else(|| column.dictionary(&edition.model.words));
        }
        column.dictionary(&edition.model.words)
    }

    /// Whether a column names teams in an edition that has none: it can only say that a process concerns everyone.
    fn is_everyone(&self, edition: &Edition, column: &Column) -> bool {
        self.name == PROCESSES.name && column.key == "smart_team" && !edition.has_teams()
    }

    /// The printed headings of the columns that the edition has: a template draws a column where there is a heading for it.
    pub fn headings<'a>(&self, edition: &'a Edition, present: &EditionColumns) -> Headings<'a> {
        let printed = (self.columns)().into_iter().filter(|column| column.is_printed());
        let columns = printed.map(|column| (column.published, column.heading));
        let all = columns.chain(self.beside.iter().map(|heading| (heading.key, heading.usual)));
        let present = all.filter(|(key, _)| present.shows(self, key));
        present
            .map(|(key, usual)| (key, self.own_heading(edition, key).unwrap_or_else(|| edition.model.words.say(usual))))
            .collect()
    }

    /// The columns to which `colonne` can give a heading that shows somewhere.
    pub fn named<'a>(&self, edition: &'a Edition) -> Vec<Cow<'a, str>> {
        let printed = (self.columns)().into_iter().filter(|column| column.is_printed()).map(|column| column.published);
        let beside = self.beside.iter().map(|heading| heading.key);
        let data = self.data_columns().into_iter().map(|column| column.published);
        let own = edition.model.columns_of(self.name).map(|column| column.key.value.as_str());
        let added = (self.added)(edition).into_iter().map(|column| column.key);
        let ours = printed.chain(beside).chain(data).map(Cow::Borrowed);
        let mut names: Vec<Cow<'a, str>> = Vec::new();
        for name in ours.chain(added).chain(own.map(Cow::Borrowed)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// The words of a scale that is the administration's own.
fn own_scale(edition: &Edition, column: &Column) -> Option<String> {
    let scales = &edition.model.scales;
    match column.key {
        "rischio" if !scales.risk.is_empty() => {
            let steps = scales.risk_words().join(", ");
            Some(
                edition
                    .model
                    .words
                    .fill("[rischio corruttivo], [dal più basso!rischio][in ordine crescente@rischio]: {}", &[&steps]),
            )
        }
        "smartabilita" if !scales.answers.is_empty() => {
            let said = |(word, answer): &(&str, Answer)| {
                let own: Vec<&str> = scales.words_of(*answer).collect();
                if own.is_empty() { (*word).to_owned() } else { format!("{word} ({})", own.join(", ")) }
            };
            let answers: Vec<String> = Answer::KEYWORDS.iter().map(said).collect();
            Some(format!("{}: il dato è la parola scritta", answers.join(", ")))
        }
        _ => None,
    }
}
