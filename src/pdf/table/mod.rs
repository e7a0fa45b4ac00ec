//! What each table shows on paper: its headings and rows in the order of the source.

mod adoption;
mod exclusions;
mod expected_behaviours;
mod grouped;
mod plain;
mod processes;
mod references;
mod software;
mod teams;
mod training;

use crate::model::{Edition, Graph, TableName};
use crate::tables::EditionColumns;
use serde::Serialize;

/// The tables of a document, under the names of the contract.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Tables<'a> {
    processi: Option<processes::ProcessTable<'a>>,
    smart_team: Option<teams::TeamTable<'a>>,
    software: Option<software::SoftwareTable<'a>>,
    formazione: Option<training::TrainingTable<'a>>,
    attuazione: Option<adoption::AdoptionTable<'a>>,
    valutazione: Option<expected_behaviours::ExpectedBehaviourTable<'a>>,
    esclusioni: Option<exclusions::ExclusionTable<'a>>,
    riferimenti: Option<references::ReferenceTable<'a>>,
}

impl<'a> Tables<'a> {
    /// Every table of an edition.
    pub(super) fn all(edition: &'a Edition) -> Self {
        use crate::model::Keyword;
        let graph = Graph::new(edition);
        let present = EditionColumns::of(edition, &graph);
        TableName::KEYWORDS
            .iter()
            .fold(Self::default(), |tables, (_, table)| tables.and(edition, &graph, &present, *table))
    }

    /// One table.
    pub(super) fn only(edition: &'a Edition, table: TableName) -> Self {
        let graph = Graph::new(edition);
        Self::default().and(edition, &graph, &EditionColumns::of(edition, &graph), table)
    }

    fn and(mut self, edition: &'a Edition, graph: &Graph<'a>, present: &EditionColumns, table: TableName) -> Self {
        if !edition.has(table) {
            return self;
        }
        match table {
            TableName::Processes => self.processi = Some(processes::ProcessTable::of(edition, graph, present)),
            TableName::Teams => self.smart_team = Some(teams::TeamTable::of(edition, graph, present)),
            TableName::Software => self.software = Some(software::SoftwareTable::of(edition, graph, present)),
            TableName::Training => self.formazione = Some(training::TrainingTable::of(edition, graph, present)),
            TableName::Adoption => self.attuazione = Some(adoption::AdoptionTable::of(edition, graph, present)),
            TableName::ExpectedBehaviours => {
                self.valutazione = Some(expected_behaviours::ExpectedBehaviourTable::of(edition, graph, present));
            }
            TableName::Exclusions => {
                self.esclusioni = Some(exclusions::ExclusionTable::of(edition, graph, present));
            }
            TableName::References => {
                self.riferimenti = Some(references::ReferenceTable::of(edition, graph, present));
            }
        }
        self
    }
}
