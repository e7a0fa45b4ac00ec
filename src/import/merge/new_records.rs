//! The records that sheets state and the data do not have: added once all sheets have been read.

use super::Merger;
use super::pending::Pending;
use crate::edit::{Refusal, Written};
use crate::import::additions;
use crate::import::deed::{Deed, DeedKind};
use crate::tables::Home;
use crate::workbook::name_of;

impl Merger<'_, '_> {
    /// Adds the records that were not there, many of one table together.
    pub(super) fn add(&mut self) {
        let (joined, single): (Vec<Pending>, Vec<Pending>) =
            std::mem::take(&mut self.pending).into_iter().partition(|pending| additions::are_joined(pending.home));
        self.add_single(single);
        let mut tables: Vec<&'static Home> = Vec::new();
        for pending in &joined {
            if !tables.iter().any(|home| home.table == pending.home.table) {
                tables.push(pending.home);
            }
        }
        for home in tables {
            let own: Vec<&Pending> = joined.iter().filter(|pending| pending.home.table == home.table).collect();
            let records: Vec<Written> = own.iter().map(|pending| pending.record()).collect();
            let refused = self.target.add_all(home, &records);
            for (number, (pending, record)) in own.into_iter().zip(&records).enumerate() {
                let refusal = refused.iter().find(|(other, _)| *other == number);
                self.added(pending, record, refusal.map(|(_, refusal)| refusal.clone()));
            }
        }
    }

    fn add_single(&mut self, pending: Vec<Pending>) {
        for pending in pending {
            let home = pending.home;
            let mut record = pending.record();
            if let (Some(id), Written::Group(entries)) = (self.target.new_id(home, &record), &mut record) {
                entries.insert(0, ("id".to_owned(), Written::text(id)));
            }
            let refused = self.target.add(home, &record).err();
            self.added(&pending, &record, refused);
        }
    }

    /// Tells of a record that was added, or was not.
    fn added(&mut self, pending: &Pending, record: &Written, refused: Option<Refusal>) {
        let home = pending.home;
        match refused {
            None => self.effect.deeds.push(Deed {
                table: self.target.title(home),
                record: name_of(home, record),
                kind: DeedKind::Added,
                fields: self.target.told(home, record),
                files: vec![pending.file.clone()],
            }),
            Some(refusal) => self.effect.problems.push(pending.problem(refusal.to_string())),
        }
    }
}
