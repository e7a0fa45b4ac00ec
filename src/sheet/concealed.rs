/// Rows and columns that an office has hidden or filtered away, from 0 and in their order; they are read like the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concealed {
    /// The rows.
    pub rows: Vec<usize>,
    /// The columns.
    pub columns: Vec<usize>,
}

/// Most rows or columns that are named: hidden ones after the last that is written may be a million.
const MOST: usize = 20_000;

impl Concealed {
    /// Adds rows, the last one left out.
    pub(super) fn hide_rows(&mut self, first: usize, end: usize) {
        hide(&mut self.rows, first, end);
    }

    /// Adds columns, the last one left out.
    pub(super) fn hide_columns(&mut self, first: usize, end: usize) {
        hide(&mut self.columns, first, end);
    }
}

fn hide(places: &mut Vec<usize>, first: usize, end: usize) {
    let room = MOST.saturating_sub(places.len());
    places.extend((first..end).take(room));
}
