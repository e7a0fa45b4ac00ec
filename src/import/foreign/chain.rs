//! Columns whose blank cells continue the value above, within its block.

use super::grid::Grid;
use super::value::is_ditto;

/// Columns from the coarsest to the finest, and what they hold in the row read last.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    columns: Vec<usize>,
    held: Vec<String>,
}

/// What a cell of a chain holds in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// The value; empty if there is none.
    pub(super) text: String,
    /// Whether it is not that of the cell itself, nor of the cells merged with it.
    pub(super) continued: bool,
}

impl Chain {
    pub(super) fn new(columns: Vec<usize>) -> Self {
        Self { held: vec![String::new(); columns.len()], columns }
    }

    /// What each column holds in the next row.
    ///
    /// Coarser columns than the first written one continue; finer ones begin anew; a row in which none is written continues all of them.
    pub(super) fn next(&mut self, grid: &Grid<'_>, row: usize) -> Vec<(usize, Held)> {
        let written: Vec<&str> = self.columns.iter().map(|column| grid.down(row, *column)).collect();
        let first = written.iter().position(|text| !text.is_empty());
        for (at, text) in written.iter().enumerate() {
            match first {
                Some(first) if at >= first && !is_ditto(text) => (*text).clone_into(&mut self.held[at]),
                _ => {}
            }
        }
        let held = self.columns.iter().zip(&written).zip(&self.held);
        held.map(|((column, written), held)| {
            (*column, Held { text: held.clone(), continued: written.is_empty() && !held.is_empty() })
        })
        .collect()
    }

    /// Whether it holds a column.
    pub(super) fn has(&self, column: usize) -> bool {
        self.columns.contains(&column)
    }
}
