use super::column::Column;
use super::description::{Described, columns};
use super::indicator::indicator_parts;
use super::own::{dictionary, value};
use super::table::{AddedColumn, TableDescription};
use super::{
    ADOPTION, AREAS, EXCLUSIONS, EXPECTED_BEHAVIOURS, INDICATORS, PROCESSES, REFERENCES, SERVICES, SOFTWARE, TEAMS,
    TRAINING,
};
use crate::model::{Annotations, Edition, Graph, OwnColumn};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Which columns the tables of an edition have: those that must be there, and those that some row fills.
///
/// Whoever shows, counts, describes or asks for a column asks here first: of a column that no row fills nothing is published.
#[derive(Debug, Default)]
pub struct EditionColumns {
    /// For each table, by its name: how many of its rows fill a column, by its key.
    filled: BTreeMap<&'static str, BTreeMap<String, usize>>,
    /// Columns of pages and paper that show more than their own key: of which table, under which name.
    drawn: BTreeSet<(&'static str, &'static str)>,
    /// Whether the state of adoption counts anybody yet.
    counts_people: bool,
}

/// The columns of the state of adoption that count persons.
const COUNTS: [&str; 2] = ["dipendenti", "agili"];

impl EditionColumns {
    /// Looks through every row of an edition.
    pub fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let mut this = Self::default();
        this.add(&AREAS, &edition.areas.rows);
        this.add(&SERVICES, &edition.services.rows);
        this.add(&TEAMS, &edition.teams.rows);
        this.add(&PROCESSES, &edition.processes.rows);
        this.add(&SOFTWARE, &edition.software.rows);
        this.add(&TRAINING, &edition.training.groups.rows);
        edition.training.groups.rows.iter().for_each(|group| this.add(&TRAINING, &group.modules));
        this.add(&ADOPTION, &edition.adoption.rows.rows);
        this.add(&EXPECTED_BEHAVIOURS, &edition.expected_behaviours.rows);
        this.add(&INDICATORS, &edition.indicators.rows);
        this.add(&EXCLUSIONS, &edition.exclusions.rows);
        this.add(&REFERENCES, &edition.references);
        this.counts_people = edition.adoption.counts_people();
        this.draw(edition, graph);
        this
    }

    fn add<R: Described>(&mut self, table: &TableDescription, records: &[R]) {
        let filled = self.filled.entry(table.name).or_default();
        for record in records {
            let note = record.annotations().into_iter().flat_map(Described::values);
            let ours = record.values().chain(note).map(|(column, value)| (column.key, value));
            let own = record.annotations().into_iter().flat_map(|annotations| &annotations.own);
            let own = own.map(|entry| (entry.key.as_str(), value(&entry.value)));
            for (key, _) in ours.chain(own).filter(|(_, value)| value.is_stated()) {
                match filled.get_mut(key) {
                    Some(rows) => *rows += 1,
                    None => drop(filled.insert(key.to_owned(), 1)),
                }
            }
        }
    }

    /// What pages and paper show of a row besides the keys that it fills.
    fn draw(&mut self, edition: &Edition, graph: &Graph<'_>) {
        let processes = 0..edition.processes.rows.len();
        let teams = 0..edition.teams.rows.len();
        let columns = [
            // The areas of teams and services stand for those that a row does not name.
            (&PROCESSES, "area", processes.clone().any(|row| !graph.process_areas(row).is_empty())),
            (&PROCESSES, "servizio", processes.clone().any(|row| !graph.process_services[row].is_empty())),
            (&PROCESSES, "servizio", teams.is_empty() && !graph.common_processes.is_empty()),
            (&TEAMS, "area", teams.clone().any(|team| graph.team_area(team).is_some())),
            (&ADOPTION, "macro_organizzazione", self.has_usual_adoption(edition.adoption.rows.rows.len())),
        ];
        let drawn = columns.into_iter().filter(|(.., is_drawn)| *is_drawn);
        self.drawn.extend(drawn.map(|(table, name, _)| (table.name, name)));
    }

    /// Whether the state of adoption has the columns of the published table, and those alone.
    fn has_usual_adoption(&self, rows: usize) -> bool {
        let usual = ["area", "servizio", "smart_team", "giorni_settimana"];
        let has_usual = usual.iter().all(|key| self.fills(&ADOPTION, key) > 0);
        // Every row begins with its team, and there are persons to count.
        has_usual
            && self.counts_people
            && self.fills(&ADOPTION, "smart_team") == rows
            && self.fills(&ADOPTION, "giorni") == 0
    }

    /// How many rows of a table fill a column.
    pub fn fills(&self, table: &TableDescription, key: &str) -> usize {
        self.filled.get(table.name).and_then(|filled| filled.get(key)).copied().unwrap_or_default()
    }

    /// Whether the data have a column.
    pub fn has(&self, table: &TableDescription, column: &Column) -> bool {
        column.is_required() || self.fills(table, column.key) > 0
    }

    /// Whether the open data have a column: one that must be there, and that no row has decided yet, is not among those that rows fill.
    pub fn publishes(&self, table: &TableDescription, column: &Column) -> bool {
        let fills = self.fills(table, column.key) > 0;
        let is_empty = || self.filled.get(table.name).is_none_or(BTreeMap::is_empty);
        column.shows.data && (fills || column.is_required() && is_empty())
    }

    /// Whether pages and paper have the column of a table with this published name.
    pub fn shows(&self, table: &TableDescription, name: &str) -> bool {
        // Without teams, a process may still be said to concern `tutti`: then it concerns every office.
        if table.name == PROCESSES.name && name == "smart_team" && self.fills(&TEAMS, "id") == 0 {
            return false;
        }
        // Nobody is counted yet: one sentence says so, not every row.
        if table.name == ADOPTION.name && COUNTS.contains(&name) && !self.counts_people {
            return false;
        }
        let own = (table.columns)().into_iter().find(|column| column.published == name);
        own.is_some_and(|column| self.has(table, column)) || self.drawn.contains(&(table.name, name))
    }

    /// The columns of a table's open data with the words of the edition: ours, those of its rows, those of `modello.yaml`.
    pub fn published<'a>(&self, edition: &'a Edition, table: &TableDescription) -> Vec<AddedColumn<'a>> {
        let mut columns = Vec::new();
        for column in self.in_data(table) {
            let heading = table.data_heading(edition, column);
            match indicator_parts(edition, column.key).filter(|_| table.name == INDICATORS.name) {
                Some(parts) => columns.extend(parts.into_iter().map(|part| part.column(heading))),
                None => columns.push(AddedColumn {
                    key: Cow::Borrowed(column.published),
                    heading: heading.to_owned(),
                    dictionary: table.dictionary(edition, column),
                }),
            }
        }
        let own = |column: AddedColumn<'a>| match table.own_heading(edition, &column.key) {
            Some(heading) => AddedColumn { heading: heading.to_owned(), ..column },
            None => column,
        };
        columns.extend(self.added(edition, table).into_iter().map(own));
        columns
    }

    /// The columns of a table's open data, without those that the edition adds.
    pub fn in_data(&self, table: &TableDescription) -> Vec<&'static Column> {
        if table.data.is_none() {
            return Vec::new();
        }
        let note = columns::<Annotations>().into_iter().filter(|_| table.note_in_data);
        let all = (table.columns)().into_iter().chain(note);
        all.filter(|column| self.publishes(table, column)).collect()
    }

    /// The columns that the administration adds to a table and that are published: those that must be there, and those that some row fills.
    pub fn own<'a>(&self, edition: &'a Edition, table: &TableDescription) -> Vec<&'a OwnColumn> {
        let published = edition.model.published_columns_of(table.name);
        published.filter(|column| column.required || self.fills(table, &column.key) > 0).collect()
    }

    /// The columns that an edition adds to a table: by its rows, then with `modello.yaml`.
    pub fn added<'a>(&self, edition: &'a Edition, table: &TableDescription) -> Vec<AddedColumn<'a>> {
        let own = self.own(edition, table).into_iter().map(|column| AddedColumn {
            key: Cow::Borrowed(column.key.value.as_str()),
            heading: column.title.value.clone(),
            dictionary: dictionary(edition, column),
        });
        (table.added)(edition).into_iter().chain(own).collect()
    }
}
