//! Several tables in one sheet: one below the other, a blank row or a title between them, or side by side with a blank column between them.
//! A list that is none of the annex ends the table above it.

use super::grid::Grid;
use super::header::{self, Header};
use super::heading::words;
use super::other_table;
use super::total;
use super::vocabulary::Vocabulary;
use crate::import::answers::{Answers, SheetAnswers};
use crate::sheet::{Cell, Sheet};
use std::borrow::Cow;
use std::ops::Range;

/// In so many rows from where a part may begin its headings must stand.
const HEADINGS: usize = 4;
/// So many places are looked at where a part may begin.
const LOOKED_AT: usize = 60;

/// A part of a sheet that holds one table, every cell in its place.
#[derive(Clone, Debug)]
pub(super) struct Part<'s> {
    /// The cells; those of the other parts are empty.
    pub(super) sheet: Cow<'s, Sheet>,
    /// Its rows, from 0.
    pub(super) rows: Range<usize>,
    /// Its columns, from 0.
    pub(super) columns: Range<usize>,
}

/// What parts are looked for with.
struct Divider<'v> {
    vocabularies: &'v [Vocabulary],
    answers: &'v SheetAnswers<'v>,
}

/// Headings where a part may begin.
struct Beginning {
    row: usize,
    /// The number of their table.
    table: usize,
    headings: Vec<String>,
}

impl Beginning {
    /// Whether they are those of another part once more: most of one table, nearly all where they were taken for two tables.
    fn repeats(&self, known: &Self) -> bool {
        let same = self.headings.iter().filter(|own| !own.is_empty() && known.headings.contains(own)).count();
        let least = if self.table == known.table { 6 } else { 9 };
        same * 10 >= self.headings.len() * least
    }
}

/// The tables of a sheet, one at least. Answers to the columns of one of them do not change how many there are: only a sheet that holds one
/// without them may hold several by them.
pub(super) fn divide<'s>(sheet: &'s Sheet, vocabularies: &[Vocabulary], answers: &SheetAnswers<'_>) -> Vec<Part<'s>> {
    let unasked = Answers::default();
    let parts = divided(sheet, vocabularies, &unasked.of_sheet("", &sheet.name));
    if parts.len() > 1 { parts } else { divided(sheet, vocabularies, answers) }
}

fn divided<'s>(sheet: &'s Sheet, vocabularies: &[Vocabulary], answers: &SheetAnswers<'_>) -> Vec<Part<'s>> {
    let divider = Divider { vocabularies, answers };
    let whole = Part { sheet: Cow::Borrowed(sheet), rows: 0..sheet.rows.len(), columns: 0..sheet.width() };
    let mut parts = Vec::new();
    for side in divider.sides(whole) {
        parts.extend(divider.storeys(side));
    }
    parts
}

impl Divider<'_> {
    /// The headings of a part that stands alone, with the number of their table.
    fn recognised(&self, sheet: &Sheet) -> Option<(usize, Header)> {
        let found = header::find(&Grid::new(sheet), self.vocabularies, self.answers)?;
        found.1.stands_alone(&self.vocabularies[found.0]).then_some(found)
    }

    /// Whether a cell of a row is the very word of a column.
    fn has_heading(&self, grid: &Grid<'_>, row: usize) -> bool {
        grid.filled(row).into_iter().any(|column| {
            let words = words(grid.text(row, column));
            self.vocabularies.iter().flat_map(|known| &known.roles).any(|role| role.words.contains(&words))
        })
    }

    /// The parts that stand side by side.
    fn sides<'s>(&self, whole: Part<'s>) -> Vec<Part<'s>> {
        let is_blank = |column| whole.sheet.rows.iter().all(|row| row.get(column).is_none_or(Cell::is_empty));
        let blank: Vec<bool> = (0..whole.columns.end).map(is_blank).collect();
        let Some(left_edge) = whole.columns.clone().find(|column| !blank[*column]) else { return vec![whole] };
        for gap in gaps(&blank, left_edge) {
            let (left, right) = (
                part(&whole, &whole.rows, &(left_edge..gap)),
                part(&whole, &whole.rows, &(gap + 1..whole.columns.end)),
            );
            if self.recognised(&left.sheet).is_some() && self.recognised(&right.sheet).is_some() {
                let mut sides = vec![left];
                sides.extend(self.sides(right));
                return sides;
            }
        }
        vec![whole]
    }

    /// The parts that stand one below the other.
    fn storeys<'s>(&self, whole: Part<'s>) -> Vec<Part<'s>> {
        let grid = Grid::new(&whole.sheet);
        let mut begins: Vec<Beginning> = Vec::new();
        let mut others: Vec<usize> = Vec::new();
        let may_start =
            |row: &usize| may_begin(&grid, *row) && (self.has_heading(&grid, *row) || other_table::begins(&grid, *row));
        let starts = whole.rows.clone().filter(may_start);
        let starts: Vec<usize> = starts.take(LOOKED_AT).collect();
        for row in starts {
            let end = (row + HEADINGS).min(whole.rows.end);
            let Some((table, header)) = self.recognised(&part(&whole, &(row..end), &whole.columns).sheet) else {
                if !begins.is_empty() && other_table::begins(&grid, row) {
                    others.push(row);
                }
                continue;
            };
            let headings = header.columns.iter().map(|column| column.heading.clone()).collect();
            let begin = Beginning { row, table, headings };
            if header.rows.first() == Some(&row) && !begins.iter().any(|known| begin.repeats(known)) {
                begins.push(begin);
            }
        }
        let starts = begins.iter().skip(1).map(|begin| begin.row).chain(others);
        let mut edges: Vec<usize> = starts.map(|row| with_titles(&grid, row)).collect();
        edges.sort_unstable();
        if edges.is_empty() {
            return vec![whole];
        }
        edges.insert(0, whole.rows.start);
        edges.push(whole.rows.end);
        edges.windows(2).map(|pair| part(&whole, &(pair[0]..pair[1]), &whole.columns)).collect()
    }
}

