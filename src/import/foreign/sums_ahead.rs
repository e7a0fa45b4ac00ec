//! Rows of the table of adoption that sum up the rows below them: an area with all its people, and then its services. They are totals.

use super::record::Counted;
use super::sums::Stated;
use crate::import::Draft;
use crate::import::reading::{Doubt, Question, SheetReading, Skipped, Why};
use crate::model::fold;
use std::collections::HashSet;

/// The keys of the offices of a row, from the coarsest.
const LEVELS: [&str; 3] = ["area", "servizio", "smart_team"];
/// What is said of such a row.
const WHY: &str = "i suoi numeri sono la somma di quelli delle righe che seguono: letta come totale, e non scritta";

/// Takes the rows that are sums of those below from the records; `counted` are what these count, each beside its draft.
pub(super) fn take_out(counted: &mut Vec<Counted>, totals: &mut [Stated], reading: &mut SheetReading) {
    if counted.len() != reading.drafts.len() {
        return;
    }
    let found: Vec<usize> = (0..counted.len()).filter(|at| is_sum(&reading.drafts, *at)).collect();
    let is_found = |at: usize| found.binary_search(&at).is_ok();
    for total in totals {
        total.above -= found.partition_point(|at| *at < total.above);
    }
    let mut at = 0..counted.len();
    counted.retain(|_| !at.next().is_some_and(is_found));
    let drafts = std::mem::take(&mut reading.drafts).into_iter().enumerate();
    let (sums, drafts): (Vec<_>, Vec<_>) = drafts.partition(|(at, _)| is_found(*at));
    reading.drafts = drafts.into_iter().map(|(_, draft)| draft).collect();
    reading.read -= sums.len();
    let rows: HashSet<usize> = sums.iter().map(|(_, draft)| draft.row).collect();
    reading.doubts.retain(|doubt| !rows.contains(&doubt.row));
    for (_, Draft { row, fields, .. }) in sums {
        let names = LEVELS.iter().filter_map(|key| fields.iter().find(|(known, _)| known == key));
        let text = names.filter_map(|(_, name)| name.scalar()).collect::<Vec<_>>().join(" › ");
        reading.skipped.push(Skipped { row, why: Why::Total, text: text.clone() });
        let (understood, message, question) = ("totale".to_owned(), WHY.to_owned(), Question::None);
        reading.doubts.push(Doubt { row, column: 0, text, understood, message, question });
    }
}

/// Whether a record counts as many people as those below it together that name an office within its own.
fn is_sum(drafts: &[Draft], at: usize) -> bool {
    let Some(own) = drafts.get(at).map(offices) else { return false };
    let Some(finest) = own.iter().rposition(|name| !name.is_empty()).filter(|level| *level < 2) else { return false };
    let is_within = |draft: &&Draft| {
        let other = offices(draft);
        own[..=finest] == other[..=finest] && other[finest + 1..].iter().any(|name| !name.is_empty())
    };
    let below: Vec<&Draft> = drafts[at + 1..].iter().take_while(is_within).collect();
    let agrees = |key: &str| {
        let sum: Option<f64> = below.iter().map(|draft| number(draft, key)).sum();
        let own = number(&drafts[at], key);
        own == sum && own.is_some_and(|own| own > 0.0)
    };
    !below.is_empty() && agrees("dipendenti") && agrees("agili")
}

fn offices(draft: &Draft) -> [String; 3] {
    LEVELS.map(|key| {
        let name = draft.fields.iter().find(|(known, _)| known == key).and_then(|(_, name)| name.scalar());
        name.map(fold).unwrap_or_default()
    })
}

fn number(draft: &Draft, key: &str) -> Option<f64> {
    draft.fields.iter().find(|(known, _)| known == key).and_then(|(_, value)| value.scalar()?.parse().ok())
}
