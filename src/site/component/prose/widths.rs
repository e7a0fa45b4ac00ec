//! How wide the columns of a table written in a chapter are: known from its text, so that a page need not wait for the last row.

use crate::chapters::{Grid, plain};

/// What the space at both sides of a cell takes, in characters.
const PADDING: usize = 3;
/// A longer word may be broken: addresses would leave nothing to the other columns.
const LONGEST_WORD: usize = 24;
/// A longer cell runs over several lines.
const LONGEST_LINE: usize = 60;

/// The widths of the columns of a table.
pub(super) struct Widths {
    /// The part of the table that each column takes; together 100.
    pub(super) percentages: Vec<usize>,
    /// The width of the table, in characters, below which a word would be broken.
    pub(super) least: usize,
}

impl Widths {
    /// The longer the longest word and the longest cell of a column, within limits, the wider the column.
    pub(super) fn of(grid: &Grid) -> Self {
        let columns: Vec<Column> = (0..grid.columns.len()).map(|number| Column::of(grid, number)).collect();
        let total: usize = columns.iter().map(Column::weight).sum();
        let (mut so_far, mut end) = (0, 0);
        let mut percentages = Vec::with_capacity(columns.len());
        for column in &columns {
            // A column ends where all up to it end, rounded: so together they are 100.
            so_far += column.weight();
            let next = (so_far * 200 + total) / (2 * total);
            percentages.push(next - end);
            end = next;
        }
        let least =
            columns.iter().zip(&percentages).map(|(column, width)| (column.word * 100).div_ceil((*width).max(1)));
        Self { least: least.max().unwrap_or(0), percentages }
    }
}

/// What a column must hold, in characters, the space at both sides included.
struct Column {
    word: usize,
    line: usize,
}

impl Column {
    /// Halfway between what its words need on a narrow screen and what its cells fill on a wide one.
    fn weight(&self) -> usize {
        self.word + self.line
    }

    fn of(grid: &Grid, number: usize) -> Self {
        let cells =
            std::iter::once(&grid.head).chain(&grid.rows).filter_map(|row| row.get(number)).map(|cell| plain(cell));
        let (mut word, mut line) = (1, 1);
        for cell in cells {
            line = line.max(cell.chars().count());
            word = cell.split_whitespace().map(|word| word.chars().count()).fold(word, usize::max);
        }
        Self {
            word: word.min(LONGEST_WORD) + PADDING,
            line: line.clamp(word.min(LONGEST_WORD), LONGEST_LINE) + PADDING,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::{Alignment, Inline};

    fn widths(rows: &[&[&str]]) -> Widths {
        let cells = |row: &&[&str]| {
            row.iter().map(|text| vec![Inline::Html { text: (*text).to_owned(), runs: Vec::new() }]).collect()
        };
        let columns = rows.first().map_or(0, |row| row.len());
        Widths::of(&Grid {
            columns: vec![Alignment::Unstated; columns],
            head: rows.iter().take(1).map(cells).next().unwrap_or_default(),
            rows: rows.iter().skip(1).map(cells).collect(),
        })
    }

    #[test]
    fn a_column_is_as_wide_as_its_text() {
        let found = widths(&[&["Processi smartabili", "Numero"], &["Sì", "18"]]);
        assert_eq!(found.percentages, [66, 34]);
        assert_eq!(found.least, 27);
    }

    #[test]
    fn a_long_text_leaves_the_other_columns_their_words() {
        let long = "parola ".repeat(100);
        let found = widths(&[&["A", "Responsabile", "B"], &["x", "y", &long]]);
        assert_eq!(found.percentages.iter().sum::<usize>(), 100);
        assert!(found.percentages[1] * found.least >= 100 * ("Responsabile".len() + PADDING), "{}", found.least);
        assert!(found.percentages[2] > 50);
    }

    #[test]
    fn equal_columns_fill_the_table() {
        assert_eq!(widths(&[&["A", "B", "C"]]).percentages, [33, 34, 33]);
        assert!(widths(&[]).percentages.is_empty());
    }
}
