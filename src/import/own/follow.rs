//! What follows from a change: identifiers that other records refer to, modules that go to another group.

use super::changes::CellChange;
use crate::edit::Written;
use crate::import::deed::{Effect, FieldChange};
use crate::import::target::Target;
use crate::tables::{Home, Target as Kind};
use crate::workbook::{ColumnKind, GridRow};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The kind of record that the rows of a table are to those that refer to them.
fn kind(table: &str) -> Option<Kind> {
    match table {
        "aree" => Some(Kind::Area),
        "servizi" => Some(Kind::Service),
        "smart-team" => Some(Kind::Team),
        "software" => Some(Kind::Software),
        _ => None,
    }
}

/// The identifiers that become others, by the kind of their records; without one, those of the audiences of the training plan.
type Renamed = BTreeMap<Option<&'static str>, HashMap<String, String>>;

/// Records that refer to an identifier follow it when it changes.
pub(super) fn identifiers(target: &mut Target<'_>, effect: &mut Effect) {
    let mut renamed = Renamed::new();
    for grid in &target.grids {
        let is_told = kind(grid.home.table).is_some() || grid.home.table == "destinatari";
        for row in grid.rows.iter().filter(|_| is_told) {
            let before = row.value.get("id").and_then(Written::scalar);
            let after = target.ledger.at(&row.place).and_then(|now| now.get("id")).and_then(Written::scalar);
            if let Some((before, after)) = before.zip(after).filter(|(before, after)| before != after) {
                let own = renamed.entry(kind(grid.home.table).map(|_| grid.home.table)).or_default();
                own.insert(before.to_owned(), after.to_owned());
            }
        }
    }
    if renamed.is_empty() {
        return;
    }
    for (table, renamed) in &renamed {
        if let Some(kind) = table.and_then(kind) {
            target.labels.rename(kind, renamed);
        }
    }
    for grid in target.grids.clone() {
        for column in &grid.columns {
            let (key, is_mark) = (column.path.first().map_or("", String::as_str), column.path.len() > 1);
            let table = match &column.kind {
                ColumnKind::Reference(to) | ColumnKind::References(to, _) => {
                    renamed.keys().copied().find(|table| table.and_then(kind) == Some(*to))
                }
                _ if is_mark && key == "destinatari" => Some(None),
                _ => None,
            };
            let Some(renamed) = table.and_then(|table| renamed.get(&table)) else { continue };
            let given = renamed.values().map(String::as_str).collect();
            for row in &grid.rows {
                refer(target, (grid.home, row), (key, is_mark), (renamed, &given), effect);
            }
        }
    }
}

fn refer(
    target: &mut Target<'_>,
    (home, row): (&'static Home, &GridRow),
    (key, is_mark): (&str, bool),
    (renamed, given): (&HashMap<String, String>, &HashSet<&str>),
    effect: &mut Effect,
) {
    let Some(value) = target.ledger.at(&row.place).and_then(|record| record.get(key)) else { return };
    // What a cell says that somebody changed is said by the identifiers of now already, where these are given anew to others.
    let is_as_it_was = row.value.get(key).is_some_and(|before| before.means(value));
    let mut told: Vec<(String, String)> = Vec::new();
    let mut follow = |id: &str| {
        let after = renamed.get(id).filter(|_| is_as_it_was || !given.contains(id))?;
        told.push((id.to_owned(), after.clone()));
        Some(after.clone())
    };
    let value = match value {
        Written::Group(entries) if is_mark => Written::Group(
            entries.iter().map(|(id, value)| (follow(id).unwrap_or_else(|| id.clone()), value.clone())).collect(),
        ),
        Written::List(items) => {
            let mut item =
                |item: &Written| item.scalar().and_then(&mut follow).map_or_else(|| item.clone(), Written::text);
            Written::List(items.iter().map(&mut item).collect())
        }
        one => match one.scalar().and_then(follow) {
            Some(after) => Written::text(after),
            None => return,
        },
    };
    if told.is_empty() {
        return;
    }
    let order = target.order(home);
    let order: Vec<&str> = order.iter().map(String::as_str).collect();
    match target.ledger.set(&row.place, &[key], value, &order) {
        Ok(()) => {
            for (before, after) in told {
                let heading = format!("{key} (segue il nuovo identificativo)");
                effect.change(target.title(home), &row.key, FieldChange { heading, before, after }, "");
            }
        }
        Err(refusal) => effect.remarks.push(format!("«{}»: {refusal}", row.key)),
    }
}

/// The modules whose group changes: a group that all its modules leave for a new name is renamed; the others go out of theirs and are given
/// back to be added to their new one.
pub(super) fn groups(
    target: &mut Target<'_>,
    moved: &[(String, CellChange)],
    effect: &mut Effect,
) -> Option<(&'static Home, Vec<Written>)> {
    let grid = target.grids.iter().find(|grid| grid.home.inner.is_some()).cloned()?;
    let group_of = |row: &GridRow| row.value.get("gruppo").and_then(Written::scalar).unwrap_or_default().to_owned();
    let (mut places, mut regrouped, mut renamed) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut members: BTreeMap<String, usize> = BTreeMap::new();
    for row in &grid.rows {
        *members.entry(group_of(row)).or_default() += 1;
    }
    // How many modules of each group go to each other.
    let mut going: BTreeMap<(String, &str), BTreeSet<&str>> = BTreeMap::new();
    for (name, cell) in moved {
        if let Some(row) = grid.row(&cell.record) {
            going.entry((group_of(row), name)).or_default().insert(&row.key);
        }
    }
    for (name, cell) in moved {
        let Some(row) = grid.row(&cell.record) else { continue };
        let old = group_of(row);
        let gone = going.get(&(old.clone(), name.as_str())).map_or(0, BTreeSet::len);
        let all_go = members.get(&old) == Some(&gone);
        let is_new = !members.contains_key(name);
        let field = FieldChange { heading: "Gruppo".to_owned(), before: old.clone(), after: name.clone() };
        let title = target.title(grid.home);
        if all_go && is_new && !name.is_empty() {
            if !renamed.contains(&old) {
                let mut group = row.place.clone();
                group.path.truncate(group.path.len().saturating_sub(2));
                if let Err(refusal) = target.ledger.set(&group, &["nome"], Written::text(name.clone()), &[]) {
                    effect.problems.push(cell.place.problem("Gruppo", name, refusal.to_string()));
                    continue;
                }
                renamed.insert(old);
            }
            effect.change(title, &row.key, field, &cell.place.file);
        } else if name.is_empty() {
            effect.problems.push(cell.place.problem(
                "Gruppo",
                "",
                "un modulo appartiene sempre a un gruppo: è rimasto nel suo",
            ));
        } else if let Some(now) = target.ledger.at(&row.place) {
            let own = now.entries().iter().cloned();
            let with = [("gruppo".to_owned(), Written::text(name.clone()))].into_iter().chain(own);
            regrouped.push(Written::Group(with.collect()));
            places.push((row.number, row.place.clone()));
            effect.change(title, &row.key, field, &cell.place.file);
        }
    }
    for (_, refusal) in target.remove(grid.home, places) {
        effect.remarks.push(refusal.to_string());
    }
    Some((grid.home, regrouped))
}
