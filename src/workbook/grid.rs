use super::cell::{encode, fitting};
use super::column::SheetColumn;
use super::names::RecordLabels;
use crate::edit::{Ledger, Place, Step, Written};
use crate::model::Edition;
use crate::tables::{HOMES, Home, Names};
use std::collections::{BTreeMap, HashMap};

/// A table of an edition as cells.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The table.
    pub home: &'static Home,
    /// Its title.
    pub title: String,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Its records.
    pub rows: Vec<GridRow>,
    /// The number of the record of each key.
    by_key: HashMap<String, usize>,
}

/// A record as cells.
#[derive(Clone, Debug)]
pub struct GridRow {
    /// What tells it from the others of its table.
    pub key: String,
    /// Where it is written.
    pub place: Place,
    /// What it says.
    pub value: Written,
    /// What its cells show, one for each column.
    pub cells: Vec<String>,
    /// Its number among the records of its table.
    pub number: usize,
}

impl Grid {
    /// Every table of an edition, and the sheet of what stands beside their records.
    pub fn all(edition: &Edition, ledger: &Ledger, labels: &RecordLabels) -> Vec<Self> {
        let beside = super::settings::grid(edition, ledger, labels);
        let beside = Some(beside).filter(|grid| !grid.rows.is_empty());
        HOMES.iter().map(|home| Self::of(home, edition, ledger, labels)).chain(beside).collect()
    }

    fn of(home: &'static Home, edition: &Edition, ledger: &Ledger, labels: &RecordLabels) -> Self {
        let records = records(home, ledger);
        let values: Vec<Written> = records.iter().map(|(_, value)| value.clone()).collect();
        let columns = SheetColumn::all(home, edition, ledger, &values);
        let keys = keys(home.names, &values);
        let row = |(number, ((place, value), key)): (usize, ((Place, Written), String))| {
            let cells = columns.iter().map(|column| encode(column, &value, labels)).collect();
            GridRow { key, place, value, cells, number }
        };
        let rows = records.into_iter().zip(keys).enumerate().map(row).collect();
        Self::new(home, home.title_in(edition).to_owned(), columns, rows)
    }

    /// A table with its columns and records.
    pub(super) fn new(home: &'static Home, title: String, columns: Vec<SheetColumn>, rows: Vec<GridRow>) -> Self {
        let mut by_key = HashMap::new();
        for (number, row) in rows.iter().enumerate() {
            by_key.entry(row.key.clone()).or_insert(number);
        }
        Self { home, title, columns, rows, by_key }
    }

    /// The column with a key.
    pub fn column(&self, key: &str) -> Option<(usize, &SheetColumn)> {
        self.columns.iter().enumerate().find(|(_, column)| column.key() == key)
    }

    /// The record with a key.
    pub fn row(&self, key: &str) -> Option<&GridRow> {
        self.by_key.get(key).and_then(|number| self.rows.get(*number))
    }
}

/// The records of a table with their places; a module knows the name of its group.
fn records(home: &Home, ledger: &Ledger) -> Vec<(Place, Written)> {
    let items = ledger.items(home.file, home.list);
    let Some(inner) = home.inner else {
        return items.into_iter().map(|(place, value)| (place, value.clone())).collect();
    };
    let mut records = Vec::new();
    for (place, group) in items {
        let name = group.get("nome").cloned().unwrap_or(Written::Nothing);
        for (number, module) in group.get(inner).map(Written::items).unwrap_or_default().iter().enumerate() {
            let mut own = place.clone();
            own.path.extend([Step::from(inner), Step::from(number)]);
            let named = [("gruppo".to_owned(), name.clone())].into_iter().chain(module.entries().iter().cloned());
            records.push((own, Written::Group(named.collect())));
        }
    }
    records
}

/// What tells each record from the others; those that nothing tells apart are counted.
fn keys(names: Names, records: &[Written]) -> Vec<String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut unique = |record: &Written| {
        let name = fitting(&name(names, record));
        let time = times.entry(name.clone()).or_default();
        *time += 1;
        if *time == 1 { name } else { format!("{name} #{time}") }
    };
    records.iter().map(&mut unique).collect()
}

/// What a record of a table is called by the keys that tell it from others.
pub fn name_of(home: &Home, record: &Written) -> String {
    name(home.names, record)
}

fn name(names: Names, record: &Written) -> String {
    let scalar = |key: &&str| record.get(key).and_then(Written::scalar).filter(|text| !text.is_empty());
    let found = match names {
        Names::First(keys) => keys.iter().find_map(scalar).unwrap_or_default().to_owned(),
        Names::All(keys) => keys.iter().filter_map(scalar).collect::<Vec<_>>().join(" › "),
    };
    if found.is_empty() { first_text(record).unwrap_or("voce").to_owned() } else { found }
}

/// The first text that a record holds.
fn first_text(record: &Written) -> Option<&str> {
    match record {
        Written::Group(entries) => entries.iter().find_map(|(_, value)| first_text(value)),
        Written::List(items) => items.iter().find_map(first_text),
        _ => record.scalar().filter(|text| !text.is_empty()),
    }
}
