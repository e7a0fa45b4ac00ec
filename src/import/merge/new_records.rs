//! The records that sheets state and the data do not have: added once all sheets have been read.

use super::Merger;
use super::pending::Pending;
use crate::edit::{Refusal, Written};
use crate::import::deed::{Deed, DeedKind, called};
use crate::tables::Home;
use crate::workbook::SheetColumn;
use std::collections::BTreeMap;

impl Merger<'_, '_> {
    /// Adds the records that were not there, those of one table together.
    pub(super) fn add(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let mut records: Vec<Written> = pending.iter().map(Pending::record).collect();
        let mut tables: Vec<(&'static Home, Vec<usize>)> = Vec::new();
        for (number, Pending { home, .. }) in pending.iter().enumerate() {
            match tables.iter_mut().find(|(known, _)| known.table == home.table) {
                Some((_, numbers)) => numbers.push(number),
                None => tables.push((home, vec![number])),
            }
        }
        let mut refused: Vec<Option<Refusal>> = vec![None; pending.len()];
        for (home, numbers) in tables {
            let mut own: Vec<Written> = numbers.iter().filter_map(|number| records.get(*number).cloned()).collect();
            for (at, refusal) in self.target.add_all(home, &mut own) {
                if let Some(place) = numbers.get(at).and_then(|number| refused.get_mut(*number)) {
                    *place = Some(refusal);
                }
            }
            for (number, record) in numbers.into_iter().zip(own) {
                if let Some(place) = records.get_mut(number) {
                    *place = record;
                }
            }
        }
        let columns = self.columns(&pending, &records);
        for ((pending, record), refusal) in pending.iter().zip(&records).zip(refused) {
            let columns = columns.get(pending.home.table).map(Vec::as_slice).unwrap_or_default();
            self.added(pending, columns, record, refusal);
        }
    }

    /// The columns of each table to which records were added; what these say refers to other new ones by their names.
    fn columns(&mut self, pending: &[Pending], records: &[Written]) -> BTreeMap<&'static str, Vec<SheetColumn>> {
        let mut tables: BTreeMap<&'static str, (&'static Home, Vec<Written>)> = BTreeMap::new();
        for (Pending { home, .. }, record) in pending.iter().zip(records) {
            tables.entry(home.table).or_insert((home, Vec::new())).1.push(record.clone());
            self.target.learn(home, record.entries());
        }
        tables.into_iter().map(|(table, (home, records))| (table, self.target.columns_with(home, &records))).collect()
    }

    /// Tells of a record that was added, or was not.
    fn added(&mut self, pending: &Pending, columns: &[SheetColumn], record: &Written, refused: Option<Refusal>) {
        let home = pending.home;
        match refused {
            None => self.effect.deeds.push(Deed {
                table: self.target.title(home),
                record: called(home, record),
                kind: DeedKind::Added,
                fields: self.target.told(columns, record),
                files: vec![pending.file.clone()],
            }),
            Some(refusal) => self.effect.problems.push(pending.problem(refusal.to_string())),
        }
    }
}
