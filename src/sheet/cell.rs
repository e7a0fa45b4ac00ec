use crate::model::decimal;

/// A cell: what it shows, and what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What is read in it: `80%` of a percentage, `12,5` of a number, `2025-12-31` of a day, `VERO` of a truth value, `#N/D` of an error.
    pub text: String,
    /// What it is.
    pub kind: CellKind,
}

/// What a cell is to the program that wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum CellKind {
    /// Nothing is written in it.
    #[default]
    Empty,
    /// A text.
    Text,
    /// A number; of a percentage the fraction, so that 80 % is 0.8.
    Number(f64),
    /// A day, perhaps with an hour, or an hour alone.
    Date,
    /// True or false.
    Truth(bool),
    /// A formula that failed.
    Error,
}

/// From which size on a number is not written in full.
const LONG: f64 = 1e15;

impl Cell {
    /// Nothing.
    pub const EMPTY: Self = Self { text: String::new(), kind: CellKind::Empty };

    /// A text, in which every line break is one character; an empty one is an empty cell.
    pub fn text(text: &str) -> Self {
        let text = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
        let kind = if text.trim().is_empty() { CellKind::Empty } else { CellKind::Text };
        Self { text, kind }
    }

    /// A number by itself.
    pub fn number(number: f64) -> Self {
        Self { text: plain(number), kind: CellKind::Number(number) }
    }

    /// A fraction that is shown in hundredths.
    pub fn percentage(fraction: f64) -> Self {
        Self { text: format!("{}%", plain(fraction * 100.0)), kind: CellKind::Number(fraction) }
    }

    /// A whole number shown with at least so many digits.
    pub fn padded(number: f64, digits: usize) -> Self {
        Self { text: format!("{:0>digits$}", plain(number)), kind: CellKind::Number(number) }
    }

    /// A day, an hour or both, as ISO 8601 writes them.
    pub fn date(text: String) -> Self {
        Self { text, kind: CellKind::Date }
    }

    /// True or false.
    pub fn truth(truth: bool) -> Self {
        Self { text: if truth { "VERO" } else { "FALSO" }.to_owned(), kind: CellKind::Truth(truth) }
    }

    /// A formula that failed, with its Italian sign.
    pub fn error(sign: &str) -> Self {
        Self { text: sign.to_owned(), kind: CellKind::Error }
    }

    /// Whether nothing is to be read in it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A number without the remains of binary fractions: 0.1 + 0.2 is `0,3`.
fn plain(number: f64) -> String {
    if number.abs() >= LONG {
        return decimal(number);
    }
    let rounded = (number * 1e9).round() / 1e9;
    decimal(if rounded == 0.0 { 0.0 } else { rounded })
}
