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

pub(crate) use adoption::{AdoptionTable, Figure};
pub(crate) use exclusions::ExclusionTable;
pub(crate) use expected_behaviours::ExpectedBehaviourTable;
pub(crate) use indicators::{IndicatorTable, IndicatorYear};
pub(crate) use plain::PlainHeading;
pub(crate) use processes::{ProcessTable, Row as ProcessRow};
pub(crate) use references::ReferenceTable;
pub(crate) use software::SoftwareTable;
pub(crate) use sources::Sources;
pub(crate) use teams::TeamTable;
pub(crate) use training::TrainingTable;

use crate::model::{Keyword as _, TableName};
use crate::tables;
use serde::Serialize;
use std::collections::BTreeMap;

/// The tables of a document, under the names of the contract.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Tables<'a> {
    pub(crate) processi: Option<ProcessTable<'a>>,
    pub(crate) smart_team: Option<TeamTable<'a>>,
    pub(crate) software: Option<SoftwareTable<'a>>,
    pub(crate) formazione: Option<TrainingTable<'a>>,
    pub(crate) attuazione: Option<AdoptionTable<'a>>,
    pub(crate) valutazione: Option<ExpectedBehaviourTable<'a>>,
    pub(crate) indicatori: Option<IndicatorTable<'a>>,
    pub(crate) esclusioni: Option<ExclusionTable<'a>>,
    pub(crate) riferimenti: Option<ReferenceTable<'a>>,
    /// What stands in the place of those that have no rows.
    pub(crate) empty: BTreeMap<&'static str, &'static str>,
}

impl<'a> Tables<'a> {
    /// Every table of an edition.
    pub(crate) fn all(sources: &'a Sources<'a>) -> Self {
        TableName::KEYWORDS.iter().fold(Self::default(), |tables, (_, table)| tables.and(sources, *table))
    }

    /// One table.
    pub(crate) fn only(sources: &'a Sources<'a>, table: TableName) -> Self {
        Self::default().and(sources, table)
    }

    fn and(mut self, sources: &'a Sources<'a>, table: TableName) -> Self {
        if !sources.edition.has(table) {
            return self;
        }
        self.empty.extend(tables::no_rows(sources.edition, table).map(|said| (table.keyword(), said)));
        match table {
            TableName::Processes => self.processi = Some(ProcessTable::of(sources)),
            TableName::Teams => self.smart_team = Some(TeamTable::of(sources)),
            TableName::Software => self.software = Some(SoftwareTable::of(sources)),
            TableName::Training => self.formazione = Some(TrainingTable::of(sources)),
            TableName::Adoption => self.attuazione = Some(AdoptionTable::of(sources)),
            TableName::ExpectedBehaviours => {
                self.valutazione = Some(ExpectedBehaviourTable::of(sources));
            }
            TableName::Indicators => self.indicatori = Some(IndicatorTable::of(sources)),
            TableName::Exclusions => {
                self.esclusioni = Some(ExclusionTable::of(sources));
            }
            TableName::References => {
                self.riferimenti = Some(ReferenceTable::of(sources));
            }
        }
        self
    }
}
