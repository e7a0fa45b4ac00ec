use super::pattern::beginnings;
use crate::model::OutlineEntry;
use std::cell::OnceCell;
use std::collections::HashMap;

/// The records of one table, found by what a pattern says of them first.
pub(super) struct TablePlaces<'a> {
    name: &'static str,
    entries: Vec<&'a OutlineEntry>,
    /// The numbers of the records by each text with which a pattern may begin to name them; made when the first pattern asks.
    by_beginning: OnceCell<HashMap<String, Vec<usize>>>,
}

impl<'a> TablePlaces<'a> {
    /// The tables to which records belong, in the order in which they come.
    pub(super) fn all(entries: &[&'a OutlineEntry]) -> Vec<Self> {
        let mut tables: Vec<Self> = Vec::new();
        for entry in entries {
            match tables.iter_mut().find(|table| table.name == entry.table) {
                Some(table) => table.entries.push(entry),
                None => {
                    tables.push(Self { name: entry.table, entries: vec![entry], by_beginning: OnceCell::new() });
                }
            }
        }
        tables
    }

    /// What it is called.
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// Whether it has no records, only files.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.iter().all(|entry| entry.name.is_file())
    }

    /// The records that what begins with `first` may name, in their order: all of them where nothing is said. Whether it does name them is
    /// for the pattern to say.
    pub(super) fn candidates(&self, first: Option<&str>) -> impl Iterator<Item = &'a OutlineEntry> {
        let named = first.map(|first| self.by_beginning().get(first).map_or(&[][..], Vec::as_slice));
        let all = if named.is_none() { self.entries.as_slice() } else { &[] };
        all.iter().chain(named.unwrap_or_default().iter().map(|number| &self.entries[*number])).copied()
    }

    fn by_beginning(&self) -> &HashMap<String, Vec<usize>> {
        self.by_beginning.get_or_init(|| {
            let mut known: HashMap<String, Vec<usize>> = HashMap::new();
            for (number, entry) in self.entries.iter().enumerate() {
                for beginning in beginnings(entry) {
                    let numbers = known.entry(beginning).or_default();
                    if numbers.last() != Some(&number) {
                        numbers.push(number);
                    }
                }
            }
            known
        })
    }
}
