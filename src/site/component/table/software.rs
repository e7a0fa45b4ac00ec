use crate::routes::Part;
use crate::site::context::EditionContext;
use crate::site::view::{Meaning, ProcessItem, Remarks};
use crate::tables::{Headings, SOFTWARE};
use serde::Serialize;

/// The list of the computer programs.
#[derive(Debug, Serialize)]
pub(super) struct SoftwareTable<'a> {
    caption: String,
    headings: Headings<'a>,
    /// How many rows stand on the pages before.
    before: usize,
    rows: Vec<Row<'a>>,
    marks: Vec<Meaning>,
    /// Whether any process says that it uses one.
    has_processes: bool,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    purpose: &'a str,
    processes: Vec<ProcessItem<'a>>,
    remarks: Remarks,
}

impl<'a> SoftwareTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>, part: Part) -> Self {
        let edition = context.edition;
        let range = part.range(edition.software.rows.len());
        let rows = edition.software.rows.iter().enumerate().skip(range.start).take(range.len());
        let rows = rows.map(|(number, software)| Row {
            name: &software.name.value,
            purpose: &software.purpose.value,
            processes: context.graph.software_processes[number].iter().map(|row| context.process_item(*row)).collect(),
            remarks: Remarks::of(&software.annotations, &edition.software.marks),
        });
        Self {
            caption: SOFTWARE.caption(edition),
            headings: SOFTWARE.headings(edition, &context.columns),
            before: range.start,
            rows: rows.collect(),
            marks: edition.software.marks.iter().map(Meaning::from).collect(),
            has_processes: context.graph.software_processes.iter().any(|processes| !processes.is_empty()),
        }
    }
}
