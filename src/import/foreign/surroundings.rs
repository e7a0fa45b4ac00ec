//! The office whose a whole sheet is, where no column says it: named in a title above the table, else by the name of the sheet.

use super::grid::Grid;
use super::header::Header;
use super::levels::Level;
use super::note;
use super::offices::Offices;
use super::section::{Section, kind_of, named};
use super::value::on_one_line;
use crate::import::reading::SheetReading;
use crate::model::{OfficeKind, fold};
use crate::sheet::{Sheet, Workbook};

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
/// The same where nothing but the other sheets says that a name is that of an office.
const OTHER_CONTENTS: [&str; 10] =
    ["riepilogo", "sintesi", "totale", "totali", "legenda", "foglio", "dati", "note", "altro", "istruzioni"];

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
    let is_other = fold(&name).split(' ').any(|word| OTHER_CONTENTS.contains(&word));
    let among_others = || (offices.name_sheets && may_be_office(&name) && !is_other).then_some(OfficeKind::Service);
    let Some(kind) = office(&name, offices).or_else(among_others).filter(|kind| is_open(*kind)) else {
        return Vec::new();
    };
    reading.remarks.push(format!("ufficio di tutte le righe: «{name}», dal nome del foglio"));
    vec![Section { kind, name, cell: None }]
}

/// Whether at least half of the sheets of a workbook that hold rows, and two or more, are called as offices of the edition are: then the others are
/// called so, too.
pub(super) fn name_sheets(workbook: &Workbook, offices: &Offices<'_>) -> bool {
    let held: Vec<&Sheet> = workbook.sheets.iter().filter(|sheet| super::is_tabular(sheet)).collect();
    let is_named = |sheet: &&&Sheet| {
        let name = on_one_line(&sheet.name.replace('_', " "));
        let kinds = [OfficeKind::Service, OfficeKind::Team, OfficeKind::Area];
        kinds.into_iter().any(|kind| offices.known(kind, &name, None).is_some())
    };
    let named = held.iter().filter(is_named).count();
    named > 1 && named * 2 >= held.len()
}

/// The office that a row of titles names: `Servizio Tributi`, `Servizio: Tributi`, or the two in cells of their own.
fn titled(grid: &Grid<'_>, row: usize, offices: &Offices<'_>) -> Option<(OfficeKind, String)> {
    let texts: Vec<String> = grid.filled(row).iter().map(|column| on_one_line(grid.text(row, *column))).collect();
    let name = match texts.as_slice() {
        [title] => named(title).replace(": ", " "),
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

/// Whether a text may be the name of an office by its words.
fn may_be_office(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    words.len() <= MOST_WORDS
        && !text.bytes().any(|byte| byte.is_ascii_digit())
        && !words.iter().any(|word| CONTENTS.contains(word))
}

/// What kind of office a text names: one of the edition, or one by the word at its beginning.
fn office(text: &str, offices: &Offices<'_>) -> Option<OfficeKind> {
    let word = note::names_office(text).filter(|word| !WHOLE.contains(word));
    let by_word = word.map(kind_of);
    let kinds = by_word.into_iter().chain([OfficeKind::Service, OfficeKind::Team, OfficeKind::Area]);
    let known = kinds.into_iter().find(|kind| offices.known(*kind, text, None).is_some());
    known.or(by_word.filter(|_| may_be_office(text)))
}
