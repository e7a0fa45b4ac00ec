//! What is different between two editions of the annex.
//!
//! Owns which record of an edition continues which of the one before, and what of it changed. Two editions in, values out: nothing here
//! knows of pages, of terminals or of files.

mod change;
mod lineage;
mod offices;
mod processes;
mod totals;

pub use change::{Change, Field, Records};
pub use totals::Figure;

use crate::model::{Edition, Graph, OfficeLabels};
use crate::tables::RecordNames;
use lineage::Lineages;

/// Two editions, the later seen from the earlier.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The figures of both, those that are nought in both left out.
    pub figures: Vec<Figure>,
    /// The areas that the organisation has.
    pub areas: Records,
    /// The services.
    pub services: Records,
    /// The smart teams.
    pub teams: Records,
    /// The processes.
    pub processes: Records,
}

impl Comparison {
    /// Compares two editions.
    pub fn between(earlier: &Edition, later: &Edition) -> Self {
        let graphs = (&Graph::new(earlier), &Graph::new(later));
        let labels = (&OfficeLabels::of(earlier, graphs.0), &OfficeLabels::of(later, graphs.1));
        let names = (
            RecordNames { edition: earlier, graph: graphs.0, labels: labels.0 },
            RecordNames { edition: later, graph: graphs.1, labels: labels.1 },
        );
        let lineages = Lineages::of(names);
        Self {
            figures: totals::compared(earlier, later),
            areas: offices::areas(names, &lineages),
            services: offices::services(names, &lineages),
            teams: offices::teams(names, &lineages),
            processes: processes::compared(names, &lineages),
        }
    }

    /// Whether organisation and processes are the same in both.
    pub fn is_empty(&self) -> bool {
        [&self.areas, &self.services, &self.teams, &self.processes].iter().all(|records| records.is_empty())
    }
}
