//! The columns of a table of adoption that count women or men.

use super::heading::{variants, words};
use super::likeness::strength;
use super::narrowed::is_of_people;
use super::role::{Reads, Role};
use super::vocabulary::Vocabulary;
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

/// What the column at a place is by the parts of its heading, from the top: `Personale / Uomini`, `di cui agili (F)`; `has_letters` says whether
/// `D` and `U` tell women and men.
pub(super) fn role(headings: &[Vec<String>], at: usize, has_letters: bool, vocabulary: &Vocabulary) -> Option<Role> {
    let storeys = &headings[at];
    let folded = words(&storeys.join(" "));
    let said: Vec<&str> = folded.split(' ').collect();
    let has = |word: &str| said.contains(&word);
    let group = match (has("donne"), has("uomini")) {
        (true, false) => "donne",
        (false, true) => "uomini",
        (false, false) if has_letters => by_letter(storeys)?,
        _ => return None,
    };
    let roles = || vocabulary.roles.iter().filter(|role| matches!(role.reads, Reads::Count));
    let is_known = |word: &str| {
        let is_own = |known: &String| known.split(' ').any(|part| part == word);
        let is_letter = word.len() == 1 || ["donne", "uomini"].contains(&word);
        is_letter || AGILE.contains(&word) || is_of_people(word) || roles().flat_map(|role| &role.words).any(is_own)
    };
    if said.len() > 7 || said.iter().any(|word| OTHER.contains(word) || !is_known(word)) {
        return None;
    }
    let key = if is_agile(&folded) {
        "agili"
    } else {
        match counted_before(headings, at) {
            Some(before) if is_agile(&before) => "agili",
            Some(before) => {
                let before = variants(&[before]);
                let is_total = before.iter().any(|said| said == "totale" || said == "tot");
                let known = roles().find(|role| role.key == "dipendenti");
                if !is_total && known.is_none_or(|known| strength(&before, &known.words) == 0) {
                    return None;
                }
                "dipendenti"
            }
            None => "dipendenti",
        }
    };
    Some(Role { key: group.to_owned(), reads: Reads::Gender(group, key), words: Vec::new() })
}

/// The heading at the left of a column that is a part of it: one that begins with `di cui`, or that stands there a second time.
fn counted_before(headings: &[Vec<String>], at: usize) -> Option<String> {
    let joined = |at: usize| headings[at].join(" ");
    let own = joined(at);
    let is_part = |heading: &str| fold(heading).starts_with("di cui");
    let is_again = headings[..at].iter().any(|other| words(&other.join(" ")) == words(&own));
    if !is_part(&own) && !is_again {
        return None;
    }
    let counts = |heading: &String| {
        let said = words(heading);
        let is_group = said.split(' ').any(|word| word == "donne" || word == "uomini");
        !said.is_empty() && !is_group && (!is_part(heading) || is_agile(heading))
    };
    (0..at).rev().map(joined).find(counts)
}

/// Whether a heading is of people who work in agile mode.
pub(super) fn is_agile(heading: &str) -> bool {
    words(heading).split(' ').any(|word| AGILE.contains(&word))
}
