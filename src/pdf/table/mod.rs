//! What each table shows on paper: its headings and rows in the order of the source.

mod adoption;
mod exclusions;
mod expected_behaviours;
mod grouped;
mod indicators;
mod plain;
mod processes;
mod references;
mod software;
mod sources;
mod teams;
mod training;

pub(super) use sources::Sources;

use crate::model::{Keyword as _, TableName};
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
    indicatori: Option<indicators::IndicatorTable<'a>>,
    esclusioni: Option<exclusions::ExclusionTable<'a>>,
    riferimenti: Option<references::ReferenceTable<'a>>,
}

impl<'a> Tables<'a> {
    /// Every table of an edition.
    pub(super) fn all(sources: &'a Sources<'a>) -> Self {
        TableName::KEYWORDS.iter().fold(Self::default(), |tables, (_, table)| tables.and(sources, *table))
    }

    /// One table.
    pub(super) fn only(sources: &'a Sources<'a>, table: TableName) -> Self {
        Self::default().and(sources, table)
    }

    fn and(mut self, sources: &'a Sources<'a>, table: TableName) -> Self {
        if !sources.edition.has(table) {
            return self;
        }
        match table {
            TableName::Processes => self.processi = Some(processes::ProcessTable::of(sources)),
            TableName::Teams => self.smart_team = Some(teams::TeamTable::of(sources)),
            TableName::Software => self.software = Some(software::SoftwareTable::of(sources)),
            TableName::Training => self.formazione = Some(training::TrainingTable::of(sources)),
            TableName::Adoption => self.attuazione = Some(adoption::AdoptionTable::of(sources)),
            TableName::ExpectedBehaviours => {
                self.valutazione = Some(expected_behaviours::ExpectedBehaviourTable::of(sources));
            }
            TableName::Indicators => self.indicatori = Some(indicators::IndicatorTable::of(sources)),
            TableName::Exclusions => {
                self.esclusioni = Some(exclusions::ExclusionTable::of(sources));
            }
            TableName::References => {
                self.riferimenti = Some(references::ReferenceTable::of(sources));
            }
        }
        self
    }
}
