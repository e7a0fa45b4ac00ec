use super::folding::{self, Column};
use super::row_keys::RowKeys;
use crate::model::{Scope, Spanned, Text, decimal};
use crate::routes::Part;
use crate::site::component::own_filter::OwnFilter;
use crate::site::context::EditionContext;
use crate::site::view::{Chip, Link, Meaning, Remarks};
use crate::tables::{Headings, Medium, PROCESSES};
use serde::Serialize;

/// Tavola 1.
#[derive(Debug, Serialize)]
pub(super) struct ProcessTable<'a> {
    caption: String,
    headings: Headings<'a>,
    /// Whether it has the columns of the published table, all of them; each then has its usual width.
    usual: bool,
    /// Whether its rows can be opened, as on a page; on paper every column is there.
    folds: bool,
    /// Whether a row has something to open.
    opens: bool,
    /// On how many pages it stands; on several, its rows are led to from elsewhere.
    parts: usize,
    /// How many rows stand on the pages before.
    before: usize,
    rows: Vec<ProcessRow<'a>>,
    marks: Vec<Meaning>,
}

/// The columns of the published table that its template draws one by one; the risk stands beside the code.
const COLUMNS: [&str; 11] = [
    "codice",
    "rischio",
    "processo",
    "finalita",
    "input",
    "fasi",
    "output",
    "area",
    "smart_team",
    "smartabilita",
    "supporti_cartacei",
];

/// A process.
#[derive(Debug, Serialize)]
pub(in crate::site) struct ProcessRow<'a> {
    code: Option<&'a str>,
    path: String,
    risk: Option<Chip>,
    name: &'a str,
    purpose: Option<&'a str>,
    inputs: Vec<&'a str>,
    phases: Vec<&'a str>,
    outputs: Vec<&'a str>,
    areas: Vec<Link>,
    scope: Vec<Link>,
    /// The services that it names, where the table has no column of the teams.
    services: Vec<Link>,
    /// Whether it is of its areas alone: then no office is missing.
    of_area: bool,
    smartability: Option<Chip>,
    percentage: Option<String>,
    reason: Option<&'a str>,
    /// Whether it needs paper, in words; nothing where it is not stated.
    paper: Option<&'static str>,
    remarks: Remarks,
    /// By what it is found, where the rows can be filtered.
    keys: Option<RowKeys>,
}

/// The columns that the template draws, in the order of paper.
pub(super) fn drawn(context: &EditionContext<'_>) -> Vec<&'static str> {
    COLUMNS.into_iter().filter_map(|key| whom(context, key)).collect()
}

/// A column that the edition has; whom a process concerns is told by the teams, else by the services.
pub(super) fn whom(context: &EditionContext<'_>, key: &'static str) -> Option<&'static str> {
    let shows = |key: &str| context.columns.shows(&PROCESSES, key);
    let key = if key == "smart_team" && !shows(key) { "servizio" } else { key };
    shows(key).then_some(key)
}

impl<'a> ProcessTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>, medium: Medium, part: Part) -> Self {
        let edition = context.edition;
        let rows = part.range(edition.processes.rows.len());
        let columns = COLUMNS.iter().filter(|key| context.columns.shows(&PROCESSES, key)).count();
        Self {
            caption: PROCESSES.caption(edition),
            headings: PROCESSES.headings(edition, &context.columns),
            usual: columns == COLUMNS.len() && !edition.model.orders(PROCESSES.name),
            folds: medium == Medium::Page,
            opens: folding::columns(context).iter().any(Column::opens),
            parts: part.count(),
            before: rows.start,
            rows: rows.map(|row| ProcessRow::of(context, row)).collect(),
            marks: edition.processes.marks.iter().map(Meaning::from).collect(),
        }
    }
}

impl<'a> ProcessTable<'a> {
    /// The same with what its rows are filtered by.
    pub(super) fn filterable(context: &EditionContext<'a>, part: Part) -> Self {
        let mut table = Self::of(context, Medium::Page, part);
        if !context.asked.row_keys {
            return table;
        }
        let own = OwnFilter::all(context, &PROCESSES);
        for (row, process) in table.rows.iter_mut().enumerate() {
            process.keys = Some(RowKeys::of(context, &own, table.before + row));
        }
        table
    }
}

impl<'a> ProcessRow<'a> {
    pub(in crate::site) fn of(context: &EditionContext<'a>, row: usize) -> Self {
        let process = &context.edition.processes.rows[row];
        let texts = |list: &'a Option<Spanned<Vec<Text>>>| {
            list.iter().flat_map(|list| &list.value).map(|text| text.value.as_str()).collect()
        };
        Self {
            code: process.code(),
            path: context.process_path(row),
            risk: context.risk_chip(process),
            name: &process.name.value,
            purpose: process.purpose.as_ref().map(|purpose| purpose.value.as_str()),
            inputs: texts(&process.inputs),
            phases: texts(&process.phases),
            outputs: texts(&process.outputs),
            areas: context.process_areas(row),
            scope: context.process_scope(row),
            of_area: matches!(process.scope, Some(Scope::Areas)),
            services: context.graph.process_services[row]
                .iter()
                .map(|service| context.service_link(*service))
                .collect(),
            smartability: Chip::of_answer(process),
            percentage: process.percentage.as_ref().map(|share| decimal(share.value)),
            reason: process.reason.as_ref().map(|reason| reason.value.as_str()),
            paper: process.paper.as_ref().map(|paper| if paper.value { "Sì" } else { "No" }),
            remarks: Remarks::of(&process.annotations, &context.edition.processes.marks),
            keys: None,
        }
    }
}
