//! The columns of a table of adoption that count women or men.

use super::heading::words;
use super::role::{Reads, Role};

/// Words of people who work in agile mode.
const AGILE: [&str; 10] =
    ["agili", "agile", "smart", "smartworker", "accordi", "working", "worker", "workers", "remoto", "adesioni"];
/// Words that make of a count another thing.
const OTHER: [&str; 4] = ["percentuale", "incidenza", "eta", "media"];

/// What a column is by its heading: `Personale / Uomini`, `di cui agili (F)`.
pub(super) fn role(heading: &str) -> Option<Role> {
    let folded = words(heading);
    let said: Vec<&str> = folded.split(' ').collect();
    let has = |word: &str| said.contains(&word);
    let group = match (has("donne"), has("uomini")) {
        (true, false) => "donne",
        (false, true) => "uomini",
        _ => return None,
    };
    if said.len() > 7 || said.iter().any(|word| OTHER.contains(word)) {
        return None;
    }
    let key = if is_agile(heading) { "agili" } else { "dipendenti" };
    Some(Role { key: group.to_owned(), reads: Reads::Gender(group, key), words: Vec::new() })
}

/// Whether a heading is of people who work in agile mode.
pub(super) fn is_agile(heading: &str) -> bool {
    words(heading).split(' ').any(|word| AGILE.contains(&word))
}
