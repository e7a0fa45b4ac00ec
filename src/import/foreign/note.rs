//! Rows that are words about the table: notes, legends, signatures, titles of its parts.

use super::value::mark;
use crate::model::fold;

/// How notes, legends and signatures begin.
const BEGINNINGS: [&str; 38] = [
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
    "compilato",
    "compilata",
    "redatto",
    "redatta",
];

/// Whether a text begins as a note or a signature does.
pub(super) fn is_note(text: &str) -> bool {
    let folded = fold(text);
    let begins = |start: &str| folded == *start || folded.strip_prefix(start).is_some_and(|rest| rest.starts_with(' '));
    // `X = obbligatorio` explains a mark.
    let is_legend = text.split_once('=').is_some_and(|(mark, _)| matches!(mark.trim().chars().count(), 1..=3));
    is_legend || mark::of_note(text).is_some() || BEGINNINGS.iter().any(|start| begins(start))
}

/// How rows begin that only part the people of the row above, or compare them.
const BESIDE: [&str; 7] =
    ["di cui", "dei quali", "delle quali", "di questi", "percentuale", "incidenza", "anno precedente"];

/// Whether a text in place of an office says that its row counts once more people who are counted above.
pub(super) fn counts_again(text: &str) -> bool {
    let folded = fold(text);
    BESIDE.iter().any(|start| folded.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// What stands before the name of who signs.
const SIGNATURES: [&str; 9] =
    ["firma", "firmato", "firmato da", "f to", "visto", "compilato da", "redatto da", "approvato da", "luogo e data"];
/// Who signs, as it stands before the name.
const SIGNERS: [&str; 10] = [
    "il dirigente",
    "la dirigente",
    "il responsabile",
    "la responsabile",
    "il segretario",
    "la segretaria",
    "il direttore",
    "la direttrice",
    "il compilatore",
    "la compilatrice",
];

/// Whether a text is what stands before a signature, and nothing more.
pub(super) fn is_signature(text: &str) -> bool {
    SIGNATURES.contains(&fold(text).as_str())
}

/// Whether a text says who signs, and nothing more.
pub(super) fn is_signer(text: &str) -> bool {
    SIGNERS.contains(&fold(text).as_str())
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
