//! What follows from a change: identifiers that other records refer to, modules that go to another group.

use super::changes::CellChange;
use crate::edit::Written;
use crate::import::deed::{Effect, FieldChange};
use crate::import::target::Target;
use crate::tables::{Home, Target as Kind};
use crate::workbook::{ColumnKind, GridRow};

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

/// Records that refer to an identifier follow it when it changes.
pub(super) fn identifiers(target: &mut Target<'_>, effect: &mut Effect) {
    let mut changed: Vec<(Option<Kind>, String, String)> = Vec::new();
    for grid in &target.grids {
        for row in &grid.rows {
            let before = row.value.get("id").and_then(Written::scalar);
            let after = target.ledger.at(&row.place).and_then(|now| now.get("id")).and_then(Written::scalar);
            let is_told = kind(grid.home.table).is_some() || grid.home.table == "destinatari";
            if let (Some(before), Some(after), true) = (before, after, is_told)
                && before != after
            {
                changed.push((kind(grid.home.table), before.to_owned(), after.to_owned()));
            }
        }
    }
    for (kind, before, after) in changed {
        if let Some(kind) = kind {
            target.labels.rename(kind, &before, &after);
        }
        for grid in target.grids.clone() {
            for row in &grid.rows {
                for column in &grid.columns {
                    let refers = match (&column.kind, kind) {
                        (ColumnKind::Reference(to) | ColumnKind::References(to, _), Some(kind)) => *to == kind,
                        _ => false,
                    };
                    let is_mark = kind.is_none() && column.path == ["destinatari".to_owned(), before.clone()];
                    if refers || is_mark {
                        refer(target, (grid.home, row), &column.path, (&before, &after), effect);
                    }
                }
            }
        }
    }
}

fn refer(
    target: &mut Target<'_>,
    (home, row): (&'static Home, &GridRow),
    path: &[String],
    (before, after): (&str, &str),
    effect: &mut Effect,
) {
    let Some(record) = target.ledger.at(&row.place) else { return };
    let (key, is_mark) = (path.first().map_or("", String::as_str), path.len() > 1);
    let Some(value) = record.get(key) else { return };
    let renamed = match value {
        Written::Group(entries) if is_mark => {
            let rename = |(key, value): &(String, Written)| {
                (if key == before { after.to_owned() } else { key.clone() }, value.clone())
            };
            Written::Group(entries.iter().map(rename).collect())
        }
        Written::List(items) => {
            let rename =
                |item: &Written| if item.scalar() == Some(before) { Written::text(after) } else { item.clone() };
            Written::List(items.iter().map(rename).collect())
        }
        one if one.scalar() == Some(before) => Written::text(after),
        _ => return,
    };
    if renamed.means(value) {
        return;
    }
    let order = target.order(home);
    let order: Vec<&str> = order.iter().map(String::as_str).collect();
    match target.ledger.set(&row.place, &[key], renamed, &order) {
        Ok(()) => {
            let (before, after) = (before.to_owned(), after.to_owned());
            let heading = format!("{key} (segue il nuovo identificativo)");
            effect.change(target.title(home), &row.key, FieldChange { heading, before, after }, "");
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
) -> Vec<(&'static Home, Written)> {
    let Some(grid) = target.grids.iter().find(|grid| grid.home.inner.is_some()).cloned() else { return Vec::new() };
    let group_of = |row: &GridRow| row.value.get("gruppo").and_then(Written::scalar).unwrap_or_default().to_owned();
    let (mut places, mut regrouped, mut renamed) = (Vec::new(), Vec::new(), Vec::new());
    for (name, cell) in moved {
        let Some(row) = grid.row(&cell.record) else { continue };
        let old = group_of(row);
        let members = grid.rows.iter().filter(|other| group_of(other) == old);
        let all_go = members.clone().all(|other| moved.iter().any(|(to, cell)| to == name && cell.record == other.key));
        let is_new = !grid.rows.iter().any(|other| group_of(other) == *name);
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
                renamed.push(old);
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
            regrouped.push((grid.home, Written::Group(with.collect())));
            places.push((row.number, row.place.clone()));
            effect.change(title, &row.key, field, &cell.place.file);
        }
    }
    for (_, refusal) in target.remove(grid.home, places) {
        effect.remarks.push(refusal.to_string());
    }
    regrouped
}
