use super::adoption::AdoptionTable;
use super::exclusions::ExclusionTable;
use super::expected_behaviours::ExpectedBehaviourTable;
use super::indicators::IndicatorTable;
use super::processes::ProcessTable;
use super::references::ReferenceTable;
use super::software::SoftwareTable;
use super::teams::TeamTable;
use super::training::TrainingTable;
use crate::model::TableName;
use crate::routes::Part;
use crate::site::context::EditionContext;
use crate::tables::Medium;
use serde::Serialize;

/// What the template of a table reads of it; a page that would come out as it stands never becomes values for templates.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum TableView<'a> {
    Processes(ProcessTable<'a>),
    Teams(TeamTable<'a>),
    Software(SoftwareTable<'a>),
    Training(TrainingTable<'a>),
    Adoption(AdoptionTable<'a>),
    ExpectedBehaviours(ExpectedBehaviourTable<'a>),
    Indicators(IndicatorTable<'a>),
    Exclusions(ExclusionTable<'a>),
    References(ReferenceTable<'a>),
}

impl<'a> TableView<'a> {
    /// A part of a table.
    pub(super) fn of(context: &EditionContext<'a>, name: TableName, medium: Medium, part: Part) -> Self {
        match name {
            TableName::Processes => Self::Processes(ProcessTable::of(context, medium, part)),
            TableName::Teams => Self::Teams(TeamTable::of(context, part)),
            TableName::Software => Self::Software(SoftwareTable::of(context, part)),
            TableName::Training => Self::Training(TrainingTable::of(context)),
            TableName::Adoption => Self::Adoption(AdoptionTable::of(context, part)),
            TableName::ExpectedBehaviours => Self::ExpectedBehaviours(ExpectedBehaviourTable::of(context)),
            TableName::Indicators => Self::Indicators(IndicatorTable::of(context, medium)),
            TableName::Exclusions => Self::Exclusions(ExclusionTable::of(context)),
            TableName::References => Self::References(ReferenceTable::of(context)),
        }
    }

    /// A part of Tavola 1 whose rows can be filtered.
    pub(super) fn filterable(context: &EditionContext<'a>, part: Part) -> Self {
        Self::Processes(ProcessTable::filterable(context, part))
    }
}
