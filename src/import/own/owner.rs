use crate::tables::Names;
use crate::workbook::{ReturnedRow, ReturnedTable};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A name that more records than these share tells none of them from the others.
const NAMESAKES: usize = 8;
/// So many pairs of a row and a record are held against each other; where there are more, the whole table was replaced.
const PAIRS: usize = 1_000_000;

/// Which of the records that a workbook held each row of a table is, by their keys; `None` for a new row. A row that equals a record is that
/// record, wherever it stands: rows are copied, sorted and filled in by people who do not see the column of the keys. Of the others a row is
/// the record of its key or of its name, the one that it is more like. `may_go` = a record that no row is goes out of the data: then a row
/// without a key that is nearly equal to one is that record, too.
pub(super) fn owners(table: &ReturnedTable, names: Names, may_go: bool) -> Vec<Option<&str>> {
    let mut owners = Owners { table, found: vec![None; table.rows.len()], taken: BTreeSet::new() };
    owners.equal();
    owners.called(names);
    if may_go {
        owners.nearly();
    }
    owners.found
}

struct Owners<'t> {
    table: &'t ReturnedTable,
    found: Vec<Option<&'t str>>,
    taken: BTreeSet<&'t str>,
}

/// What a record held, by the keys of the columns.
type Held = BTreeMap<String, String>;
/// A record by its key.
type Record<'t> = (&'t str, &'t Held);
/// That a row may be a record: how many cells they have alike, whether the row bears its key, the number of the row.
type Likeness<'t> = (usize, bool, Reverse<usize>, &'t str);

impl<'t> Owners<'t> {
    fn take(&mut self, row: usize, key: &'t str) {
        if self.found[row].is_none() && self.taken.insert(key) {
            self.found[row] = Some(key);
        }
    }

    /// The rows that are no record yet and may be one.
    fn free(&self) -> impl Iterator<Item = (usize, &'t ReturnedRow)> {
        let rows = self.table.rows.iter().enumerate();
        rows.filter(|(at, row)| self.found[*at].is_none() && !row.has_lost_key())
    }

    /// The records that no row is yet.
    fn left(&self) -> impl Iterator<Item = Record<'t>> {
        let origin = self.table.origin.iter().map(|(key, cells)| (key.as_str(), cells));
        origin.filter(|(key, _)| !self.taken.contains(key))
    }

    /// The rows that equal a record, those that bear its key first.
    fn equal(&mut self) {
        let table = self.table;
        let keys = || table.keys.iter().filter(|key| !key.is_empty());
        let mut records: HashMap<Vec<&str>, Vec<&'t str>> = HashMap::new();
        for (key, cells) in self.left() {
            let texts = keys().map(|key| cells.get(key).map_or("", String::as_str)).collect();
            records.entry(texts).or_default().push(key);
        }
        let mut displaced = Vec::new();
        for (at, row) in self.free().filter(|(_, row)| row.failed.is_empty()).collect::<Vec<_>>() {
            let texts: Vec<&str> = table.cells(row).map(|(_, text)| text).collect();
            let Some(equal) = records.get(&texts) else { continue };
            match equal.iter().find(|key| **key == row.key) {
                Some(key) => self.take(at, key),
                None => displaced.push((at, equal)),
            }
        }
        for (at, equal) in displaced {
            if let Some(key) = equal.iter().find(|key| !self.taken.contains(**key)) {
                self.take(at, key);
            }
        }
    }

    /// The rows that bear the key or the name of a record.
    fn called(&mut self, names: Names) {
        let mut bearers: HashMap<String, Vec<Record<'t>>> = HashMap::new();
        for (key, cells) in self.left() {
            let name = name(names, |column| cells.get(column).map_or("", String::as_str));
            bearers.entry(name).or_default().push((key, cells));
        }
        bearers.retain(|name, bearers| !name.is_empty() && bearers.len() <= NAMESAKES);
        let mut found = Vec::new();
        for (at, row) in self.free() {
            let mut like = |key: &'t str, cells: &Held| {
                found.push((alike(self.table, row, cells), key == row.key, Reverse(at), key));
            };
            let own = self.table.origin.get_key_value(&row.key);
            if let Some((key, cells)) = own.filter(|(key, _)| !self.taken.contains(key.as_str())) {
                like(key, cells);
            }
            let called = name(names, |column| self.table.cell(row, column));
            for (key, cells) in bearers.get(&called).into_iter().flatten().filter(|(key, _)| *key != row.key) {
                like(key, cells);
            }
        }
        self.settle(found);
    }

    /// The rows that are a record but for a few cells, and name no other by its identifier.
    fn nearly(&mut self) {
        let mut found = Vec::new();
        if self.free().count().saturating_mul(self.left().count()) > PAIRS {
            return;
        }
        for (at, row) in self.free() {
            let filled = self.table.cells(row).filter(|(_, text)| !text.is_empty()).count();
            for (key, cells) in self.left() {
                let has_same_id = cells.get("id").map_or("", String::as_str) == self.table.cell(row, "id");
                let alike = if has_same_id { alike(self.table, row, cells) } else { 0 };
                if alike > 0 && alike * 3 >= filled.max(cells.len()) * 2 {
                    found.push((alike, key == row.key, Reverse(at), key));
                }
            }
        }
        self.settle(found);
    }

    /// Gives each record to the row that is most like it.
    fn settle(&mut self, mut found: Vec<Likeness<'t>>) {
        found.sort_unstable_by(|left, right| right.cmp(left));
        for (_, _, Reverse(at), key) in found {
            self.take(at, key);
        }
    }
}

/// How many filled cells of a row hold what a record held.
fn alike(table: &ReturnedTable, row: &ReturnedRow, record: &Held) -> usize {
    table.cells(row).filter(|(key, text)| record.get(*key).is_some_and(|held| held == text)).count()
}

/// What a row is called by the keys that tell it from others; empty where it has none of them.
fn name<'t>(names: Names, cell: impl Fn(&str) -> &'t str) -> String {
    let mut filled = names.keys().iter().map(|key| cell(key)).filter(|text| !text.is_empty());
    match names {
        Names::First(_) => filled.next().unwrap_or_default().to_owned(),
        Names::All(_) => filled.collect::<Vec<_>>().join(" › "),
    }
}
