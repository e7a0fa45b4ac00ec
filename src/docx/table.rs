use super::document::Paragraph;

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows, for whoever does not see it.
    pub title: String,
    /// For each column, its part of the width.
    pub columns: Vec<u32>,
    /// The rows of headings, repeated on every sheet.
    pub head: Vec<Row>,
    /// The other rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Whether it may be divided by the end of a sheet.
    pub may_split: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
    /// How many columns it takes; 0 counts as 1.
    pub span: usize,
    /// Whether it is one with the cells below.
    pub merge: Merge,
    /// Its ground.
    pub tint: Tint,
}

/// Whether a cell is one with others of its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    /// It is not.
    #[default]
    Alone,
    /// It is the first of them.
    First,
    /// It goes on with the cell above.
    Next,
}

/// The ground of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tint {
    /// White.
    #[default]
    Plain,
    /// That of the headings, on which the words are white.
    Head,
    /// That of what names the rows below it, or sums them up.
    Band,
}
