//! The columns of Tavola 1 on a page: code and name in one, then whom it concerns, the answer and the risk; the others are opened.

use super::processes::whom;
use crate::model::Process;
use crate::site::context::EditionContext;
use crate::tables::{Medium, PlainColumns};
use serde::Serialize;

/// The columns that a template draws, in the order of a page; an administration may have another.
const COLUMNS: [&str; 11] = [
    "codice",
    "processo",
    "smart_team",
    "smartabilita",
    "rischio",
    "finalita",
    "input",
    "fasi",
    "output",
    "area",
    "supporti_cartacei",
];

/// A column in its place.
#[derive(Debug, Serialize)]
pub(super) struct Column {
    key: String,
    /// Which of the plain columns it is; nothing of one that the template draws.
    plain: Option<usize>,
    /// Which part of the row it is: one of those that are always in view, or the rest.
    part: &'static str,
    /// By what the rows are put in order, where they can be by this column.
    sort: Option<&'static str>,
    /// Whether it is the first of the rest: what opens a row stands before it.
    opens: bool,
}

impl Column {
    /// Whether what opens a row stands before it.
    pub(super) fn opens(&self) -> bool {
        self.opens
    }
}

/// Every column of the edition once.
pub(super) fn columns(context: &EditionContext<'_>) -> Vec<Column> {
    let all = PlainColumns::<Process>::of(context.edition, &context.columns, Medium::Page);
    let shown = COLUMNS.into_iter().filter_map(|key| whom(context, key));
    let mut columns: Vec<Column> = Vec::new();
    for place in all.order(shown) {
        let (part, sort) = if place.plain.is_some() { ("resto", None) } else { part(place.key) };
        if part == "nome" && columns.iter().any(|column| column.part == part) {
            continue;
        }
        let opens = part == "resto" && !columns.iter().any(|column| column.opens);
        columns.push(Column { key: place.key.to_owned(), plain: place.plain, part, sort, opens });
    }
    columns
}

/// Where a column that the template draws stands, and the name of its order.
fn part(key: &str) -> (&'static str, Option<&'static str>) {
    match key {
        "codice" | "processo" => ("nome", None),
        "smart_team" => ("ufficio", Some("smart-team")),
        "servizio" => ("ufficio", Some("servizio")),
        "smartabilita" => ("risposta", Some("smartabilita")),
        "rischio" => ("rischio", Some("rischio")),
        "area" => ("resto", Some("area")),
        "supporti_cartacei" => ("resto", Some("carta")),
        _ => ("resto", None),
    }
}
