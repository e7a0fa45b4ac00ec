//! How to read a table: some plain sentences that stand beside it on its page.
//!
//! Owns what they say of each table: what a row is, what columns, marks and shapes mean, what the table does not say. They speak only of
//! what this edition's table holds.

mod adoption;
mod expected_behaviours;
mod indicators;
mod processes;
mod software;
mod teams;
mod training;

use crate::model::{Annotations, Callout, TableName};
use crate::routes::Section;
use crate::site::context::EditionContext;
use crate::site::glossary::TermLinks;
use crate::site::view::Passage;
use serde::Serialize;

/// How to read a table.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Guide {
    points: Vec<Passage>,
}

impl Guide {
    /// How to read a table on its own page, one folder below that of the edition; without points where nothing need be said.
    pub(in crate::site) fn of(context: &EditionContext<'_>, table: TableName) -> Self {
        Self { points: context.guide(table, || points(context, table)) }
    }
}

fn points(context: &EditionContext<'_>, table: TableName) -> Vec<Passage> {
    let edition = context.edition;
    let points = match table {
        // Of what a row is nothing need be said.
        table if edition.is_empty(table) => Vec::new(),
        TableName::Processes => processes::points(context),
        TableName::Teams => teams::points(context),
        TableName::Software => software::points(edition),
        TableName::Training => training::points(edition),
        TableName::Adoption => adoption::points(context),
        TableName::ExpectedBehaviours => expected_behaviours::points(edition),
        TableName::Indicators => indicators::points(context),
        TableName::Exclusions | TableName::References => Vec::new(),
    };
    let mut links =
        context.terms.as_ref().map(|terms| TermLinks::new(terms, format!("../{}", Section::Glossary.path())));
    let point = |text: &String| {
        let linked = links.as_mut().and_then(|links| links.linked(text));
        linked.map_or_else(|| Passage::plain(text), |html| Passage::markup(&html))
    };
    points.iter().map(point).collect()
}

/// What is said of the marks and doubts of a table, where it has some.
fn remarks<'a>(records: impl Iterator<Item = &'a Annotations>, marks: &[Callout]) -> Vec<String> {
    let records: Vec<&Annotations> = records.collect();
    let mut points = Vec::new();
    let used =
        |mark: &Callout| records.iter().any(|record| record.marks.iter().any(|own| own.value == mark.mark.value));
    let of_no_meaning = marks.iter().any(|mark| mark.text.is_none() && used(mark));
    if records.iter().any(|record| !record.marks.is_empty()) {
        let rest = if of_no_meaning { ", o è detto che il testo pubblicato non lo riporta" } else { "" };
        points.push(format!(
            "I segni stampati accanto a una voce sono richiami: sotto la tavola c'è il loro significato{rest}."
        ));
    }
    if records.iter().any(|record| record.to_verify.is_some()) {
        points
            .push("«Da verificare» accompagna ciò che nel documento di partenza non si legge con certezza.".to_owned());
    }
    points
}
