//! The columns of a table of indicators that hold a value of a year, or the one from which it starts.

use super::role::{MeasuredOn, Reads, Role};
use super::value::{date, number, on_one_line};
use crate::edit::Written;
use crate::model::fold;

/// Words of a value that was measured, of the one from which it starts, and of one to be reached.
const RESULT: [&str; 8] =
    ["consuntivo", "consuntivi", "realizzato", "rilevato", "raggiunto", "conseguito", "misurato", "effettivo"];
const BASE: [&str; 8] = ["base", "baseline", "partenza", "iniziale", "attuale", "situazione", "storico", "riferimento"];
const TARGET: [&str; 8] =
    ["obiettivo", "obiettivi", "target", "atteso", "attesi", "previsto", "previsione", "traguardo"];

/// What a column is by its heading: `Target 2026`, `Consuntivo / 2025`, `Valore di partenza al 31.12.2025`, `2027`.
pub(super) fn role(heading: &str) -> Option<Role> {
    let folded = fold(heading);
    let words: Vec<&str> = folded.split(' ').collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let year = words.iter().find(|word| is_year(word)).map(|word| (*word).to_owned());
    let (group, key) = match year.clone() {
        Some(year) if has(&RESULT) => ("consuntivo", year),
        _ if has(&BASE) => ("base", "valore".to_owned()),
        Some(year) if has(&TARGET) || words.len() == 1 || words == ["anno", year.as_str()] => ("obiettivi", year),
        Some(_) if words.first() == Some(&"valore") => ("base", "valore".to_owned()),
        _ => return None,
    };
    let day = date::find(heading).map(MeasuredOn::Day).or(year.map(MeasuredOn::Year));
    Some(Role { key: group.to_owned(), reads: Reads::Measure(key, day.filter(|_| group == "base")), words: Vec::new() })
}

/// Whether a text is a year.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1990..2100).contains(&year))
}

/// A value as the data write it: a number as such, anything else as it stands.
pub(super) fn written(text: &str) -> Written {
    match number::parse(text) {
        Some(number) => super::fields::written_number(number),
        None => Written::Text(on_one_line(text)),
    }
}
