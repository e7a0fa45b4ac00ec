//! The targets of the plan: those of years that are over go with the results, and what the new years ask for is to be decided.

use super::{Passage, decisions};
use crate::edit::{Change, Document, Refusal, Step, Written};
use crate::model::EditionId;

/// The order of the keys of an indicator.
const ORDER: &[&str] =
    &["id", "dimensione", "indicatore", "formula", "unita", "base", "obiettivi", "da_decidere", "fonte", "smart_team"];

/// `indicatori.yaml` as the new edition has it.
pub(super) fn carry_over(document: &mut Document, passage: Passage<'_>) -> Result<(), Refusal> {
    let items: Vec<Written> = document.read().get("indicatori").map(Written::items).unwrap_or_default().to_vec();
    let plan = plan(passage.to);
    for (number, item) in items.iter().enumerate() {
        let at = |keys: &[&str]| -> Vec<Step> {
            let item = [Step::from("indicatori"), Step::from(number)];
            item.into_iter().chain(keys.iter().map(|key| Step::from(*key))).collect()
        };
        let targets = years_of(item, "obiettivi");
        let over: Vec<i16> =
            plan.first().map_or_else(Vec::new, |first| targets.iter().copied().filter(|year| year < first).collect());
        if !over.is_empty() && over.len() == targets.len() {
            document.apply(&Change::Remove { at: at(&["obiettivi"]) }, ORDER)?;
        } else {
            for year in &over {
                document.apply(&Change::Remove { at: at(&["obiettivi", &year.to_string()]) }, ORDER)?;
            }
        }
        if item.get("consuntivo").is_some() {
            document.apply(&Change::Remove { at: at(&["consuntivo"]) }, ORDER)?;
        }
        if let Some(decision) = decision(item, &targets, &plan, passage) {
            decisions::ask(document, &at(&[]), &[decision], ORDER)?;
        }
    }
    Ok(())
}

/// What is to be decided of an indicator: the targets of the years that the old plan did not have, and the value from which it starts.
fn decision(item: &Written, targets: &[i16], plan: &[i16], passage: Passage<'_>) -> Option<String> {
    let missing: Vec<String> = plan.iter().filter(|year| !targets.contains(year)).map(ToString::to_string).collect();
    let mut parts: Vec<String> = Vec::new();
    match missing.as_slice() {
        [] => {}
        [one] => parts.push(format!("l'obiettivo del {one}")),
        [first @ .., last] => parts.push(format!("gli obiettivi del {} e del {last}", first.join(", del "))),
    }
    let is_later = passage.to.first_year() > passage.from.id.first_year();
    let last = years_of(item, "consuntivo").into_iter().max();
    let result = last.and_then(|year| {
        let value = item.get("consuntivo")?.get(&year.to_string())?.scalar()?;
        Some(format!(" (consuntivo del {year}: {value})"))
    });
    if result.is_some() || is_later && item.get("base").is_some() {
        parts.push(format!("il valore di partenza{}", result.unwrap_or_default()));
    }
    (!parts.is_empty()).then(|| parts.join(" e "))
}

/// The years of a key whose values stand year by year.
fn years_of(item: &Written, key: &str) -> Vec<i16> {
    item.get(key).map(Written::entries).unwrap_or_default().iter().filter_map(|(year, _)| year.parse().ok()).collect()
}

/// The years of a plan by the name of its edition; empty if it names none.
fn plan(edition: &EditionId) -> Vec<i16> {
    match (edition.span_of_years(), edition.first_year()) {
        (Some((first, last)), _) => (first..=last).collect(),
        (None, year) => year.into_iter().collect(),
    }
}
