//! What changed of the processes.

use super::change::{Field, Records};
use super::lineage::{Lineages, Origins};
use crate::model::{Edition, Process, Scope, slug};
use crate::tables::RecordNames;
use std::collections::{HashMap, HashSet};

/// One of the two editions, with its references resolved.
struct Side<'e> {
    names: RecordNames<'e>,
    /// `None` on the earlier side, whose offices are their own origins.
    lineages: Option<&'e Lineages>,
}

/// Whom a process concerns, equal in both editions where the office is the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Concerned {
    Everyone,
    Service(Identity),
    Team(Identity),
}

/// Which office it is, whatever its name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    /// The office of this row of the earlier edition.
    Earlier(usize),
    /// An office that only the later edition has, by its row.
    New(usize),
}

pub(super) fn compared((earlier, later): (RecordNames<'_>, RecordNames<'_>), lineages: &Lineages) -> Records {
    let origins = origins(earlier.edition, later.edition);
    let before = Side { names: earlier, lineages: None };
    let after = Side { names: later, lineages: Some(lineages) };
    let rows = (0..earlier.edition.processes.rows.len(), 0..later.edition.processes.rows.len());
    Records::sorted(rows.0, rows.1, &origins, |row_before, row_after| fields(&before, row_before, &after, row_after))
}

/// A process continues the one whose code it says it had; otherwise the one that is known as it is, then, where one of the two has no
/// code, the one with its name, if no other continues it.
fn origins(earlier: &Edition, later: &Edition) -> Origins {
    let mut codes = HashMap::new();
    for (row, _, code) in earlier.coded_processes() {
        codes.entry(&code.value).or_insert(row);
    }
    let (slugs, names) = (index(earlier.process_slugs().into_iter()), index(earlier.processes.rows.iter().map(name)));
    let rows = &later.processes.rows;
    let own_slugs = later.process_slugs();
    let same = |row: usize| match &rows[row].code {
        Some(code) => codes.get(&code.value).copied(),
        None => slugs.get(&own_slugs[row]).copied(),
    };
    let namesake = |row: usize| {
        let origin = names.get(&name(&rows[row])).copied()?;
        let without_code = rows[row].code.is_none() || earlier.processes.rows[origin].code.is_none();
        without_code.then_some(origin)
    };
    let declared = |row: usize| codes.get(&rows[row].previous_code.as_ref()?.value).copied();
    let ways: [&dyn Fn(usize) -> Option<usize>; 3] = [&declared, &same, &namesake];
    let mut taken = HashSet::new();
    let mut origins: Origins = vec![None; rows.len()];
    for way in ways {
        for (row, origin) in origins.iter_mut().enumerate().filter(|(_, origin)| origin.is_none()) {
            *origin = way(row).filter(|row| taken.insert(*row));
        }
    }
    origins
}

fn name(process: &Process) -> String {
    slug(&process.name)
}

/// The first row of each word.
fn index(words: impl Iterator<Item = String>) -> HashMap<String, usize> {
    let mut index = HashMap::new();
    for (row, word) in words.enumerate() {
        index.entry(word).or_insert(row);
    }
    index
}

fn fields(before: &Side<'_>, row_before: usize, after: &Side<'_>, row_after: usize) -> Vec<Field> {
    let (old, new) = (before.process(row_before), after.process(row_after));
    Field::all((before.names, after.names), old, new, |key| match key {
        "area" => unless_same(key, before.areas(row_before), after.areas(row_after)),
        "smart_team" => unless_same(key, before.scope(row_before), after.scope(row_after)),
        _ => Field::of(key, before.software(old), after.software(new)),
    })
}

/// A column whose records are the same where their identities are, whatever their names.
fn unless_same<I: PartialEq>(
    key: &'static str,
    before: (Vec<I>, Vec<String>),
    after: (Vec<I>, Vec<String>),
) -> Option<Field> {
    (before.0 != after.0).then(|| Field { key: key.into(), before: before.1, after: after.1 })
}

impl Side<'_> {
    fn process(&self, row: usize) -> &Process {
        &self.names.edition.processes.rows[row]
    }

    /// The office of a row of this side.
    fn identity(&self, row: usize, origins: impl Fn(&Lineages) -> &Origins) -> Identity {
        let earlier = self.lineages.map_or(Some(row), |lineages| origins(lineages)[row]);
        earlier.map_or(Identity::New(row), Identity::Earlier)
    }

    /// Whom a process concerns, and the names.
    fn scope(&self, row: usize) -> (Vec<Concerned>, Vec<String>) {
        let (mut concerned, names): (Vec<Concerned>, Vec<String>) = match &self.process(row).scope {
            Some(Scope::Everyone(_)) => (vec![Concerned::Everyone], vec![self.names.edition.everyone().to_owned()]),
            Some(Scope::Teams(ids)) => {
                let rows = ids.iter().filter_map(|id| self.names.graph.team(&id.value));
                let name = |row: usize| format!("{} (smart team)", self.names.labels.teams[row]);
                rows.map(|row| (Concerned::Team(self.identity(row, |lineages| &lineages.teams)), name(row))).unzip()
            }
            Some(Scope::Services(ids)) => {
                let rows = ids.iter().filter_map(|id| self.names.graph.service(&id.value));
                let name = |row: usize| format!("{} (servizio)", self.names.labels.services[row]);
                rows.map(|row| (Concerned::Service(self.identity(row, |lineages| &lineages.services)), name(row)))
                    .unzip()
            }
            Some(Scope::Areas) | None => (Vec::new(), Vec::new()),
        };
        concerned.sort_unstable();
        (concerned, names)
    }

    /// The areas that the row names, or those of its teams; none if it concerns everyone.
    fn areas(&self, row: usize) -> (Vec<Identity>, Vec<String>) {
        let process = self.process(row);
        if matches!(process.scope, Some(Scope::Everyone(_))) {
            return (Vec::new(), Vec::new());
        }
        let written: Vec<usize> = process.areas.iter().filter_map(|id| self.names.graph.area(&id.value)).collect();
        let rows = if process.areas.is_empty() { self.names.graph.process_areas(row) } else { written };
        let names = rows.iter().map(|row| self.names.labels.areas[*row].clone()).collect();
        let mut identities: Vec<_> = rows.iter().map(|row| self.identity(*row, |lineages| &lineages.areas)).collect();
        identities.sort_unstable();
        (identities, names)
    }

    fn software(&self, process: &Process) -> Vec<String> {
        let rows = process.software.iter().filter_map(|id| self.names.graph.program(&id.value));
        rows.map(|row| self.names.edition.software.rows[row].name.value.clone()).collect()
    }
}
