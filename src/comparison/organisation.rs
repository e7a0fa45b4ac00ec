//! The changes of organisation and processes, record by record.

use super::Comparison;
use super::change::{Records, Sides};
use super::record_change::{Called, Naming, TableChanges};
use crate::model::{Edition, ProcessCode, Text};
use crate::tables::{AREAS, PROCESSES, SERVICES, TEAMS, TableDescription};

/// The four tables whose records pages link to.
pub(super) fn tables(sides: Sides<'_>, comparison: &Comparison) -> Vec<TableChanges> {
    let (old, new) = (sides.earlier.edition, sides.later.edition);
    let title = |table: &TableDescription| table.data_title(new).to_owned();
    let areas = |edition: &Edition, row: usize| called(&edition.areas.rows[row].id, &edition.areas.rows[row].name);
    let services =
        |edition: &Edition, row: usize| called(&edition.services.rows[row].id, &edition.services.rows[row].name);
    let teams = |edition: &Edition, row: usize| called(&edition.teams.rows[row].id, &edition.teams.rows[row].name);
    let office = |earlier: &dyn Fn(usize) -> Called,
                  later: &dyn Fn(usize) -> Called,
                  table: &'static TableDescription,
                  records: &Records| {
        let naming = Naming {
            earlier,
            later,
            names: &["nome"],
            owners: &["area", "parte_di", "servizio"],
            id: Some("id"),
            same: &|_, _| false,
        };
        TableChanges::of(table.name, title(table), records, &naming)
    };
    let (old_slugs, new_slugs) = (old.process_slugs(), new.process_slugs());
    let processes = Naming {
        earlier: &|row| process(old, &old_slugs, row),
        later: &|row| process(new, &new_slugs, row),
        names: &["processo"],
        owners: &["area", "smart_team"],
        id: None,
        same: &|before, after| same_number(&before.id, &after.id),
    };
    vec![
        office(&|row| areas(old, row), &|row| areas(new, row), &AREAS, &comparison.areas),
        office(&|row| services(old, row), &|row| services(new, row), &SERVICES, &comparison.services),
        office(&|row| teams(old, row), &|row| teams(new, row), &TEAMS, &comparison.teams),
        TableChanges::of(PROCESSES.name, title(&PROCESSES), &comparison.processes, &processes),
    ]
}

fn called(id: &Text, name: &Text) -> Called {
    Called { id: id.value.clone(), name: name.value.clone() }
}

fn process(edition: &Edition, slugs: &[String], row: usize) -> Called {
    let process = &edition.processes.rows[row];
    let id = process.code().map_or_else(|| slugs[row].clone(), str::to_owned);
    Called { id, name: process.name.value.clone() }
}

/// Whether two codes differ in nothing but the letter of the risk.
fn same_number(before: &str, after: &str) -> bool {
    let parts = |code: &str| {
        let code = ProcessCode::parse(code);
        Some((code.prefix()?.to_owned(), code.number()?))
    };
    parts(before).is_some_and(|before| parts(after) == Some(before))
}
