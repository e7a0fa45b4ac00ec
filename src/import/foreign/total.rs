//! Totals, subtotals and counts: which rows are such, and what the rows they sum up give.

use super::note;
use super::value::number;
use crate::model::fold;

/// How totals begin.
const BEGINNINGS: [&str; 23] = [
    "totale",
    "totali",
    "subtotale",
    "subtotali",
    "sub totale",
    "sub tot",
    "subtot",
    "tot",
    "somma",
    "totale generale",
    "complessivo",
    "complessivamente",
    "in complesso",
    "media",
    "conteggio",
    "riepilogo",
    "numero processi",
    "n processi",
    "totale complessivo",
    "riporto",
    "a riporto",
    "a riportare",
    "da riportare",
];
/// Words of a total of everything.
const EVERYTHING: [&str; 8] =
    ["generale", "ente", "complessivo", "complessiva", "finale", "tutto", "amministrazione", "generali"];

/// Words for an administration as a whole at the beginning of its name.
const BODIES: [&str; 9] =
    ["ente", "comune", "unione", "provincia", "citta", "regione", "azienda", "ateneo", "universita"];
/// Signs and words for the currency of an amount.
const CURRENCIES: [&str; 3] = ["€", "euro", "eur"];

/// The label of a total without the word for it: `Alfa` of `totale Alfa`; `None` if it is no total.
pub(super) fn label(text: &str) -> Option<String> {
    let folded = fold(text);
    let start = BEGINNINGS
        .iter()
        .filter(|start| folded == **start || folded.starts_with(&format!("{start} ")))
        .max_by_key(|start| start.len())?;
    Some(folded[start.len()..].trim().to_owned())
}

/// Whether a row with the word for a total is one: beside it are numbers, and one word more at most.
pub(super) fn is_alone(words: usize, filled: usize) -> bool {
    words == 0 || (words == 1 && filled > 2)
}

/// Whether the label of a total says that it is that of everything.
pub(super) fn is_of_everything(label: &str) -> bool {
    label.split(' ').any(|word| EVERYTHING.contains(&word))
}

/// Whether the label is that of a total of a part of the table.
pub(super) fn is_partial(text: &str) -> bool {
    fold(text).starts_with("sub")
}

/// Whether the label begins with the word for an administration as a whole: `comune di Alfa`.
pub(super) fn names_whole(label: &str) -> bool {
    label.split(' ').next().is_some_and(|first| BODIES.contains(&first))
}

/// Whether the label names an office: `dipartimento ospedaliero`.
pub(super) fn names_part(label: &str) -> bool {
    !names_whole(label) && note::names_office(label).is_some()
}

/// Whether a text is an amount of money: `€ 1.000,00`.
pub(super) fn is_amount(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let text = lower.as_str();
    let bare = CURRENCIES.iter().find_map(|sign| text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)));
    bare.is_some_and(|bare| number::parse(bare).is_some())
}

/// The number of a total, and the word that says of what: `22`, `4 si`.
pub(super) fn stated(text: &str) -> Option<(f64, String)> {
    if let Some(number) = number::parse(text) {
        return Some((number, String::new()));
    }
    if number::percentage(text).is_some() {
        return None;
    }
    let (first, rest) = text.trim().split_once(' ')?;
    let word = fold(rest);
    // `4 su 5` does not say of what.
    let is_part = word.starts_with("su ") || word.starts_with("di ");
    Some((number::parse(first)?, word)).filter(|_| !is_part)
}
