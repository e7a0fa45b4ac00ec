//! What each table shows on paper: its headings and rows in the order of the source.

mod behaviours;
mod exclusions;
mod grouped;
mod implementation;
mod processes;
mod references;
mod software;
mod teams;
mod training;

use crate::model::{Edition, Graph};
use crate::narrative::TableName;
use serde::Serialize;

/// The title of a table.
pub(super) fn title(table: TableName) -> &'static str {
    match table {
        TableName::Processes => "Tavola 1 – Mappatura dei processi",
        TableName::Teams => "Smart team (gruppi di lavoro)",
        TableName::Software => "Elenco dei programmi informatici (software)",
        TableName::Training => "Piano formativo",
        TableName::Implementation => "Stato di attuazione",
        TableName::Behaviours => "Comportamenti e competenze attesi",
        TableName::Exclusions => "Profili di norma esclusi dal lavoro agile",
        TableName::References => "Riferimenti normativi",
    }
}

/// Whether an edition has a table.
pub(super) fn is_present(table: TableName, edition: &Edition) -> bool {
    match table {
        TableName::Processes | TableName::Teams => true,
        TableName::Software => edition.software.is_present(),
        TableName::Training => edition.training.groups.is_present(),
        TableName::Implementation => edition.implementation.rows.is_present(),
        TableName::Behaviours => edition.roles.is_present(),
        TableName::Exclusions => edition.exclusions.is_present(),
        TableName::References => !edition.references.is_empty(),
    }
}

/// The tables of a document, under the names of the contract.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Tables<'a> {
    processi: Option<processes::ProcessTable<'a>>,
    smart_team: Option<teams::TeamTable<'a>>,
    software: Option<software::SoftwareTable<'a>>,
    formazione: Option<training::TrainingTable<'a>>,
    attuazione: Option<implementation::ImplementationTable<'a>>,
    valutazione: Option<behaviours::BehaviourTable<'a>>,
    esclusioni: Option<exclusions::ExclusionTable<'a>>,
    riferimenti: Option<references::ReferenceTable<'a>>,
}

impl<'a> Tables<'a> {
    /// Every table of an edition.
    pub(super) fn all(edition: &'a Edition) -> Self {
        use crate::model::Word;
        TableName::WORDS.iter().fold(Self::default(), |tables, (_, table)| tables.and(edition, *table))
    }

    /// One table.
    pub(super) fn only(edition: &'a Edition, table: TableName) -> Self {
        Self::default().and(edition, table)
    }

    fn and(mut self, edition: &'a Edition, table: TableName) -> Self {
        if !is_present(table, edition) {
            return self;
        }
        match table {
            TableName::Processes => self.processi = Some(processes::ProcessTable::of(edition, &Graph::new(edition))),
            TableName::Teams => self.smart_team = Some(teams::TeamTable::of(edition, &Graph::new(edition))),
            TableName::Software => self.software = Some(software::SoftwareTable::of(edition)),
            TableName::Training => self.formazione = Some(training::TrainingTable::of(edition)),
            TableName::Implementation => self.attuazione = Some(implementation::ImplementationTable::of(edition)),
            TableName::Behaviours => self.valutazione = Some(behaviours::BehaviourTable::of(edition)),
            TableName::Exclusions => self.esclusioni = Some(exclusions::ExclusionTable::of(edition)),
            TableName::References => self.riferimenti = Some(references::ReferenceTable::of(edition)),
        }
        self
    }
}
