use crate::model::{Edition, Graph, OfficeLabels};
use crate::tables::{EditionColumns, RecordNames};

/// What the tables of an edition are made from, worked out once for all its documents.
#[derive(Debug)]
pub(in crate::pdf) struct Sources<'a> {
    pub(super) edition: &'a Edition,
    pub(super) graph: Graph<'a>,
    /// Which columns its tables have.
    pub(super) present: EditionColumns,
    /// What its offices are called.
    pub(super) labels: OfficeLabels,
}

impl<'a> Sources<'a> {
    pub(in crate::pdf) fn of(edition: &'a Edition) -> Self {
        let graph = Graph::new(edition);
        let (present, labels) = (EditionColumns::of(edition, &graph), OfficeLabels::of(edition, &graph));
        Self { edition, graph, present, labels }
    }

    /// What its records are called where others refer to them.
    pub(super) fn names(&self) -> RecordNames<'_> {
        RecordNames { edition: self.edition, graph: &self.graph, labels: &self.labels }
    }
}