/// Where blank columns begin behind the left edge: of those side by side the first, as all divide the sheet alike.
fn gaps(blank: &[bool], left_edge: usize) -> impl Iterator<Item = usize> {
    let begins = move |column: &usize| blank[*column] && !blank[*column - 1];
    (left_edge + 1..blank.len()).filter(begins).take(LOOKED_AT)
}

/// A part of a part.
fn part<'s>(whole: &Part<'s>, rows: &Range<usize>, columns: &Range<usize>) -> Part<'s> {
    let mut sheet = Sheet {
        name: whole.sheet.name.clone(),
        hidden: whole.sheet.hidden,
        concealed: whole.sheet.concealed.clone(),
        ..Sheet::default()
    };
    sheet.rows = whole
        .sheet
        .rows
        .iter()
        .take(rows.end)
        .enumerate()
        .map(|(number, row)| if rows.contains(&number) { kept(row, columns) } else { Vec::new() })
        .collect();
    let inside = |merged: &&crate::sheet::Merged| rows.contains(&merged.top) && columns.contains(&merged.left);
    sheet.merged = whole.sheet.merged.iter().filter(inside).copied().collect();
    let own = whole.sheet.supposed.iter().filter(|cell| rows.contains(&cell.row) && columns.contains(&cell.column));
    sheet.supposed = own.cloned().collect();
    sheet.concealed.rows.retain(|row| rows.contains(row));
    sheet.concealed.columns.retain(|column| columns.contains(column));
    Part { sheet: Cow::Owned(sheet), rows: rows.clone(), columns: columns.clone() }
}

/// The cells of a row in some columns, the others empty.
fn kept(row: &[Cell], columns: &Range<usize>) -> Vec<Cell> {
    let cells = row.iter().take(columns.end).enumerate();
    cells.map(|(at, cell)| if columns.contains(&at) { cell.clone() } else { Cell::EMPTY }).collect()
}

/// Whether a part may begin at a row: something stands in it, and nothing or a title alone in the row above.
fn may_begin(grid: &Grid<'_>, row: usize) -> bool {
    let above = row.checked_sub(1).map(|above| grid.filled(above).len());
    grid.filled(row).len() > 1 && above.is_none_or(|above| above < 2)
}

/// Where a part begins with the titles above its headings: rows in which one cell is filled, that are no total.
fn with_titles(grid: &Grid<'_>, row: usize) -> usize {
    let is_title = |row: usize| match grid.filled(row).as_slice() {
        [column] => total::label(grid.text(row, *column)).is_none() && !is_note(grid, row, *column),
        _ => false,
    };
    let blank = (0..row).rev().take_while(|above| grid.filled(*above).is_empty()).count();
    let titles = (0..row - blank).rev().take_while(|above| is_title(*above)).count();
    if titles > 0 { row - blank - titles } else { row }
}

fn is_note(grid: &Grid<'_>, row: usize, column: usize) -> bool {
    super::note::is_note(grid.text(row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_columns_side_by_side_are_looked_at_once() {
        let blank = [true, false, true, true, true, false, false, true];
        assert_eq!(gaps(&blank, 1).collect::<Vec<_>>(), [2, 7]);
        let alternate: Vec<bool> = (0..10_000).map(|column| column % 2 == 1).collect();
        assert_eq!(gaps(&alternate, 0).count(), LOOKED_AT);
    }
}
