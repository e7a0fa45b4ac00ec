//! The office whose a whole sheet is, where no column says it: named in a title above the table, else by the name of the sheet.

use super::grid::Grid;
use super::header::Header;
use super::levels::Level;
use super::note;
use super::offices::Offices;
use super::section::{Section, kind_of};
use super::value::on_one_line;
use crate::import::reading::SheetReading;
use crate::model::{OfficeKind, fold};

/// A title of more words is no name of an office.
const MOST_WORDS: usize = 9;
/// Words for an administration as a whole, which is no office of its own.
const WHOLE: [&str; 5] = ["ente", "comune", "unione", "provincia", "citta"];
/// Words of titles that say what a table holds, and not whose it is.
const CONTENTS: [&str; 12] = [
    "processi",
    "mappatura",
    "elenco",
    "tavola",
    "tabella",
    "lavoro",
    "agile",
    "anno",
    "allegato",
    "piao",
    "attivita",
    "stato",
];

/// The office of a sheet and its kind, as what stands above every row; said among the remarks.
pub(super) fn offices(
    grid: &Grid<'_>,
    header: &Header,
    levels: &[Level],
    table: &str,
    offices: &Offices<'_>,
    reading: &mut SheetReading,
) -> Vec<Section> {
    if !matches!(table, "processi" | "attuazione" | "smart-team" | "servizi") {
        return Vec::new();
    }
    // A column of the same kind, or of a coarser one, says it row by row.
    let is_open = |kind: OfficeKind| levels.iter().all(|level| level.kind > kind);
    let above = (0..header.rows.first().copied().unwrap_or_default()).rev();
    for row in above {
        if let Some((kind, name)) = titled(grid, row, offices).filter(|(kind, _)| is_open(*kind)) {
            let cell = grid.filled(row).last().map(|column| (row, *column));
            reading.remarks.push(format!("ufficio di tutte le righe: «{name}», dal titolo della riga {}", row + 1));
            return vec![Section { kind, name, cell }];
        }
    }
    let name = on_one_line(&reading.name.replace('_', " "));
    let Some(kind) = office(&name, offices).filter(|kind| is_open(*kind)) else { return Vec::new() };
    reading.remarks.push(format!("ufficio di tutte le righe: «{name}», dal nome del foglio"));
    vec![Section { kind, name, cell: None }]
}

/// The office that a row of titles names: `Servizio Tributi`, `Servizio: Tributi`, or the two in cells of their own.
fn titled(grid: &Grid<'_>, row: usize, offices: &Offices<'_>) -> Option<(OfficeKind, String)> {
    let texts: Vec<String> = grid.filled(row).iter().map(|column| on_one_line(grid.text(row, *column))).collect();
    let name = match texts.as_slice() {
        [title] => title.replace(": ", " "),
        [label, name] if is_label(label) => format!("{} {name}", label.trim_end_matches([':', ' '])),
        _ => return None,
    };
    Some((office(&name, offices)?, name))
}

/// Whether a cell only says that an office follows: `Servizio:`.
fn is_label(text: &str) -> bool {
    let folded = fold(text);
    !folded.contains(' ') && note::names_office(&format!("{folded} x")).is_some()
}

/// What kind of office a text names: one of the edition, or one by the word at its beginning.
fn office(text: &str, offices: &Offices<'_>) -> Option<OfficeKind> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_named = words.len() <= MOST_WORDS && !text.bytes().any(|byte| byte.is_ascii_digit());
    let word = note::names_office(text).filter(|word| !WHOLE.contains(word));
    let by_word = word.map(kind_of);
    let kinds = by_word.into_iter().chain([OfficeKind::Service, OfficeKind::Team, OfficeKind::Area]);
    let known = kinds.into_iter().find(|kind| offices.known(*kind, text, None).is_some());
    known.or(by_word.filter(|_| is_named && !words.iter().any(|word| CONTENTS.contains(word))))
}
