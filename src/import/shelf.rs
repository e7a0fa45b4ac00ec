//! Where new records of a table go: each beside those of its kin, or after the last.

use super::target::{group, in_group};
use crate::edit::{After, Insertion, Ledger, Place, Step, Written};
use crate::model::{ProcessCode, fold};
use crate::tables::Home;
use std::collections::HashMap;

/// A record of a table: one that is there, by its number, or a new one by its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    There(usize),
    New(usize),
}

/// The records of a table, as new ones are put among them one after the other.
pub(super) struct Shelf<'t> {
    home: &'t Home,
    there: Vec<Place>,
    /// The lists into which new records went.
    lists: Vec<Place>,
    /// The last record of each kin, by what its records have alike.
    last: HashMap<String, Node>,
    /// The record after which one goes that has no kin.
    tail: Option<Node>,
    /// Of modules: their groups by name, each with the list of its modules and the last of them.
    groups: HashMap<String, Option<(Place, After)>>,
}

impl<'t> Shelf<'t> {
    pub(super) fn of(ledger: &Ledger, home: &'t Home) -> Self {
        let items = ledger.items(home.file, home.list);
        let (mut last, mut groups) = (HashMap::new(), HashMap::new());
        for (number, (place, record)) in items.iter().enumerate() {
            if let Some(inner) = home.inner {
                if let Some(name) = record.get("nome").and_then(Written::scalar) {
                    groups.entry(fold(name)).or_insert_with(|| modules(place, record, inner));
                }
                continue;
            }
            for kin in kin(home.table, record) {
                last.insert(kin, Node::There(number));
            }
        }
        let there: Vec<Place> = items.into_iter().map(|(place, _)| place).collect();
        let end = ledger.last(home.file, home.list);
        let tail = end.and_then(|end| there.iter().rposition(|place| *place == end)).map(Node::There);
        Self { home, there, lists: Vec::new(), last, tail, groups }
    }

    /// Where the next new record goes; nothing where it makes a list that other records wait for, or that is not there yet.
    pub(super) fn place(&mut self, record: &Written) -> Option<Insertion> {
        let number = self.lists.len();
        if let Some(inner) = self.home.inner {
            return self.place_module(number, inner, record);
        }
        let own = sought(self.home.table, record);
        let beside = own.as_ref().and_then(|own| self.last.get(own)).copied();
        let node = beside.or(self.tail)?;
        for kin in kin(self.home.table, record) {
            // It is the last of those whose last it goes after; at the end of the table it is the last of all.
            let is_last = beside.is_none() || self.last.get(&kin).is_none_or(|last| *last == node);
            if is_last {
                self.last.insert(kin, Node::New(number));
            }
        }
        self.insertion(number, node, record.clone())
    }

    /// A module goes to the end of its group, a new group to the end of the table.
    fn place_module(&mut self, number: usize, inner: &str, record: &Written) -> Option<Insertion> {
        let (name, module) = in_group(record);
        if let Some(group) = self.groups.get_mut(&fold(&name)) {
            let (list, end) = group.as_mut()?;
            let insertion = Insertion { list: list.clone(), after: *end, item: module };
            *end = After::New(number);
            self.lists.push(list.clone());
            return Some(insertion);
        }
        let node = self.tail?;
        self.groups.insert(fold(&name), None);
        self.insertion(number, node, group(&name, inner, module))
    }

    fn insertion(&mut self, number: usize, node: Node, item: Written) -> Option<Insertion> {
        let (list, after) = match node {
            Node::There(there) => {
                let place = self.there.get(there)?;
                let (Step::Item(item), path) = place.path.split_last()? else { return None };
                (place.within(path.to_vec()), After::Item(*item))
            }
            Node::New(new) => (self.lists.get(new)?.clone(), After::New(new)),
        };
        if self.tail == Some(node) {
            self.tail = Some(Node::New(number));
        }
        self.lists.push(list.clone());
        Some(Insertion { list, after, item })
    }
}

/// The list of the modules of a group and the last of them.
fn modules(place: &Place, group: &Written, inner: &str) -> Option<(Place, After)> {
    let last = group.get(inner).map(Written::items)?.len().checked_sub(1)?;
    let path = place.path.iter().cloned().chain([Step::from(inner)]).collect();
    Some((place.within(path), After::Item(last)))
}

/// New records as they stand where none is there yet: kin beside kin.
pub(super) fn sorted(home: &Home, records: &[Written]) -> Vec<Written> {
    let mut groups: Vec<Vec<&Written>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for record in records {
        let own = sought(home.table, record);
        if let Some(group) = own.as_ref().and_then(|own| groups.get_mut(*known.get(own)?)) {
            group.push(record);
        } else {
            known.extend(own.map(|own| (own, groups.len())));
            groups.push(vec![record]);
        }
    }
    groups.into_iter().flatten().cloned().collect()
}

/// What the records have alike beside which a new one belongs.
fn sought(table: &str, record: &Written) -> Option<String> {
    kin(table, record).pop()
}

/// What others may seek a record by; the narrowest last.
fn kin(table: &str, record: &Written) -> Vec<String> {
    let scalar = |key: &str| record.get(key).and_then(Written::scalar);
    let name = |key: &str| scalar(key).map(|value| format!("{key} {value}"));
    match table {
        "servizi" => name("area").into_iter().collect(),
        "smart-team" => name("servizio").into_iter().collect(),
        "processi" => scalar("codice")
            .and_then(|code| ProcessCode::parse(code).prefix().map(|prefix| format!("codice {prefix}")))
            .into_iter()
            .collect(),
        "attuazione" => {
            let area = name("area");
            let service = area.as_ref().zip(name("servizio")).map(|(area, service)| format!("{area}\n{service}"));
            area.into_iter().chain(service).collect()
        }
        _ => Vec::new(),
    }
}
