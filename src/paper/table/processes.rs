use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::model::{Answer, Concept, Process, Risk, Scope, Spanned, Text, capital, decimal};
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{ColumnPlace, Headings, PROCESSES, RecordNames, Target};
use serde::Serialize;
use std::borrow::Cow;

const RISK_NOTE: &str = "Il rischio è quello corruttivo [del processo] e non riguarda il lavoro agile.";

/// Tavola 1.
#[derive(Debug, Serialize)]
pub(crate) struct ProcessTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    /// Every column in its place.
    pub(crate) order: Vec<ColumnPlace<'a>>,
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
    /// What is to be known of the risk, where the table has one and calls it by our word, so that it is known to be that of corruption.
    pub(crate) risk_note: Option<&'a str>,
    /// Whether a cell says nothing, so that a dash stands in it.
    pub(crate) has_gaps: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) code: Option<&'a str>,
    pub(crate) previous_code: Option<&'a str>,
    pub(crate) risk: Option<Level>,
    pub(crate) name: &'a str,
    pub(crate) purpose: Option<&'a str>,
    pub(crate) inputs: Vec<&'a str>,
    pub(crate) phases: Vec<&'a str>,
    pub(crate) outputs: Vec<&'a str>,
    pub(crate) areas: Vec<&'a str>,
    pub(crate) teams: Vec<Cow<'a, str>>,
    pub(crate) smartability: Option<Level>,
    pub(crate) percentage: Option<String>,
    pub(crate) reason: Option<&'a str>,
    pub(crate) paper: Option<&'static str>,
    pub(crate) software: Vec<&'a str>,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

/// A word with its place on its scale, from 1, so that the template can draw it too.
#[derive(Debug, Serialize)]
pub(crate) struct Level {
    pub(crate) word: String,
    pub(crate) level: u8,
}

impl<'a> ProcessTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let rows = edition.processes.rows.iter().enumerate();
        let plain = PlainTable::of(sources);
        let headings = PROCESSES.headings(edition, &sources.present);
        let order = plain.order(drawn(&headings));
        let rows: Vec<_> = rows.map(|(number, process)| Row::of(sources, number, plain.cells(process))).collect();
        let our_risk = headings.contains_key("rischio") && !edition.model.words.has_own(Concept::Risk);
        Self {
            has_gaps: rows.iter().any(|row| order.iter().any(|place| row.is_silent(place))),
            order,
            headings,
            plain: plain.headings(),
            rows,
            marks: Meaning::all(&edition.processes),
            risk_note: our_risk.then(|| edition.model.words.say(RISK_NOTE)),
        }
    }
}

/// The columns that the template draws, in their usual order: the risk stands below the code, whom a process concerns is told by the teams,
/// else by the services.
fn drawn(headings: &Headings<'_>) -> Vec<&'static str> {
    let has = |key: &&'static str| headings.contains_key(*key);
    let code = ["codice", "rischio"].into_iter().find(has);
    let whom = ["smart_team", "servizio"].into_iter().find(has);
    let [what, last] =
        [&["processo", "finalita", "input", "fasi", "output", "area"][..], &["smartabilita", "supporti_cartacei"]];
    let what = what.iter().copied().filter(has);
    code.into_iter().chain(what).chain(whom).chain(last.iter().copied().filter(has)).collect()
}

impl<'a> Row<'a> {
    fn of(sources: &'a Sources<'a>, number: usize, plain: Vec<Vec<String>>) -> Self {
        let (edition, names) = (sources.edition, sources.names());
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
            areas: areas(sources, number, process),
            teams: offices(names, process),
            smartability: answer_level(process),
            percentage: process.percentage.as_ref().map(|share| decimal(share.value)),
            reason: process.reason.as_ref().map(|reason| reason.value.as_str()),
            paper: process.paper.as_ref().map(|paper| if paper.value { "Sì" } else { "No" }),
            software: named(names, Target::Software, &process.software),
            plain,
            remarks: Remarks::from(&process.annotations),
        }
    }
}

impl Row<'_> {
    /// Whether it says nothing in a column.
    fn is_silent(&self, place: &ColumnPlace<'_>) -> bool {
        if let Some(number) = place.plain {
            return self.plain.get(number).is_none_or(Vec::is_empty);
        }
        match place.key {
            "codice" | "rischio" => self.code.is_none() && self.risk.is_none(),
            "finalita" => self.purpose.is_none(),
            "input" => self.inputs.is_empty(),
            "fasi" => self.phases.is_empty(),
            "output" => self.outputs.is_empty(),
            "area" => self.areas.is_empty(),
            "smart_team" | "servizio" => self.teams.is_empty(),
            "smartabilita" => self.smartability.is_none(),
            "supporti_cartacei" => self.paper.is_none(),
            _ => false,
        }
    }
}

/// The areas that the row names, or else those of its teams.
fn areas<'a>(sources: &'a Sources<'a>, number: usize, process: &'a Process) -> Vec<&'a str> {
    if process.areas.is_empty() {
        let areas = sources.graph.process_areas(number).into_iter();
        return areas.map(|area| sources.labels.areas[area].as_str()).collect();
    }
    named(sources.names(), Target::Area, &process.areas)
}

/// The teams, or the services, as the row names them.
fn offices<'a>(names: RecordNames<'a>, process: &'a Process) -> Vec<Cow<'a, str>> {
    let offices = |target, ids| named(names, target, ids).into_iter().map(Cow::Borrowed).collect();
    match &process.scope {
        Some(Scope::Teams(ids)) => offices(Target::Team, ids),
        Some(Scope::Services(ids)) => offices(Target::Service, ids),
        Some(Scope::Everyone(_)) => vec![capital(names.edition.everyone()).into()],
        Some(Scope::Areas) | None => Vec::new(),
    }
}

fn named<'a>(names: RecordNames<'a>, target: Target, ids: &'a [Text]) -> Vec<&'a str> {
    ids.iter().map(|id| names.of(target, id)).collect()
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
