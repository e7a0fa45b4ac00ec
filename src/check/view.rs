use crate::model::{Annex, Edition, Graph};
use crate::narrative::Mistake;
use crate::source::{SourceId, Sources};
use std::collections::HashSet;

/// What a rule sees of one edition.
pub(super) struct View<'a> {
    pub(super) sources: &'a Sources,
    pub(super) annex: &'a Annex,
    pub(super) edition: &'a Edition,
    pub(super) graph: &'a Graph<'a>,
    /// For each chapter, the expressions that could not be replaced.
    pub(super) mistakes: &'a [Vec<Mistake>],
    /// The files in which something could not be read.
    pub(super) faulty: &'a HashSet<SourceId>,
}
