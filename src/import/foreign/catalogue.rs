//! Catalogues of procedures, in which a code and a description stand for the name of a process, and offices come again row by row.

use super::blocks::column_of;
use super::grid::Grid;
use super::header::{ENOUGH, Header};
use super::heading::words;
use super::sheet_column::SheetColumn;
use super::vocabulary::Vocabulary;
use crate::import::reading::How;
use crate::model::fold;
use std::collections::BTreeSet;

impl Header {
    /// In a catalogue of procedures the names stand under `Descrizione`, beside a code and the answers of agile work.
    pub(super) fn name_by_descriptions(&mut self, vocabulary: &Vocabulary) {
        let has =
            |key: &str| self.columns.iter().any(|column| column.role.as_ref().is_some_and(|role| role.key == key));
        let is_catalogue = has("codice") && has("smartabilita") && !has("processo");
        let is_description =
            |column: &&mut SheetColumn| column.how == How::None && words(&column.heading) == "descrizione";
        if let Some(role) = vocabulary.roles.iter().find(|role| role.key == "processo" && is_catalogue)
            && let Some(column) = self.columns.iter_mut().find(is_description)
        {
            (column.role, column.how) = (Some(role.clone()), How::Heading);
            self.score += ENOUGH;
        }
    }
}

/// Whether the names of what would be services come again in one row out of four or more: then the rows are no services, but have one each.
pub(super) fn repeats_names(grid: &Grid<'_>, header: &Header) -> bool {
    let Some(at) = column_of(header, "nome") else { return false };
    let beside: Vec<usize> = ["area", "parte_di"].into_iter().filter_map(|key| column_of(header, key)).collect();
    let first = header.rows.last().map_or(0, |last| last + 1);
    let (mut seen, mut again) = (BTreeSet::new(), 0);
    for row in (first..grid.height()).filter(|row| !grid.text(*row, at).is_empty()) {
        let name: Vec<String> =
            std::iter::once(at).chain(beside.iter().copied()).map(|column| fold(grid.down(row, column))).collect();
        again += usize::from(!seen.insert(name));
    }
    again > 0 && again * 4 >= again + seen.len()
}
