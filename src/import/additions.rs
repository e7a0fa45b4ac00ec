//! Many new records at once: each beside those of its kin, all that go to one place by one change.

use super::target::{Target, head};
use crate::edit::{Change, Place, Refusal, Step, Written};
use crate::model::ProcessCode;
use crate::tables::Home;
use std::collections::{BTreeMap, HashMap};

/// By the number of the record that is there: its place, and the new ones that go after it.
type Beside = BTreeMap<usize, (Place, Vec<usize>)>;

/// Whether the records of a table may be added together: none needs an identifier that another of them could have.
pub(super) fn are_joined(home: &Home) -> bool {
    matches!(home.table, "processi" | "software" | "indicatori" | "esclusioni" | "riferimenti")
}

impl Target<'_> {
    /// Adds records of one table; gives those that could not be added, by their place in the list, with the reason.
    pub fn add_all(&mut self, home: &Home, records: &[Written]) -> Vec<(usize, Refusal)> {
        let (beside, others) = self.places(home, records);
        let order = self.order(home);
        let order: Vec<&str> = order.iter().map(String::as_str).collect();
        let mut refused = Vec::new();
        let of = |numbers: &[usize]| numbers.iter().filter_map(|number| records.get(*number).cloned()).collect();
        // From the last, so that the places of the others stay.
        for (_, (place, numbers)) in beside.into_iter().rev() {
            let Some((Step::Item(at), list)) = place.path.split_last() else { continue };
            let insert = Change::Insert { list: list.to_vec(), at: at + 1, items: of(&numbers) };
            if self.ledger.apply(&place, &insert, &order).is_err() {
                refused.extend(self.add_one_by_one(home, records, &numbers));
            }
        }
        let comment = head(home, self.edition);
        if !others.is_empty() && self.ledger.append(home.file, home.list, of(&others), (&order, &comment)).is_err() {
            refused.extend(self.add_one_by_one(home, records, &others));
        }
        refused
    }

    fn add_one_by_one(&mut self, home: &Home, records: &[Written], numbers: &[usize]) -> Vec<(usize, Refusal)> {
        let add = |number: &usize| Some((*number, self.add(home, records.get(*number)?).err()?));
        numbers.iter().filter_map(add).collect()
    }

    /// Which records go after which that are there, these by their number; and those that go to the end, kin beside kin.
    fn places(&self, home: &Home, records: &[Written]) -> (Beside, Vec<usize>) {
        let items = self.ledger.items(home.file, home.list);
        let last: HashMap<String, usize> = items
            .iter()
            .enumerate()
            .filter_map(|(number, (_, record))| Some((kin(home.table, record)?, number)))
            .collect();
        let mut beside = Beside::new();
        let mut others: Vec<(Option<String>, Vec<usize>)> = Vec::new();
        for (number, record) in records.iter().enumerate() {
            let own = kin(home.table, record);
            let there =
                own.as_ref().and_then(|own| last.get(own)).and_then(|at| Some((*at, items.get(*at)?.0.clone())));
            if let Some((at, place)) = there {
                beside.entry(at).or_insert_with(|| (place, Vec::new())).1.push(number);
            } else if let Some((_, together)) = others.iter_mut().find(|(known, _)| own.is_some() && *known == own) {
                together.push(number);
            } else {
                others.push((own, vec![number]));
            }
        }
        (beside, others.into_iter().flat_map(|(_, numbers)| numbers).collect())
    }
}

/// What the records have alike beside which a new one belongs.
fn kin(table: &str, record: &Written) -> Option<String> {
    let code = record.get("codice").and_then(Written::scalar).filter(|_| table == "processi")?;
    ProcessCode::parse(code).prefix().map(str::to_owned)
}
