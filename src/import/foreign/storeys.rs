use super::grid::Grid;

/// The parts of the heading of a column, from the top.
pub(super) fn storeys(grid: &Grid<'_>, rows: &[usize], at: usize) -> Vec<String> {
    let mut storeys: Vec<String> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let mut text = grid.any(*row, at);
        let below = rows.get(number + 1).copied();
        if text.is_empty() && below.is_some_and(|below| !grid.text(below, at).is_empty()) {
            text = from_left(grid, *row, below, at);
        }
        if !text.is_empty() && storeys.last().is_none_or(|last| last != text) {
            storeys.push(text.to_owned());
        }
    }
    storeys
}

/// The heading to the left that goes on over a column, though its cells are not merged.
fn from_left<'a>(grid: &Grid<'a>, row: usize, below: Option<usize>, at: usize) -> &'a str {
    let left = (0..at).rev().find(|column| !grid.text(row, *column).is_empty());
    let left = left.filter(|left| below.is_some_and(|below| !grid.text(below, *left).is_empty()));
    left.map_or("", |left| grid.text(row, left))
}
