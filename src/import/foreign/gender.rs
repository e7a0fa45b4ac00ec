//! The columns of a table of adoption that count women or men.

use super::heading::words;
use super::role::{Reads, Role};
use crate::model::fold;

/// Words of people who work in agile mode.
const AGILE: [&str; 10] =
    ["agili", "agile", "smart", "smartworker", "accordi", "working", "worker", "workers", "remoto", "adesioni"];
/// Words that make of a count another thing.
const OTHER: [&str; 4] = ["percentuale", "incidenza", "eta", "media"];

/// Whether headings tell women and men by one letter each, `D` and `U`: one of them alone may mean anything.
pub(super) fn has_letters(headings: &[Vec<String>]) -> bool {
    let has = |group: &str| headings.iter().any(|storeys| by_letter(storeys) == Some(group));
    has("donne") && has("uomini")
}

/// Whom the letter at the end of a heading means: `Dipendenti / D`, `Agili U`.
fn by_letter(storeys: &[String]) -> Option<&'static str> {
    let folded = fold(storeys.last()?);
    let (before, letter) = folded.rsplit_once(' ').unwrap_or(("", &folded));
    // `U.D.` is an abbreviation.
    if before.rsplit(' ').next().is_some_and(|word| word.len() == 1) {
        return None;
    }
    match letter {
        "d" => Some("donne"),
        "u" => Some("uomini"),
        _ => None,
    }
}

/// What a column is by the parts of its heading, from the top: `Personale / Uomini`, `di cui agili (F)`; `has_letters` says whether `D` and `U`
/// tell women and men.
pub(super) fn role(storeys: &[String], has_letters: bool) -> Option<Role> {
    let folded = words(&storeys.join(" "));
    let said: Vec<&str> = folded.split(' ').collect();
    let has = |word: &str| said.contains(&word);
    let group = match (has("donne"), has("uomini")) {
        (true, false) => "donne",
        (false, true) => "uomini",
        (false, false) if has_letters => by_letter(storeys)?,
        _ => return None,
    };
    if said.len() > 7 || said.iter().any(|word| OTHER.contains(word)) {
        return None;
    }
    let key = if is_agile(&folded) { "agili" } else { "dipendenti" };
    Some(Role { key: group.to_owned(), reads: Reads::Gender(group, key), words: Vec::new() })
}

/// Whether a heading is of people who work in agile mode.
pub(super) fn is_agile(heading: &str) -> bool {
    words(heading).split(' ').any(|word| AGILE.contains(&word))
}
