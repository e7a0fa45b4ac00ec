use crate::model::Risk;
use crate::routes::ProcessSubset;
use crate::site::context::EditionContext;
use crate::site::view::Chip;
use serde::Serialize;

/// How many processes each step of risk has, from the highest: no page of the built-in theme draws it, themes of one's own may.
#[derive(Debug, Serialize)]
pub(super) struct RiskFigures {
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    heading: Heading,
}

/// A step of risk with the list of its processes.
#[derive(Debug, Serialize)]
struct Heading {
    chip: Chip,
    /// From the folder of the edition.
    path: String,
    total: usize,
}

impl RiskFigures {
    /// Counts the processes; `None` where none has a risk.
    pub(super) fn of(context: &EditionContext<'_>) -> Option<Self> {
        let edition = context.edition;
        let steps = edition.risks();
        let heading = |risk: &Risk| {
            let subset = ProcessSubset::Risk(risk.step);
            let total = edition.processes.rows.iter().filter(|process| subset.holds(process)).count();
            Heading { chip: Chip::of_risk(risk, steps.len()), path: subset.path(edition), total }
        };
        let rows: Vec<Row> = steps.iter().rev().map(|risk| Row { heading: heading(risk) }).collect();
        rows.iter().any(|row| row.heading.total > 0).then_some(Self { rows })
    }
}
