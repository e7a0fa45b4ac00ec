//! Many new records of a table at once: as if they were added one after the other, by as few changes as possible.

use super::shelf::{Shelf, sorted};
use super::target::{Target, head};
use crate::edit::{Insertion, Ledger, Refusal, Written};
use crate::model::slug;
use crate::tables::Home;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

/// Whether each new record of a table is written as those look that went in before it; of the others all are written as those that were there.
fn learns(home: &Home) -> bool {
    !matches!(home.table, "processi" | "software" | "indicatori" | "esclusioni" | "riferimenti")
}

impl Target<'_> {
    /// Adds records of one table, each with an identifier where its table asks for one; gives those that could not be added, by their place in
    /// the list, with the reason.
    pub fn add_all(&mut self, home: &Home, records: &mut [Written]) -> Vec<(usize, Refusal)> {
        let order = self.order(home);
        let order: Vec<&str> = order.iter().map(String::as_str).collect();
        if self.begin_with_all(home, records, &order) {
            return Vec::new();
        }
        let mut ids = Identifiers::of(&self.ledger, home);
        let mut waiting: VecDeque<usize> = (0..records.len()).collect();
        let (mut refused, mut most) = (Vec::new(), usize::MAX);
        while let Some(first) = waiting.front().copied() {
            let planned = plan(&self.ledger, home, (&waiting, most), records, &mut ids);
            if planned.len() < 2 {
                // Alone it is given its identifier anew.
                ids.take_back(records);
                refused.extend(self.add_one(home, first, records, &mut ids));
                waiting.pop_front();
                most = most.saturating_mul(2);
                continue;
            }
            let insertions: Vec<Insertion> = planned.values().cloned().collect();
            if self.ledger.grow(&insertions, &order, learns(home)).is_ok() {
                ids.keep();
                waiting.retain(|number| !planned.contains_key(number));
                most = most.saturating_mul(2);
            } else {
                // Which of them cannot be added shows where there are fewer.
                ids.take_back(records);
                most = planned.len() / 2;
            }
        }
        refused
    }

    /// Adds one of some records; gives it back with the reason where that is not possible.
    fn add_one(
        &mut self,
        home: &Home,
        number: usize,
        records: &mut [Written],
        ids: &mut Identifiers<'_>,
    ) -> Option<(usize, Refusal)> {
        let record = records.get_mut(number)?;
        ids.give(number, record);
        let refusal = self.add(home, record).err();
        if refusal.is_some() {
            ids.take_back(records);
        } else {
            ids.keep();
        }
        refusal.map(|refusal| (number, refusal))
    }

    /// Makes the list of a table with all its records, kin beside kin, where there is none yet and they need nothing of each other.
    fn begin_with_all(&mut self, home: &Home, records: &[Written], order: &[&str]) -> bool {
        if learns(home) || records.is_empty() || !self.ledger.items(home.file, home.list).is_empty() {
            return false;
        }
        let comment = head(home, self.edition);
        let records = sorted(home, records);
        self.ledger.append(home.file, home.list, records, (order, &comment)).is_ok()
    }
}

/// Where the first of the records go that wait, at most so many; those that wait for another of them are left for the next time.
fn plan(
    ledger: &Ledger,
    home: &Home,
    (waiting, most): (&VecDeque<usize>, usize),
    records: &mut [Written],
    ids: &mut Identifiers<'_>,
) -> BTreeMap<usize, Insertion> {
    let mut shelf = Shelf::of(ledger, home);
    let mut planned = BTreeMap::new();
    for number in waiting {
        let Some(record) = records.get_mut(*number).filter(|_| planned.len() < most) else { break };
        let Some(mut insertion) = shelf.place(record) else {
            // A module may wait for its group.
            if home.inner.is_some() {
                continue;
            }
            break;
        };
        if ids.give(*number, record)
            && let (Written::Group(own), Written::Group(entries)) = (&mut insertion.item, &*record)
        {
            own.splice(0..0, entries.first().cloned());
        }
        planned.insert(*number, insertion);
    }
    planned
}

/// The identifiers of the records of a table, and of new ones.
struct Identifiers<'h> {
    home: &'h Home,
    taken: HashSet<String>,
    /// From which number on there may be a free one, by what it begins with.
    next: HashMap<String, usize>,
    /// Of the new records that are being added, by their numbers: the identifier that no other had, and whether it was given.
    run: Vec<(usize, Option<String>, bool)>,
}

impl<'h> Identifiers<'h> {
    fn of(ledger: &Ledger, home: &'h Home) -> Self {
        let items = ledger.items(home.file, home.list);
        let taken = items.iter().filter_map(|(_, item)| item.get("id").and_then(Written::scalar));
        Self { home, taken: taken.map(str::to_owned).collect(), next: HashMap::new(), run: Vec::new() }
    }

    /// Gives a new record an identifier from its name, where its table asks for one and it has none; whether it did.
    fn give(&mut self, number: usize, record: &mut Written) -> bool {
        let free = self.free(record);
        if let (Some(id), Written::Group(entries)) = (&free, &mut *record) {
            entries.insert(0, ("id".to_owned(), Written::text(id.clone())));
        }
        let own = record.get("id").and_then(Written::scalar).map(str::to_owned);
        self.run.push((number, own.filter(|id| self.taken.insert(id.clone())), free.is_some()));
        free.is_some()
    }

    fn free(&mut self, record: &Written) -> Option<String> {
        let needs = matches!(self.home.table, "aree" | "servizi" | "smart-team" | "destinatari");
        let plain = record.get("nome").and_then(Written::scalar).map(slug)?;
        if !needs || record.get("id").is_some() || plain.is_empty() {
            return None;
        }
        if !self.taken.contains(&plain) {
            return Some(plain);
        }
        let next = self.next.entry(plain.clone()).or_insert(2);
        loop {
            let id = format!("{plain}-{next}");
            if !self.taken.contains(&id) {
                return Some(id);
            }
            *next += 1;
        }
    }

    /// Those that were given since the last time stay.
    fn keep(&mut self) {
        self.run.clear();
    }

    /// Takes back what the records were given since then: they were not added.
    fn take_back(&mut self, records: &mut [Written]) {
        for (number, own, is_given) in self.run.drain(..) {
            if let Some(own) = own {
                self.taken.remove(&own);
            }
            if let (true, Some(Written::Group(entries))) = (is_given, records.get_mut(number)) {
                entries.remove(0);
            }
        }
        self.next.clear();
    }
}
