//! What is different between two editions of the annex.
//!
//! Owns which record of an edition continues which of the one before, and what of it changed. Two editions in, values out: nothing here
//! knows of pages, of terminals or of files.

mod change;
mod chapters;
mod datum;
mod heading;
mod likeness;
mod lineage;
mod matching;
mod offices;
mod organisation;
mod other_tables;
mod paragraphs;
mod processes;
mod record_change;
mod settings;
mod side;
mod totals;
mod training;

pub use change::{Change, Field, Records};
pub use chapters::Recomputed;
pub use datum::Datum;
pub use likeness::are_alike;
pub use record_change::{Called, ChangeKind, RecordChange, TableChanges};
pub use side::Side;
pub use totals::Figure;

use crate::model::{Edition, Graph, Keyword as _, OfficeLabels, TableName};
use crate::tables::RecordNames;
use change::Sides;
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
    /// Every table with the records that differ, also the settings of the edition and the chapters; those without any are here too.
    pub tables: Vec<TableChanges>,
    /// The paragraphs of the chapters in which only figures that come from the data differ.
    pub recomputed: Vec<Recomputed>,
}

/// Whether a table, of those that an edition may leave out, is in the earlier one alone.
fn is_withdrawn(table: &str, earlier: &Edition, later: &Edition) -> bool {
    use TableName::{Adoption, Exclusions, ExpectedBehaviours, Indicators, Software, Training};
    let optional = [Software, Training, Adoption, ExpectedBehaviours, Indicators, Exclusions];
    let known = optional.into_iter().find(|known| known.keyword() == table);
    let has = |edition: &Edition| match known {
        Some(known) => edition.has(known),
        None => table == other_tables::DEFINITIONS && edition.definitions.is_present(),
    };
    has(earlier) && !has(later)
}

impl Comparison {
    /// Compares two editions.
    pub fn between<'a>(earlier: impl Into<Side<'a>>, later: impl Into<Side<'a>>) -> Self {
        let (earlier_side, later_side) = (earlier.into(), later.into());
        let (earlier, later) = (earlier_side.edition, later_side.edition);
        let graphs = (&Graph::new(earlier), &Graph::new(later));
        let labels = (&OfficeLabels::of(earlier, graphs.0), &OfficeLabels::of(later, graphs.1));
        let names = (
            RecordNames { edition: earlier, graph: graphs.0, labels: labels.0 },
            RecordNames { edition: later, graph: graphs.1, labels: labels.1 },
        );
        let lineages = &Lineages::of(names);
        let sides = Sides { earlier: names.0, later: names.1, lineages };
        let mut comparison = Self {
            figures: totals::compared(earlier, later),
            areas: offices::areas(sides),
            services: offices::services(sides),
            teams: offices::teams(sides),
            processes: processes::compared(sides),
            tables: Vec::new(),
            recomputed: Vec::new(),
        };
        let mut tables = vec![settings::edition(sides), settings::model(sides)];
        tables.extend(organisation::tables(sides, &comparison));
        tables.extend(other_tables::tables(sides));
        tables.push(training::table(sides));
        let (chapters, recomputed) = chapters::compared(earlier_side, later_side);
        tables.push(chapters);
        // What stands beside the rows of a table is told with them.
        for beside in settings::beside(sides) {
            if let Some(table) = tables.iter_mut().find(|table| table.table == beside.table) {
                table.changes.splice(0..0, beside.changes);
            }
        }
        for table in tables.iter_mut().filter(|table| is_withdrawn(table.table, earlier, later)) {
            *table = TableChanges::withdrawn(table.table, std::mem::take(&mut table.title));
        }
        (comparison.tables, comparison.recomputed) = (tables, recomputed);
        comparison
    }

    /// Whether organisation and processes are the same in both.
    pub fn is_empty(&self) -> bool {
        [&self.areas, &self.services, &self.teams, &self.processes].iter().all(|records| records.is_empty())
    }

    /// Every record that differs, with the table that holds it.
    pub fn changes(&self) -> impl Iterator<Item = (&TableChanges, &RecordChange)> {
        self.tables.iter().flat_map(|table| table.changes.iter().map(move |change| (table, change)))
    }

    /// How many records differ in a way.
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.changes().filter(|(_, change)| change.kind == kind).count()
    }

    /// How many records are in both editions and do not differ.
    pub fn unchanged(&self) -> usize {
        self.tables.iter().map(|table| table.unchanged).sum()
    }
}
