//! New rows of a workbook that was imported before: the records that they became are among those that the data have had since it was written,
//! and are known by what names them, whatever else was corrected in the row or in the data.

use super::counterpart::{Compared, Counterparts, Found};
use super::said;
use crate::diagnostic::nearest;
use crate::model::fold;
use std::collections::{HashMap, HashSet};

/// What names a record: columns that say the same, and columns that say the same or nothing.
type Way = (&'static [&'static str], &'static [&'static str]);

/// What names the records of a table, the surest first.
fn ways(table: &str) -> &'static [Way] {
    match table {
        "servizi" => &[(&["id"], &[]), (&["nome"], &["id", "area", "parte_di"])],
        "smart-team" => &[(&["id"], &[]), (&["nome"], &["id", "servizio"])],
        "processi" => &[(&["codice"], &[]), (&["processo"], &["codice", "smart_team", "servizio", "area"])],
        "indicatori" => &[(&["id"], &[]), (&["indicatore"], &["id"])],
        "formazione" => &[(&["gruppo", "nome"], &[])],
        "attuazione" => &[(&["area", "servizio", "smart_team"], &[])],
        "esclusioni" => &[(&["lettera", "dove"], &[])],
        "riferimenti" => &[(&["atto"], &[])],
        _ => &[(&["id"], &[]), (&["nome"], &["id"])],
    }
}

impl Counterparts<'_> {
    /// The new rows that name a record which the workbook did not hold.
    pub(super) fn added_before(&self, found: &mut Found) {
        for (names, others) in ways(self.grid.home.table) {
            let (names, others) = (self.places(names), self.places(others));
            let mut records: HashMap<String, Vec<usize>> = HashMap::new();
            for number in self.since().filter(|number| !found.is_taken[*number]) {
                let name = joined(&names, |place| self.texts(number)[place]);
                records.entry(name).or_default().push(number);
            }
            for (at, row) in self.rows.iter().enumerate() {
                if !row.is_new() || found.rows[at].is_some() {
                    continue;
                }
                let stated = self.stated(row);
                let name = joined(&names, |place| stated[place]);
                let agree = |number: &&usize| {
                    let now = self.texts(**number);
                    !found.is_taken[**number]
                        && others.iter().all(|place| {
                            let (now, stated) = (now[*place], stated[*place]);
                            now.is_empty() || stated.is_empty() || now == stated
                        })
                };
                let alike = |number: &&usize| {
                    self.texts(**number).iter().zip(&stated).filter(|(now, stated)| now == stated).count()
                };
                let all = records.get(&name).filter(|_| !name.trim().is_empty()).into_iter().flatten();
                if let Some(number) = all.filter(agree).rev().max_by_key(alike).copied() {
                    found.take(at, number);
                }
            }
        }
    }

    /// Of the new rows that are no record, those that say but for a slip in the name what a record says which the workbook did not hold and
    /// no row speaks of; by the number of the row that of the record.
    pub(super) fn slips(&self, found: &[Option<usize>]) -> HashMap<usize, usize> {
        let mut slips = HashMap::new();
        let mut taken: HashSet<usize> = found.iter().copied().flatten().collect();
        for (names, _) in ways(self.grid.home.table) {
            let names = self.places(names);
            let others = |texts: &[&str]| -> Vec<String> {
                let places = (0..texts.len()).filter(|place| !names.contains(place) && Some(*place) != self.id);
                places.map(|place| texts[place].to_owned()).collect()
            };
            let mut records: HashMap<Vec<String>, Vec<(usize, String)>> = HashMap::new();
            for number in self.since().filter(|number| !taken.contains(number)) {
                let now = self.texts(number);
                let name = joined(&names, |place| now[place]);
                records.entry(others(&now)).or_default().push((number, name));
            }
            let new = self.rows.iter().enumerate().filter(|(at, row)| row.is_new() && found[*at].is_none());
            for (at, row) in new {
                let stated = self.stated(row);
                let name = joined(&names, |place| stated[place]);
                let mut all = records.get(&others(&stated)).into_iter().flatten();
                let slip = all.find(|(number, other)| {
                    !taken.contains(number) && *other != name && nearest(&name, [other.as_str()]).is_some()
                });
                if let Some((number, _)) = slip.filter(|_| !slips.contains_key(&at)) {
                    taken.insert(*number);
                    slips.insert(at, *number);
                }
            }
        }
        slips
    }

    /// The records that the workbook did not hold.
    fn since(&self) -> impl Iterator<Item = usize> {
        let rows = self.grid.rows.iter().enumerate();
        rows.filter(|(_, row)| !self.origin.contains_key(&row.key)).map(|(number, _)| number)
    }

    /// What a row states that could be read.
    fn stated<'r>(&self, row: &'r Compared<'_>) -> Vec<&'r str> {
        let read = |(at, text): (&usize, &'r String)| {
            let is_read = said::value(&self.grid.columns[*at], text, None, self.labels).is_ok();
            if is_read { text.as_str() } else { "" }
        };
        self.columns.iter().zip(&row.after).map(read).collect()
    }

    /// The places of columns among those that are compared.
    fn places(&self, keys: &[&str]) -> Vec<usize> {
        let place = |key: &&str| self.columns.iter().position(|at| self.grid.columns[*at].key() == **key);
        keys.iter().filter_map(place).collect()
    }
}

/// What some columns say together, in one spelling; blank where none says anything.
fn joined<'t>(places: &[usize], text: impl Fn(usize) -> &'t str) -> String {
    places.iter().map(|place| fold(text(*place))).collect::<Vec<_>>().join(" ")
}
