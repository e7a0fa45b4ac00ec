use super::column::Column;
use super::description::Described;
use super::table::TableDescription;
use super::value::Value;
use super::{
    ADOPTION, AREAS, EXCLUSIONS, EXPECTED_BEHAVIOURS, INDICATORS, PROCESSES, REFERENCES, SERVICES, SOFTWARE, TEAMS,
    TRAINING,
};
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

/// The records of every published table of an edition, and the definitions of its glossary, one after the other.
pub fn rows(edition: &Edition) -> impl Iterator<Item = Row<'_>> {
    let groups = edition.training.groups.rows.iter();
    of(&edition.references)
        .chain(of(&edition.areas.rows))
        .chain(of(&edition.services.rows))
        .chain(of(&edition.teams.rows))
        .chain(of(&edition.processes.rows))
        .chain(of(&edition.software.rows))
        .chain(of(&edition.training.audiences))
        .chain(groups.flat_map(|group| std::iter::once(Row::of(group)).chain(of(&group.modules))))
        .chain(of(&edition.adoption.rows.rows))
        .chain(of(&edition.expected_behaviours.rows))
        .chain(of(&edition.indicators.rows))
        .chain(of(&edition.exclusions.rows))
        .chain(of(&edition.definitions.rows))
}

fn of<R: Described>(records: &[R]) -> impl Iterator<Item = Row<'_>> {
    records.iter().map(Row::of)
}

/// The annotations of the rows of a published table, in the order of its rows; those of the training plan are its modules, group by group.
pub fn annotations<'a>(edition: &'a Edition, table: &TableDescription) -> Vec<Option<&'a Annotations>> {
    fn of<R: Described>(records: &[R]) -> Vec<Option<&Annotations>> {
        records.iter().map(Described::annotations).collect()
    }
    match table.name {
        name if name == AREAS.name => of(&edition.areas.rows),
        name if name == SERVICES.name => of(&edition.services.rows),
        name if name == TEAMS.name => of(&edition.teams.rows),
        name if name == PROCESSES.name => of(&edition.processes.rows),
        name if name == SOFTWARE.name => of(&edition.software.rows),
        name if name == TRAINING.name => {
            edition.training.groups.rows.iter().flat_map(|group| of(&group.modules)).collect()
        }
        name if name == ADOPTION.name => of(&edition.adoption.rows.rows),
        name if name == EXPECTED_BEHAVIOURS.name => of(&edition.expected_behaviours.rows),
        name if name == INDICATORS.name => of(&edition.indicators.rows),
        name if name == EXCLUSIONS.name => of(&edition.exclusions.rows),
        name if name == REFERENCES.name => of(&edition.references),
        _ => Vec::new(),
    }
}
