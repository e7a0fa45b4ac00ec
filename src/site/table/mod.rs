//! The tables of the annex, in the form in which the templates read them: the same on their own page, in a chapter and on paper.

mod behaviours;
mod exclusions;
mod implementation;
mod processes;
mod references;
mod row_keys;
mod software;
mod teams;
mod training;

pub(super) use processes::ProcessRow;

use super::anchor::table_anchor;
use super::value;
use super::volume::Volume;
use crate::model::{TableName, Word};
use crate::trouble::Trouble;
use serde::Serialize;
use tera::Value;

/// A table where it stands on a page.
#[derive(Debug, Serialize)]
pub(super) struct TablePlace {
    /// Which table: the templates have one component for each.
    kind: &'static str,
    /// Its identifier on the page; its rows and headings have theirs from it.
    id: String,
    /// The table.
    data: Value,
}

impl TablePlace {
    /// The table `name` of an edition, to stand under the identifier `id`.
    pub(super) fn new(volume: &Volume<'_>, name: TableName, id: String) -> Result<Self, Trouble> {
        let data = match name {
            TableName::Processes => value(&processes::ProcessTable::of(volume)),
            TableName::Teams => value(&teams::TeamTable::of(volume)),
            TableName::Software => value(&software::SoftwareTable::of(volume)),
            TableName::Training => value(&training::TrainingTable::of(volume.edition)),
            TableName::Implementation => value(&implementation::ImplementationTable::of(volume)),
            TableName::Behaviours => value(&behaviours::BehaviourTable::of(volume.edition)),
            TableName::Exclusions => value(&exclusions::ExclusionTable::of(volume)),
            TableName::References => value(&references::ReferenceTable::of(volume.edition)),
        }?;
        Ok(Self { kind: name.word(), id, data })
    }

    /// Tavola 1 on its own page, where its rows can be filtered.
    pub(super) fn filterable(volume: &Volume<'_>) -> Result<Self, Trouble> {
        let data = value(&processes::ProcessTable::filterable(volume))?;
        Ok(Self { kind: TableName::Processes.word(), id: table_anchor(TableName::Processes), data })
    }

    /// The table that its page is all about.
    pub(super) fn alone(volume: &Volume<'_>, name: TableName) -> Result<Self, Trouble> {
        Self::new(volume, name, table_anchor(name))
    }
}
