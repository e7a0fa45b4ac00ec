//! The rows below a title that says `Legenda`: each explains a mark, and none is a record.

use super::body::Line;
use super::grid::Grid;
use super::value::on_one_line;
use super::{mark_legend, training};
use crate::import::reading::Why;
use crate::model::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A mark that a legend explains has no more letters.
const LONGEST_MARK: usize = 3;
/// The title of a legend has no more words: `Legenda dei simboli usati`.
const LONGEST_TITLE: usize = 4;

/// The rows from `first` on that stand below the title of a legend, in a table of so many columns.
///
/// A row that has more than a mark and its meaning ends it; so does a blank one, but for what begins with a mark.
pub(super) fn rows(grid: &Grid<'_>, first: usize, columns: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let (mut is_below, mut has_row, mut is_after_blank) = (false, false, false);
    for row in first..grid.height() {
        let filled = grid.filled(row);
        let text = filled.first().map_or("", |first| grid.text(row, *first));
        let explains = match filled.len() {
            0 => {
                is_after_blank = has_row;
                continue;
            }
            1 if is_title(text) => {
                (is_below, has_row, is_after_blank) = (true, false, false);
                continue;
            }
            1 => is_mark(text) || text.contains([':', '=']),
            2 => is_mark(text) || columns > 2 && !is_after_blank,
            _ => false,
        };
        is_below &= explains;
        if is_below {
            has_row = true;
            found.insert(row);
        }
    }
    found
}

/// What notes say that marks mean, by the marks.
pub(super) fn explained(grid: &Grid<'_>, lines: &[Line]) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for line in lines {
        let Line::Skipped(skipped) = line else { continue };
        if skipped.why == Why::Note {
            let cells = mark_legend::entries(grid, skipped.row - 1);
            for (mark, meaning) in training::legend(&skipped.text).into_iter().chain(cells) {
                said.entry(mark_of(&mark)).or_insert(meaning);
            }
        }
    }
    said
}

/// A mark in one spelling.
pub(super) fn mark_of(text: &str) -> String {
    on_one_line(text).to_lowercase()
}

fn is_mark(text: &str) -> bool {
    fold(text).chars().count() <= LONGEST_MARK
}

/// Whether a text alone in its row is the title of a legend.
pub(super) fn is_title(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ');
    let is_legend = matches!(words.next(), Some("legenda" | "legende"));
    is_legend && words.count() < LONGEST_TITLE && !text.contains('=')
}
