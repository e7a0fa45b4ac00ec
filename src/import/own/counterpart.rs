//! Which record of the data a row of a workbook speaks of. The data may have changed since: because people wrote in them, or because the same
//! workbook was imported before. Therefore a record is found as it was when the workbook was written, or as the row says that it is to be.

use super::said;
use crate::workbook::{Grid, GridRow, RecordLabels, ReturnedRow, ReturnedTable};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// A table of a workbook beside that of the data.
pub(super) struct Counterparts<'c> {
    pub(super) grid: &'c Grid,
    pub(super) labels: &'c RecordLabels,
    /// What the workbook held, by the keys of its records.
    pub(super) origin: &'c BTreeMap<String, BTreeMap<String, String>>,
    /// The columns that both have, by their numbers in the data.
    pub(super) columns: Vec<usize>,
    /// That of the identifiers, by its place among them: a new record may get its own without being given one.
    pub(super) id: Option<usize>,
    pub(super) rows: Vec<Compared<'c>>,
}

/// A row, in the columns that the workbook and the data have.
pub(super) struct Compared<'c> {
    /// The key of the record that it was; `None` for a new one.
    key: Option<&'c str>,
    /// What it held.
    before: Vec<&'c str>,
    /// What it holds, as the data would show it.
    pub(super) after: Vec<String>,
    /// Whether its key is unknown.
    is_lost: bool,
}

impl<'c> Counterparts<'c> {
    /// Compares the rows of a table, of which each is the record of its owner.
    pub(super) fn of(
        table: &'c ReturnedTable,
        owners: &[Option<&'c str>],
        (grid, labels): (&'c Grid, &'c RecordLabels),
    ) -> Self {
        let is_known =
            |key: &String| table.keys.contains(key) || table.origin.values().any(|cells| cells.contains_key(key));
        let columns = grid.columns.iter().enumerate().filter(|(_, column)| is_known(&column.key()));
        let columns: Vec<usize> = columns.map(|(at, _)| at).collect();
        let id = columns.iter().position(|at| grid.columns[*at].path == ["id"]);
        let mut counterparts = Self { grid, labels, origin: &table.origin, columns, id, rows: Vec::new() };
        let rows = table.rows.iter().zip(owners).map(|(row, owner)| counterparts.compared(table, row, *owner));
        counterparts.rows = rows.collect();
        counterparts
    }

    fn compared(&self, table: &'c ReturnedTable, row: &'c ReturnedRow, owner: Option<&'c str>) -> Compared<'c> {
        let held = owner.and_then(|key| table.origin.get(key));
        let now: BTreeMap<&str, &str> = table.cells(row).collect();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for at in &self.columns {
            let column = &self.grid.columns[*at];
            let key = column.key();
            let was = held.and_then(|cells| cells.get(&key)).map_or("", String::as_str);
            let is = now.get(key.as_str()).copied().filter(|_| !row.has_failed(&key)).unwrap_or(was);
            before.push(was);
            after.push(if is == was { was.to_owned() } else { said::spelled(column, is, self.labels) });
        }
        Compared { key: owner, before, after, is_lost: row.has_lost_key() }
    }

    /// The number of the record that each row speaks of, none twice; `None` where the data do not have it.
    pub(super) fn found(&self) -> Vec<Option<usize>> {
        let mut found = Found { rows: vec![None; self.rows.len()], is_taken: vec![false; self.grid.rows.len()] };
        self.as_they_were(&mut found);
        self.as_they_are_to_be(&mut found);
        self.changed_meanwhile(&mut found);
        self.added_before(&mut found);
        found.rows
    }

    /// Whether a record is as the workbook held it.
    pub(super) fn is_as_it_was(&self, held: &BTreeMap<String, String>, number: usize) -> bool {
        let Some(record) = self.grid.rows.get(number) else { return false };
        self.columns.iter().all(|at| {
            let column = &self.grid.columns[*at];
            let (was, now) = (held.get(&column.key()).map_or("", String::as_str), text(record, *at));
            was == now || said::spelled(column, was, self.labels) == now
        })
    }

    /// What a row says in a column, as the data would show it.
    pub(super) fn after(&self, row: usize, column: &str) -> Option<&str> {
        let place = self.columns.iter().position(|at| self.grid.columns[*at].key() == column)?;
        Some(self.rows.get(row)?.after.get(place)?)
    }

    /// What a record says in the columns that are compared.
    pub(super) fn texts(&self, number: usize) -> Vec<&str> {
        self.columns.iter().map(|at| text(&self.grid.rows[number], *at)).collect()
    }

    fn as_they_were(&self, found: &mut Found) {
        let numbers = self.numbers();
        for (at, row) in self.rows.iter().enumerate() {
            let number = row.key.and_then(|key| numbers.get(key)).copied();
            if let Some(number) = number.filter(|number| self.texts(*number) == row.before) {
                found.take(at, number);
            }
        }
    }

    fn as_they_are_to_be(&self, found: &mut Found) {
        let mut whole: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
        let mut without_id: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
        for number in (0..self.grid.rows.len()).filter(|number| !found.is_taken[*number]) {
            let mut texts = self.texts(number);
            if let Some(id) = self.id {
                whole.entry(texts.clone()).or_default().push(number);
                texts[id] = "";
                without_id.entry(texts).or_default().push(number);
            } else {
                whole.entry(texts).or_default().push(number);
            }
        }
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| !row.is_lost) {
            let is_nameless = row.key.is_none() && self.id.is_some_and(|id| row.after[id].is_empty());
            let records = if is_nameless { &without_id } else { &whole };
            let texts: Vec<&str> = row.after.iter().map(String::as_str).collect();
            let free = records.get(&texts).and_then(|all| all.iter().find(|number| !found.is_taken[**number]));
            if let Some(number) = free {
                found.take(at, *number);
            }
        }
    }

    /// The rest by their key of then or by that of now; the surest first.
    fn changed_meanwhile(&self, found: &mut Found) {
        let numbers = self.numbers();
        let mut likely = Vec::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(at, row)| found.rows[*at].is_none() && !row.is_lost) {
            let name = self.name(row);
            let keys = row.key.into_iter().chain([name.as_str()]).filter(|key| !key.is_empty());
            for number in keys.filter_map(|key| numbers.get(key).copied()) {
                likely.extend(self.likeness(row, number).map(|alike| (alike, Reverse(at), number)));
            }
        }
        likely.sort_unstable_by(|left, right| right.cmp(left));
        for (_, Reverse(at), number) in likely {
            found.take(at, number);
        }
    }

