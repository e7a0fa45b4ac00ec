//! What changed of the processes.

use super::change::{Field, Records, Sides, spaced_once};
use super::datum::Datum;
use super::likeness::{Likeness, alike, are_alike};
use super::lineage::{Lineages, Origins};
use crate::model::{Edition, Process, Scope, Spanned, Text, slug};
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

pub(super) fn compared(sides: Sides<'_>) -> Records {
    let Sides { earlier, later, lineages } = sides;
    let origins = origins(earlier.edition, later.edition);
    let before = Side { names: earlier, lineages: None };
    let after = Side { names: later, lineages: Some(lineages) };
    let rows = (0..earlier.edition.processes.rows.len(), 0..later.edition.processes.rows.len());
    Records::sorted(rows.0, rows.1, &origins, |row_before, row_after| {
        fields(sides, (&before, row_before), (&after, row_after))
    })
}

/// A code may be given to another process: what has neither the name nor the words of the process that had it before does not continue it.
///
/// A process continues the one whose code it says it had; otherwise the one that is known as it is, then the one whose code has its
/// prefix and its number (the last letter is the risk, which may change), then, where one of the two has no code, the one with its name,
/// then the one that says the same under another name, and at last the one whose name is most like its own; each if no other continues it.
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
    let lives_on = LivesOn::of(earlier, later);
    let is_itself = |origin: &usize, row: usize| !lives_on.is_another(&earlier.processes.rows[*origin], &rows[row]);
    let numbers = numbers(earlier);
    let numbered = |row: usize| numbers.get(&number(&rows[row])?).copied().filter(|origin| is_itself(origin, row));
    let sayings = index(earlier.processes.rows.iter().map(saying));
    let saying_same = |row: usize| sayings.get(&saying(&rows[row])).copied().filter(|_| !saying(&rows[row]).is_empty());
    // Those that say of no other code that it was theirs: such a one may be known as it was, so that no other continues it.
    let settled = later.coded_processes().filter(|(_, process, _)| process.previous_code.is_none());
    let settled: HashMap<_, _> = settled.map(|(_, process, code)| (&code.value, process)).collect();
    let declared = |row: usize| {
        let code = &rows[row].previous_code.as_ref()?.value;
        let origin = codes.get(code).copied()?;
        let name = &earlier.processes.rows[origin].name;
        let is_kept = settled.get(code).is_some_and(|process| are_alike(name, &process.name));
        (!is_kept).then_some(origin)
    };
    let same = |row: usize| same(row).filter(|origin| is_itself(origin, row));
    let ways: [&dyn Fn(usize) -> Option<usize>; 5] = [&declared, &same, &numbered, &namesake, &saying_same];
    let mut taken = HashSet::new();
    let mut origins: Origins = vec![None; rows.len()];
    for way in ways {
        for (row, origin) in origins.iter_mut().enumerate().filter(|(_, origin)| origin.is_none()) {
            *origin = way(row).filter(|row| taken.insert(*row));
        }
    }
    let rest = |rows: &[Process], is_left: &dyn Fn(usize) -> bool| -> Vec<(usize, Likeness)> {
        let rows = rows.iter().enumerate().filter(|(row, _)| is_left(*row));
        rows.map(|(row, process)| (row, Likeness::of(&process.name))).collect()
    };
    let old = rest(&earlier.processes.rows, &|row| !taken.contains(&row));
    let new = rest(rows, &|row| origins[row].is_none());
    for (before, after) in alike(&old, &new) {
        origins[after] = Some(before);
    }
    origins
}

/// The names of the processes of both editions.
struct LivesOn {
    earlier: HashSet<String>,
    later: HashSet<String>,
}

impl LivesOn {
    fn of(earlier: &Edition, later: &Edition) -> Self {
        let names = |edition: &Edition| edition.processes.rows.iter().map(name).collect();
        Self { earlier: names(earlier), later: names(later) }
    }

    /// Whether two processes of one code are two: their names are not alike, and either of them is called by its own in the other edition
    /// too, or they say different things of themselves.
    fn is_another(&self, before: &Process, after: &Process) -> bool {
        if before.name.value == after.name.value || are_alike(&before.name, &after.name) {
            return false;
        }
        let (old, new) = (saying(before), saying(after));
        let answer = |process: &Process| process.smartability.as_ref().map(|answer| answer.value);
        let say_otherwise =
            if old.is_empty() || new.is_empty() { answer(before) != answer(after) } else { !are_alike(&old, &new) };
        self.later.contains(&name(before)) || self.earlier.contains(&name(after)) || say_otherwise
    }
}

fn name(process: &Process) -> String {
    slug(&process.name)
}

/// The prefix and the number of its code.
fn number(process: &Process) -> Option<(&str, u32)> {
    let code = &process.code.as_ref()?.value;
    Some((code.prefix()?, code.number()?))
}

