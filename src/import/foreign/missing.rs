//! What is said of a sheet that does not hold the table that it is said to hold.

use super::grid::Grid;
use super::header::Header;
use super::vocabulary::Vocabulary;
use crate::import::answers::SheetAnswers;
use crate::import::reading::How;
use crate::tables::{Column, Kind, TABLES};
use std::cmp::Reverse;

/// In so many rows the headings are looked for that are most like those of the table.
const LOOKED_AT: usize = 80;

/// Which columns of a table a sheet lacks, and which of its own are none of them.
pub(super) fn message(grid: &Grid<'_>, vocabulary: &Vocabulary, answers: &SheetAnswers<'_>) -> String {
    let table = vocabulary.table;
    let rows = (0..grid.height().min(LOOKED_AT)).filter(|row| grid.filled(*row).len() > 1);
    let headers = rows.map(|row| Header::read(grid, &[row], vocabulary, answers, &[]));
    let best = headers.filter(|header| header.known() > 0).max_by_key(|header| {
        let row = header.rows.first().copied().unwrap_or_default();
        (header.known(), Reverse(row))
    });
    let known = |key: &str| best.as_ref().is_some_and(|header| header.keys().any(|own| own == key));
    let columns = TABLES.iter().find(|known| known.is_called(table)).map(|table| (table.columns)());
    let columns = columns.unwrap_or_default();
    // The name of a group of modules has the key of that of a module.
    let key = |column: &&Column| if column.published == "gruppo" { column.published } else { column.key };
    let is_text = |column: &&&Column| !matches!(column.kind, Kind::Modules | Kind::Marks);
    let absent = columns.iter().filter(|column| !known(key(column))).filter(is_text);
    let mut lacks = quoted(absent.map(|column| column.heading));
    if columns.iter().any(|column| matches!(column.kind, Kind::Marks)) {
        lacks.push_str(", e una colonna di segni per ciascuno dei destinatari");
    }
    let Some(header) = &best else {
        return format!("nessuna riga ha le intestazioni della tavola `{table}`, che sono {lacks}");
    };
    let said = |is: &dyn Fn(How) -> bool| {
        quoted(header.columns.iter().filter(|column| is(column.how)).map(|column| column.heading.as_str()))
    };
    let (read, others) = (said(&|how| how != How::None), said(&|how| how == How::None));
    let not = if others.is_empty() { String::new() } else { format!(", e non si capisce che cosa sono {others}") };
    format!("le intestazioni non bastano per la tavola `{table}`: si capisce {read}{not}; mancano {lacks}")
}

/// Headings for people, parted by commas.
fn quoted<'h>(headings: impl Iterator<Item = &'h str>) -> String {
    let filled = headings.filter(|heading| !heading.is_empty());
    filled.map(|heading| format!("«{heading}»")).collect::<Vec<_>>().join(", ")
}