    /// How many cells of a record hold what a row held or holds; `None` where that are too few for it to be the same record, or where a new
    /// row says something else.
    fn likeness(&self, row: &Compared<'_>, number: usize) -> Option<usize> {
        let (mut alike, mut filled, mut others) = (0, 0, 0);
        for (at, now) in self.texts(number).into_iter().enumerate() {
            let (was, is) = (row.before[at], row.after[at].as_str());
            if was.is_empty() && is.is_empty() {
                continue;
            }
            filled += 1;
            let is_same = now == is || (row.key.is_some() && now == was);
            // What could not be read was not written either.
            let column = &self.grid.columns[self.columns[at]];
            let is_open = now.is_empty() && said::value(column, is, None, self.labels).is_err();
            alike += usize::from(is_same);
            others += usize::from(!is_same && !is_open);
        }
        let is_enough = if row.key.is_some() { alike * 2 >= filled } else { others == 0 && alike > 0 };
        is_enough.then_some(alike)
    }

    /// What the record of a row is called in the data.
    fn name(&self, row: &Compared<'_>) -> String {
        let record = self.columns.iter().zip(&row.after).filter_map(|(at, text)| {
            let column = &self.grid.columns[*at];
            let value = said::value(column, text, None, self.labels).ok()??;
            matches!(column.path.as_slice(), [_]).then(|| (column.key(), value))
        });
        crate::workbook::name_of(self.grid.home, &crate::edit::Written::Group(record.collect()))
    }

    fn numbers(&self) -> HashMap<&'c str, usize> {
        self.grid.rows.iter().enumerate().map(|(number, row)| (row.key.as_str(), number)).collect()
    }
}

fn text(record: &GridRow, column: usize) -> &str {
    record.cells.get(column).map_or("", String::as_str)
}

/// Which records are found.
pub(super) struct Found {
    pub(super) rows: Vec<Option<usize>>,
    pub(super) is_taken: Vec<bool>,
}

impl Compared<'_> {
    /// Whether it is no record that the workbook held.
    pub(super) fn is_new(&self) -> bool {
        self.key.is_none() && !self.is_lost
    }
}

impl Found {
    pub(super) fn take(&mut self, row: usize, number: usize) {
        if self.rows[row].is_none() && !self.is_taken[number] {
            self.rows[row] = Some(number);
            self.is_taken[number] = true;
        }
    }
}
