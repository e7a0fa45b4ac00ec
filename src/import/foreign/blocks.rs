//! Which columns of a sheet continue the value above where they are blank.

use super::chain::Chain;
use super::grid::Grid;
use super::header::Header;
use super::levels::Level;
use super::role::Reads;
use super::sheet_column::SheetColumn;
use crate::import::reading::How;

/// The columns whose blank cells continue the value above, in chains.
pub(super) fn chains(
    header: &Header,
    levels: &[Level],
    table: &str,
    anchor: Option<usize>,
    finer: Option<usize>,
) -> Vec<Chain> {
    let before = |at: usize| anchor.is_none_or(|anchor| at < anchor);
    let is_level = |at: usize| levels.iter().any(|level| header.columns[level.column].at == at);
    let is_group = |column: &SheetColumn| match &column.role {
        Some(role) => {
            table == "formazione" && role.key == "gruppo"
                || table == "indicatori" && role.key == "dimensione"
                || table == "esclusioni" && role.key == "lettera"
                || table == "valutazione" && role.key == "nome"
                || matches!(role.reads, Reads::Own(_)) && before(column.at) && anchor.is_some()
        }
        None => column.how == How::None && before(column.at) && anchor.is_some(),
    };
    let (mut leading, mut trailing) = (Vec::new(), Vec::new());
    for column in &header.columns {
        let is_name = finer.is_some() && (anchor == Some(column.at) || finer == Some(column.at));
        if is_name || (before(column.at) && is_level(column.at)) || is_group(column) {
            leading.push(column.at);
        } else if is_level(column.at) {
            trailing.push(column.at);
        }
    }
    [leading, trailing].into_iter().filter(|columns| !columns.is_empty()).map(Chain::new).collect()
}

/// The column of a key.
pub(super) fn column_of(header: &Header, key: &str) -> Option<usize> {
    header
        .columns
        .iter()
        .find(|column| column.role.as_ref().is_some_and(|role| role.key == key))
        .map(|column| column.at)
}

/// The column right of the names that says more than they: filled where a name is blank.
pub(super) fn finer(grid: &Grid<'_>, header: &Header, anchor: Option<usize>) -> Option<usize> {
    let anchor = anchor?;
    let first = header.rows.last().map_or(0, |last| last + 1);
    let next = header.columns.iter().find(|column| {
        column.at == anchor + 1 && column.role.as_ref().is_none_or(|role| matches!(role.reads, Reads::Own(_)))
    })?;
    let fills = |row: usize| {
        grid.text(row, anchor).is_empty() && !grid.is_continued(row, anchor) && !grid.text(row, next.at).is_empty()
    };
    (first..grid.height()).any(fills).then_some(next.at)
}
