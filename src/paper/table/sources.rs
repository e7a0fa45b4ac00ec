use crate::model::{Edition, Graph, OfficeLabels};
use crate::tables::{EditionColumns, RecordNames};

/// What the tables of an edition are made from, worked out once for all its documents.
#[derive(Debug)]
pub(crate) struct Sources<'a> {
    pub(crate) edition: &'a Edition,
    pub(crate) graph: Graph<'a>,
    /// Which columns its tables have.
    pub(crate) present: EditionColumns,
    /// What its offices are called.
    pub(crate) labels: OfficeLabels,
}

impl<'a> Sources<'a> {
    pub(crate) fn of(edition: &'a Edition) -> Self {
        let graph = Graph::new(edition);
        let (present, labels) = (EditionColumns::of(edition, &graph), OfficeLabels::of(edition, &graph));
        Self { edition, graph, present, labels }
    }

    /// What its records are called where others refer to them.
    pub(crate) fn names(&self) -> RecordNames<'_> {
        RecordNames { edition: self.edition, graph: &self.graph, labels: &self.labels }
    }
}