/// The process of each prefix and number; of a number that several have, none.
fn numbers(edition: &Edition) -> HashMap<(&str, u32), usize> {
    let mut numbers: HashMap<(&str, u32), Option<usize>> = HashMap::new();
    for (row, process) in edition.processes.rows.iter().enumerate() {
        if let Some(number) = number(process) {
            numbers.entry(number).and_modify(|row| *row = None).or_insert(Some(row));
        }
    }
    numbers.into_iter().filter_map(|(number, row)| Some((number, row?))).collect()
}

/// Everything that a process says but its name, where that is enough to know it by; empty otherwise.
fn saying(process: &Process) -> String {
    let list = |texts: &Option<Spanned<Vec<Text>>>| {
        let texts = texts.iter().flat_map(|texts| &texts.value);
        texts.map(|text| spaced_once(text)).collect::<Vec<_>>().join("\u{1f}")
    };
    let purpose = process.purpose.as_ref().map(|purpose| spaced_once(purpose)).unwrap_or_default();
    let phases = list(&process.phases);
    if purpose.is_empty() || phases.is_empty() {
        return String::new();
    }
    [purpose, phases, list(&process.inputs), list(&process.outputs)].join("\u{1e}")
}

/// The first row of each word.
fn index(words: impl Iterator<Item = String>) -> HashMap<String, usize> {
    let mut index = HashMap::new();
    for (row, word) in words.enumerate() {
        index.entry(word).or_insert(row);
    }
    index
}

fn fields(
    sides: Sides<'_>,
    (before, row_before): (&Side<'_>, usize),
    (after, row_after): (&Side<'_>, usize),
) -> Vec<Field> {
    let (old, new) = (before.process(row_before), after.process(row_after));
    Field::all(sides, old, new, |key| match key {
        // Areas that no row writes follow from the offices, with which they are told.
        "area" if old.areas.is_empty() && new.areas.is_empty() => None,
        "area" => {
            let data = (before.area_ids(row_before), after.area_ids(row_after));
            unless_same(key, before.areas(row_before), after.areas(row_after), data)
        }
        "smart_team" => {
            let data = (scope_datum(old), scope_datum(new));
            unless_same(key, before.scope(row_before), after.scope(row_after), data)
        }
        _ => {
            let value = |process: &Process| Datum::of_texts(&ids(&process.software));
            let field = Field::of(key, before.software(old), after.software(new))?;
            let mut known: Vec<_> = new
                .software
                .iter()
                .map(|id| sides.lineages.earlier_id(sides, crate::tables::Target::Software, id))
                .collect();
            let mut earlier = ids(&old.software);
            known.sort_unstable();
            earlier.sort_unstable();
            (known != earlier).then(|| Field { data: (value(old), value(new)), ..field })
        }
    })
}

/// A column whose records are the same where their identities are, whatever their names.
fn unless_same<I: PartialEq>(
    key: &'static str,
    before: (Vec<I>, Vec<String>),
    after: (Vec<I>, Vec<String>),
    data: (Datum, Datum),
) -> Option<Field> {
    (before.0 != after.0).then(|| Field::told(key, before.1, after.1, data))
}

fn ids(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|id| id.value.clone()).collect()
}

/// Whom a process concerns, as its row writes it.
fn scope_datum(process: &Process) -> Datum {
    match &process.scope {
        Some(Scope::Everyone(_)) => Datum::Text("tutti".to_owned()),
        Some(Scope::Teams(texts) | Scope::Services(texts)) => Datum::of_texts(&ids(texts)),
        Some(Scope::Areas) | None => Datum::Absent,
    }
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
                let name = |row: usize| {
                    format!("{} ({})", self.names.labels.teams[row], self.names.edition.model.words.say("[smart team]"))
                };
                rows.map(|row| (Concerned::Team(self.identity(row, |lineages| &lineages.teams)), name(row))).unzip()
            }
            Some(Scope::Services(ids)) => {
                let rows = ids.iter().filter_map(|id| self.names.graph.service(&id.value));
                let name = |row: usize| {
                    format!(
                        "{} ({})",
                        self.names.labels.services[row],
                        self.names.edition.model.words.say("[servizio]")
                    )
                };
                rows.map(|row| (Concerned::Service(self.identity(row, |lineages| &lineages.services)), name(row)))
                    .unzip()
            }
            Some(Scope::Areas) | None => (Vec::new(), Vec::new()),
        };
        concerned.sort_unstable();
        (concerned, names)
    }

    /// The identifiers of those areas.
    fn area_ids(&self, row: usize) -> Datum {
        let process = self.process(row);
        if !process.areas.is_empty() || matches!(process.scope, Some(Scope::Everyone(_))) {
            return Datum::of_texts(&ids(&process.areas));
        }
        let areas = self.names.graph.process_areas(row).into_iter();
        let ids: Vec<String> = areas.map(|row| self.names.edition.areas.rows[row].id.value.clone()).collect();
        Datum::of_texts(&ids)
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
