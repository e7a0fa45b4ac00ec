//! Rows that are words about the table: notes, legends, signatures, titles of its parts.

use super::value::mark;
use crate::model::fold;

/// How notes, legends and signatures begin.
const BEGINNINGS: [&str; 34] = [
    "nota",
    "note",
    "n b",
    "nb",
    "legenda",
    "fonte",
    "fonti",
    "il dirigente",
    "la dirigente",
    "il responsabile",
    "la responsabile",
    "firma",
    "firmato",
    "f to",
    "il segretario",
    "la segretaria",
    "il direttore",
    "la direttrice",
    "documento firmato",
    "documento sottoscritto",
    "data",
    "luogo e data",
    "approvato",
    "aggiornato",
    "ultimo aggiornamento",
    "elaborazione",
    "allegato",
    "pagina",
    "pag",
    "avvertenza",
    "avvertenze",
    "il sindaco",
    "il presidente",
    "ai sensi",
];

/// Whether a text begins as a note or a signature does.
pub(super) fn is_note(text: &str) -> bool {
    let folded = fold(text);
    let begins = |start: &str| folded == *start || folded.strip_prefix(start).is_some_and(|rest| rest.starts_with(' '));
    // `X = obbligatorio` explains a mark.
    let is_legend = text.split_once('=').is_some_and(|(mark, _)| matches!(mark.trim().chars().count(), 1..=3));
    is_legend || mark::of_note(text).is_some() || BEGINNINGS.iter().any(|start| begins(start))
}

/// How offices are called in the title of a part of a table.
const OFFICES: [&str; 12] = [
    "area",
    "settore",
    "direzione",
    "dipartimento",
    "servizio",
    "ente",
    "comune",
    "unione",
    "struttura",
    "ufficio",
    "provincia",
    "divisione",
];

/// Whether a text is the title of a part of a table that names an office: `AREA RISORSE`, `Settore: Tributi`.
pub(super) fn names_office(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or_default();
    OFFICES.iter().find(|word| **word == first && folded.len() > word.len()).copied()
}
