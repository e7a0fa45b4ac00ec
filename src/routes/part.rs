use std::ops::Range;

/// One of the pages among which a long list is divided, so that none of them grows with the list.
///
/// The first stands at the address of the list, the others below it: `processi/`, then `processi/pagina/2/`. A page with several
/// lists is divided by the longest: each page then has its part of every list, as far as the list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// From nought.
    number: usize,
    count: usize,
}

impl Part {
    /// How many rows a part has at most; a list of so many is not divided.
    pub const ROWS: usize = 200;

    /// The folder of the parts after the first: no row of a list has a folder of this name.
    pub const FOLDER: &'static str = "pagina";

    /// The part of a list that is not divided, however long.
    pub const WHOLE: Self = Self { number: 0, count: 1 };

    /// The parts of a list of so many rows, in order; one even where there is no row.
    pub fn all(rows: usize) -> impl Iterator<Item = Self> {
        let count = rows.div_ceil(Self::ROWS).max(1);
        (0..count).map(move |number| Self { number, count })
    }

    /// The first part of a list of so many rows.
    pub fn first(rows: usize) -> Self {
        Self { number: 0, count: rows.div_ceil(Self::ROWS).max(1) }
    }

    /// The part that holds a row of a list of so many.
    pub fn holding(row: usize, rows: usize) -> Self {
        let first = Self::first(rows);
        Self { number: (row / Self::ROWS).min(first.count - 1), ..first }
    }

    /// Its number, from one.
    pub fn number(self) -> usize {
        self.number + 1
    }

    /// How many parts there are.
    pub fn count(self) -> usize {
        self.count
    }

    /// Whether it is the first.
    pub fn is_first(self) -> bool {
        self.number == 0
    }

    /// All parts of the same list, in order.
    pub fn siblings(self) -> impl Iterator<Item = Self> {
        (0..self.count).map(move |number| Self { number, ..self })
    }

    /// The part before it.
    pub fn before(self) -> Option<Self> {
        Some(Self { number: self.number.checked_sub(1)?, ..self })
    }

    /// The part after it.
    pub fn after(self) -> Option<Self> {
        let next = Self { number: self.number + 1, ..self };
        (next.number < self.count).then_some(next)
    }

    /// Which rows of a list of so many are in it.
    pub fn range(self, rows: usize) -> Range<usize> {
        if self.count == 1 {
            return 0..rows;
        }
        let start = (self.number * Self::ROWS).min(rows);
        start..(start + Self::ROWS).min(rows)
    }

    /// Its rows of a list.
    pub fn of<T>(self, list: &[T]) -> &[T] {
        &list[self.range(list.len())]
    }

    /// Its page, from that of the first part.
    pub fn path(self, first: &str) -> String {
        if self.is_first() {
            return first.to_owned();
        }
        format!("{}{}/index.html", super::folder(first), self.folder())
    }

    /// The page of the first part, from its own.
    pub fn first_path(self, own: &str) -> String {
        let above = |own: &str| {
            own.strip_suffix(&format!("{}/index.html", self.folder())).map(|above| format!("{above}index.html"))
        };
        if self.is_first() { own.to_owned() } else { above(own).unwrap_or_else(|| own.to_owned()) }
    }

    /// Its folder, from that of the first part.
    fn folder(self) -> String {
        format!("{}/{}", Self::FOLDER, self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_in_one_part() {
        for (rows, counts) in [
            (0, vec![0]),
            (1, vec![1]),
            (Part::ROWS, vec![Part::ROWS]),
            (Part::ROWS + 1, vec![Part::ROWS, 1]),
            (3 * Part::ROWS, vec![Part::ROWS; 3]),
        ] {
            let ranges: Vec<_> = Part::all(rows).map(|part| part.range(rows)).collect();
            assert_eq!(ranges.iter().map(Range::len).collect::<Vec<_>>(), counts, "{rows}");
            for row in 0..rows {
                let part = Part::holding(row, rows);
                assert!(
                    part.range(rows).contains(&row) && Part::all(rows).any(|other| other == part),
                    "{row} of {rows}"
                );
            }
        }
    }

    #[test]
    fn a_shorter_list_ends_before_the_others() {
        let parts: Vec<_> = Part::all(450).collect();
        let short: Vec<usize> = (0..250).collect();
        assert_eq!(parts.iter().map(|part| part.of(&short).len()).collect::<Vec<_>>(), [200, 50, 0]);
        assert_eq!(Part::WHOLE.of(&short).len(), 250);
    }

    #[test]
    fn the_first_part_stands_at_the_address_of_the_list() {
        let parts: Vec<_> = Part::all(450).map(|part| part.path("a/processi/index.html")).collect();
        assert_eq!(
            parts,
            ["a/processi/index.html", "a/processi/pagina/2/index.html", "a/processi/pagina/3/index.html"]
        );
        let middle = Part::holding(250, 450);
        assert_eq!(middle.first_path(&parts[1]), parts[0]);
        assert_eq!(Part::WHOLE.first_path(&parts[0]), parts[0]);
        assert_eq!(middle.before().map(Part::number), Some(1));
        assert_eq!(middle.after().and_then(Part::after), None);
        assert!(Part::first(450).before().is_none() && Part::WHOLE.after().is_none());
    }
}
