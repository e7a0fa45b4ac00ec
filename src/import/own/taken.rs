use super::changes::CellChange;
use crate::edit::Written;
use crate::import::target::Target;
use crate::workbook::name_of;
use std::collections::BTreeMap;

/// The names that the records of each table have once their cells are changed: a new record may have one that another has given up.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// By the table and the key that the record had.
    names: BTreeMap<(&'static str, String), String>,
    times: BTreeMap<(&'static str, String), usize>,
}

impl Taken {
    /// The names of all records; `moved` are the modules that go to another group, which is named.
    pub(super) fn of(target: &Target<'_>, moved: &[(String, CellChange)]) -> Self {
        let mut taken = Self::default();
        let moved: BTreeMap<&str, &str> =
            moved.iter().rev().map(|(name, cell)| (cell.record.as_str(), name.as_str())).collect();
        for grid in &target.grids {
            for row in &grid.rows {
                let Some(now) = target.ledger.at(&row.place) else { continue };
                let group = || {
                    let to = moved.get(row.key.as_str()).map(|name| Written::text(*name));
                    to.or_else(|| row.value.get("gruppo").cloned())
                };
                let group = grid.home.inner.and_then(|_| group()).map(|name| ("gruppo".to_owned(), name));
                let record = Written::Group(group.into_iter().chain(now.entries().iter().cloned()).collect());
                let name = name_of(grid.home, &record);
                *taken.times.entry((grid.home.table, name.clone())).or_default() += 1;
                taken.names.insert((grid.home.table, row.key.clone()), name);
            }
        }
        taken
    }

    /// Whether a record of a table has a name.
    pub(super) fn has(&self, table: &'static str, name: &str) -> bool {
        self.times.get(&(table, name.to_owned())).is_some_and(|times| *times > 0)
    }

    /// Frees the name of a record that goes.
    pub(super) fn give_back(&mut self, table: &'static str, key: &str) {
        let name = self.names.get(&(table, key.to_owned()));
        if let Some(times) = name.and_then(|name| self.times.get_mut(&(table, name.clone()))) {
            *times = times.saturating_sub(1);
        }
    }
}
