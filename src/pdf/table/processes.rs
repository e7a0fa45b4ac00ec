use super::plain::PlainTable;
use crate::model::{Answer, Edition, Graph, OfficeLabels, Process, Risk, Scope, Spanned, Text, capital, decimal};
use crate::pdf::remarks::{Meaning, Remarks};
use crate::tables::{EditionColumns, Headings, PROCESSES};
use serde::Serialize;

/// Tavola 1.
#[derive(Debug, Serialize)]
pub(super) struct ProcessTable<'a> {
    headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    plain: Vec<&'a str>,
    rows: Vec<Row<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    code: Option<&'a str>,
    previous_code: Option<&'a str>,
    risk: Option<Level>,
    name: &'a str,
    purpose: Option<&'a str>,
    inputs: Vec<&'a str>,
    phases: Vec<&'a str>,
    outputs: Vec<&'a str>,
    areas: Vec<&'a str>,
    teams: Vec<String>,
    smartability: Option<Level>,
    percentage: Option<String>,
    reason: Option<&'a str>,
    paper: Option<&'static str>,
    software: Vec<&'a str>,
    /// For each of those columns, its texts.
    plain: Vec<Vec<String>>,
    remarks: Remarks<'a>,
}

/// A word with its place on its scale, from 1, so that the template can draw it too.
#[derive(Debug, Serialize)]
struct Level {
    word: String,
    level: u8,
}

impl<'a> ProcessTable<'a> {
    pub(super) fn of(edition: &'a Edition, graph: &Graph<'a>, present: &EditionColumns) -> Self {
        let rows = edition.processes.rows.iter().enumerate();
        let plain = PlainTable::of(edition, present);
        let labels = OfficeLabels::of(edition, graph);
        Self {
            headings: PROCESSES.headings(edition, present),
            plain: plain.headings(),
            rows: rows
                .map(|(number, process)| Row::of(edition, graph, &labels, number, plain.cells(graph, process)))
                .collect(),
            marks: Meaning::all(&edition.processes),
        }
    }
}

impl<'a> Row<'a> {
    fn of(
        edition: &'a Edition,
        graph: &Graph<'a>,
        labels: &OfficeLabels,
        number: usize,
        plain: Vec<Vec<String>>,
    ) -> Self {
        let process = &edition.processes.rows[number];
        Self {
            code: process.code(),
            previous_code: process.previous_code.as_ref().map(|code| code.as_str()),
            risk: process.risk.as_ref().map(|risk| risk_level(&risk.value)),
            name: &process.name.value,
            purpose: process.purpose.as_ref().map(|purpose| purpose.value.as_str()),
            inputs: texts(process.inputs.as_ref()),
            phases: texts(process.phases.as_ref()),
            outputs: texts(process.outputs.as_ref()),
            areas: areas(edition, graph, number, process),
            teams: offices(edition, graph, labels, process),
            smartability: answer_level(process),
            percentage: process.percentage.as_ref().map(|share| decimal(share.value)),
            reason: process.reason.as_ref().map(|reason| reason.value.as_str()),
            paper: process.paper.as_ref().map(|paper| if paper.value { "Sì" } else { "No" }),
            software: named(&process.software, |id| graph.program(id).map(|row| &edition.software.rows[row].name)),
            plain,
            remarks: Remarks::from(&process.annotations),
        }
    }
}

/// The areas that the row names, or else those of its teams.
fn areas<'a>(edition: &'a Edition, graph: &Graph<'a>, number: usize, process: &'a Process) -> Vec<&'a str> {
    if process.areas.is_empty() {
        return graph.process_areas(number).into_iter().map(|area| edition.areas.rows[area].name.as_str()).collect();
    }
    named(&process.areas, |id| graph.area(id).map(|row| &edition.areas.rows[row].name))
}

/// The teams, or the services, as the row names them, homonyms told apart.
fn offices(edition: &Edition, graph: &Graph<'_>, labels: &OfficeLabels, process: &Process) -> Vec<String> {
    let label = |id: &Text, row: Option<usize>, labels: &[String]| {
        row.map_or_else(|| id.value.clone(), |row| labels[row].clone())
    };
    match &process.scope {
        Some(Scope::Teams(ids)) => ids.iter().map(|id| label(id, graph.team(id), &labels.teams)).collect(),
        Some(Scope::Services(ids)) => ids.iter().map(|id| label(id, graph.service(id), &labels.services)).collect(),
        Some(Scope::Everyone(_)) if edition.has_teams() => vec!["Tutti gli smart team".to_owned()],
        Some(Scope::Everyone(_)) => vec!["Tutti gli uffici".to_owned()],
        Some(Scope::Areas) | None => Vec::new(),
    }
}

fn named<'a>(ids: &'a [Text], name: impl Fn(&str) -> Option<&'a Text>) -> Vec<&'a str> {
    ids.iter().map(|id| name(id).unwrap_or(id).value.as_str()).collect()
}

fn texts(texts: Option<&Spanned<Vec<Text>>>) -> Vec<&str> {
    texts.into_iter().flat_map(|texts| &texts.value).map(|text| text.value.as_str()).collect()
}

fn risk_level(risk: &Risk) -> Level {
    Level { word: capital(&risk.word), level: u8::try_from(risk.step + 1).unwrap_or(u8::MAX) }
}

/// The answer of a process, by the word that was written.
fn answer_level(process: &Process) -> Option<Level> {
    let (word, level) = match process.smartability.as_ref()?.value {
        Answer::Yes => ("Sì", 3),
        Answer::Partly => ("In parte", 2),
        Answer::No => ("No", 1),
    };
    Some(Level { word: process.answer_word.as_deref().map_or_else(|| word.to_owned(), capital), level })
}
