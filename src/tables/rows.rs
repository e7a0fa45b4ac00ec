use super::column::Column;
use super::description::Described;
use super::value::Value;
use crate::model::{Annotations, Edition};

/// A record of any kind, seen by its columns.
#[derive(Debug)]
pub struct Row<'a> {
    /// Its columns with their values, annotations left out.
    pub values: Vec<(&'static Column, Value<'a>)>,
    /// Its note, marks and doubts, where its kind has any.
    pub annotations: Option<&'a Annotations>,
}

impl<'a> Row<'a> {
    fn of<R: Described>(record: &'a R) -> Self {
        Self { values: record.values().collect(), annotations: record.annotations() }
    }
}

/// The records of every published table of an edition, and the definitions of its glossary.
pub fn rows(edition: &Edition) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    add(&mut rows, &edition.references);
    add(&mut rows, &edition.areas.rows);
    add(&mut rows, &edition.services.rows);
    add(&mut rows, &edition.teams.rows);
    add(&mut rows, &edition.processes.rows);
    add(&mut rows, &edition.software.rows);
    add(&mut rows, &edition.training.audiences);
    for group in &edition.training.groups.rows {
        rows.push(Row::of(group));
        add(&mut rows, &group.modules);
    }
    add(&mut rows, &edition.adoption.rows.rows);
    add(&mut rows, &edition.expected_behaviours.rows);
    add(&mut rows, &edition.indicators.rows);
    add(&mut rows, &edition.exclusions.rows);
    add(&mut rows, &edition.definitions.rows);
    rows
}

fn add<'a, R: Described>(rows: &mut Vec<Row<'a>>, records: &'a [R]) {
    rows.extend(records.iter().map(Row::of));
}
