use super::row_keys::RowKeys;
use crate::model::decimal;
use crate::site::context::EditionContext;
use crate::site::view::{Chip, Link, Meaning, Remarks};
use crate::tables::{Headings, PROCESSES};
use serde::Serialize;

/// Tavola 1.
#[derive(Debug, Serialize)]
pub(super) struct ProcessTable<'a> {
    caption: String,
    headings: Headings<'a>,
    rows: Vec<ProcessRow<'a>>,
    marks: Vec<Meaning>,
}

/// A process.
#[derive(Debug, Serialize)]
pub(in crate::site) struct ProcessRow<'a> {
    code: &'a str,
    path: String,
    risk: Option<Chip>,
    name: &'a str,
    purpose: &'a str,
    inputs: Vec<&'a str>,
    phases: Vec<&'a str>,
    outputs: Vec<&'a str>,
    areas: Vec<Link>,
    scope: Vec<Link>,
    smartability: Option<Chip>,
    percentage: Option<String>,
    reason: Option<&'a str>,
    /// Whether it needs paper, in words; nothing where it is not stated.
    paper: Option<&'static str>,
    remarks: Remarks,
    /// By what it is found, where the rows can be filtered.
    keys: Option<RowKeys>,
}

impl<'a> ProcessTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>) -> Self {
        let edition = context.edition;
        Self {
            caption: PROCESSES.caption(edition),
            headings: PROCESSES.headings(edition),
            rows: (0..edition.processes.rows.len()).map(|row| ProcessRow::of(context, row)).collect(),
            marks: edition.processes.marks.iter().map(Meaning::from).collect(),
        }
    }
}

impl<'a> ProcessTable<'a> {
    /// The same with what its rows are filtered by.
    pub(super) fn filterable(context: &EditionContext<'a>) -> Self {
        let mut table = Self::of(context);
        for (row, process) in table.rows.iter_mut().enumerate() {
            process.keys = Some(RowKeys::of(context, row));
        }
        table
    }
}

impl<'a> ProcessRow<'a> {
    pub(in crate::site) fn of(context: &EditionContext<'a>, row: usize) -> Self {
        let process = &context.edition.processes.rows[row];
        let texts = |list: &'a [crate::model::Text]| list.iter().map(|text| text.value.as_str()).collect();
        Self {
            code: process.code.value.as_str(),
            path: context.process_path(row),
            risk: process.risk.as_ref().map(|risk| Chip::from(risk.value)),
            name: &process.name.value,
            purpose: &process.purpose.value,
            inputs: texts(&process.inputs.value),
            phases: texts(&process.phases.value),
            outputs: texts(&process.outputs.value),
            areas: context.process_areas(row),
            scope: context.process_scope(row),
            smartability: process.smartability.as_ref().map(|answer| Chip::from(answer.value)),
            percentage: process.percentage.as_ref().map(|share| decimal(share.value)),
            reason: process.reason.as_ref().map(|reason| reason.value.as_str()),
            paper: process.paper.as_ref().map(|paper| if paper.value { "Sì" } else { "No" }),
            remarks: Remarks::of(&process.annotations, &context.edition.processes.marks),
            keys: None,
        }
    }
}
