use crate::model::{Answer, Concept, Edition, Risk};
use crate::routes::ProcessSubset;
use crate::site::component::tally::Tally;
use crate::site::context::EditionContext;
use crate::site::view::Chip;
use serde::Serialize;

/// The side of a cell's drawing, in its own units.
const SIDE: f64 = 48.0;

/// Corruption risk against smartability: a table whose cells have a disc as large as their number.
#[derive(Debug, Serialize)]
pub(super) struct RiskMatrix {
    id: &'static str,
    title: String,
    /// What the chart shows, in words.
    finding: String,
    columns: Vec<Heading>,
    rows: Vec<Row>,
    total: u64,
    side: f64,
}

/// A value with the list of its processes.
#[derive(Debug, Serialize)]
struct Heading {
    chip: Chip,
    path: String,
    total: u64,
}

#[derive(Debug, Serialize)]
struct Row {
    heading: Heading,
    cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Cell {
    pattern: &'static str,
    count: u64,
    /// The radius of its disc; nothing where there is no process.
    radius: Option<String>,
}

impl RiskMatrix {
    /// Counts the processes; nothing where there are none.
    pub(super) fn of(context: &EditionContext<'_>) -> Option<Self> {
        let answers = [(Answer::Yes, "si"), (Answer::Partly, "parte"), (Answer::No, "no")];
        let words = &context.edition.model.words;
        let steps = context.edition.risks();
        let risks: Vec<&Risk> = steps.iter().rev().collect();
        let mut counts = vec![[0_u64; 3]; risks.len()];
        for process in &context.edition.processes.rows {
            let (Some(risk), Some(answer)) = (&process.risk, &process.smartability) else { continue };
            let row = risks.iter().position(|one| one.step == risk.value.step);
            let column = answers.iter().position(|(one, _)| *one == answer.value);
            if let (Some(row), Some(column)) = (row, column) {
                counts[row][column] += 1;
            }
        }
        let most = counts.iter().flatten().copied().max().filter(|most| *most > 0)?;
        let columns = answers.iter().enumerate().map(|(column, (answer, _))| Heading {
            chip: Chip::from(*answer),
            path: ProcessSubset::Smartability(*answer).path(context.edition),
            total: counts.iter().map(|row| row[column]).sum(),
        });
        let rows = risks.iter().zip(&counts).map(|(risk, row)| Row {
            heading: Heading {
                chip: Chip::of_risk(risk, steps.len()),
                path: ProcessSubset::Risk(risk.step).path(context.edition),
                total: row.iter().sum(),
            },
            cells: row
                .iter()
                .zip(answers)
                .map(|(count, (_, pattern))| Cell { pattern, count: *count, radius: radius(*count, most) })
                .collect(),
        });
        Some(Self {
            id: "grafico_rischio",
            title: words.say("[Rischio corruttivo] e [smartabilità]").to_owned(),
            finding: finding(
                context.edition,
                risks.first().map_or("", |risk| &risk.word),
                counts.first().copied().unwrap_or_default(),
            ),
            columns: columns.collect(),
            rows: rows.collect(),
            total: counts.iter().flatten().sum(),
            side: SIDE,
        })
    }
}

/// Of the processes at the highest risk.
fn finding(edition: &Edition, word: &str, [yes, partly, no]: [u64; 3]) -> String {
    let words = &edition.model.words;
    let total = yes + partly + no;
    let tally = Tally { total, yes, partly, no };
    // A word of the administration's own may be of another gender than the steps of its scale.
    match (words.has_own(Concept::Risk), total) {
        (true, 0) => words.fill("[Rischio corruttivo]: {}. [Nessun processo].", &[&word]),
        (true, _) => {
            words.fill("[Rischio corruttivo]: {}. {}: {}.", &[&word, &tally.count(words), &tally.words(words)])
        }
        (false, 0) => words.fill("[Nessun processo] è a rischio corruttivo {}.", &[&word]),
        (false, _) => format!("{} a rischio corruttivo {word}: {}.", tally.count(words), tally.every(words)),
    }
}

/// The area of the disc, not its radius, grows with the number.
#[allow(clippy::cast_precision_loss)] // A drawing is not that precise.
fn radius(count: u64, most: u64) -> Option<String> {
    (count > 0).then(|| format!("{:.1}", (SIDE / 2.0 - 1.0) * (count as f64 / most as f64).sqrt()))
}

#[cfg(test)]
mod tests {
    use super::radius;

    #[test]
    fn a_fourth_of_the_number_has_half_the_radius() {
        assert_eq!(radius(4, 4).as_deref(), Some("23.0"));
        assert_eq!(radius(1, 4).as_deref(), Some("11.5"));
        assert_eq!(radius(0, 4), None);
    }
}
