//! Lists that stand below a table and are none of the annex: telephone numbers, people, costs.

use super::grid::Grid;
use super::heading::words;
use super::note;
use super::synonyms::OFFICES;

/// Headings that the tables of the annex have not.
const HEADINGS: [&str; 36] = [
    "telefono",
    "tel",
    "telefoni",
    "cellulare",
    "interno",
    "fax",
    "email",
    "e mail",
    "mail",
    "posta elettronica",
    "pec",
    "indirizzo",
    "indirizzi",
    "sede",
    "sedi",
    "orario",
    "orari",
    "orario apertura",
    "referente",
    "referenti",
    "responsabile",
    "dirigente",
    "cognome",
    "nome",
    "cognome nome",
    "nominativo",
    "matricola",
    "qualifica",
    "categoria",
    "importo",
    "spesa",
    "costo",
    "docente",
    "ore",
    "anno",
    "stanza",
];

/// Whether a row below a blank one is the headings of such a list: words only, two of them at least and most of them headings, one of these
/// of no table of the annex.
pub(super) fn begins(grid: &Grid<'_>, row: usize) -> bool {
    let filled = grid.filled(row);
    let Some(first) = filled.first() else { return false };
    let is_text = |column: &usize| !grid.is_number(row, *column);
    if note::is_note(grid.text(row, *first)) || !filled.iter().all(is_text) || !is_below_blank(grid, row) {
        return false;
    }
    let texts: Vec<String> = filled.iter().map(|column| words(grid.text(row, *column))).collect();
    let beside = texts.iter().filter(|text| HEADINGS.contains(&text.as_str())).count();
    if beside == 0 {
        return false;
    }
    let offices = texts.iter().filter(|text| names_offices(text)).count();
    beside + offices > 1 && (beside + offices) * 3 >= texts.len() * 2
}

/// Whether a blank row stands above a row, or above the titles over it.
fn is_below_blank(grid: &Grid<'_>, row: usize) -> bool {
    let above = (0..row).rev().find(|above| grid.filled(*above).len() != 1);
    above.is_some_and(|above| grid.filled(above).is_empty())
}

/// Whether a heading says no more than that offices stand below it.
fn names_offices(text: &str) -> bool {
    OFFICES.iter().flat_map(|(_, names)| names.split('|')).any(|name| words(name) == text)
}
