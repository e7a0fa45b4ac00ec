//! Which of the rows below the headings are records, and what the others are.

use super::grid::Grid;
use super::heading;
use super::note;
use super::role::Reads;
use super::section::{TitleCell, Titled, Titles, named};
use super::sheet_column::SheetColumn;
use super::total;
use super::value::{number, on_one_line};
use super::{legend, mark_legend};
use crate::import::reading::{Skipped, Why};
use crate::model::{OfficeKind, fold};

/// A row below the headings.
#[derive(Clone, Debug)]
pub(super) enum Line {
    /// A record.
    Record(usize),
    /// More of the lists of the record above.
    More(usize),
    /// A total.
    Total(usize, String),
    /// The title of a part, which names an office.
    Section(usize, OfficeKind, String),
    /// A title below that of an office which may be that of another one.
    Unclear(usize),
    /// The value of a column of offices, for the rows below.
    Opening(usize),
    /// No record.
    Skipped(Skipped),
}

/// The rows of a table below its headings.
pub(super) struct Body<'a, 'o> {
    pub(super) grid: &'a Grid<'a>,
    pub(super) columns: &'a [SheetColumn],
    /// The rows of the headings.
    pub(super) header: &'a [usize],
    /// The key of the column without which a row is no record, if it is a text.
    pub(super) anchor: Option<usize>,
    /// The column that says more than the anchor, where the anchor may be blank beside it.
    pub(super) finer: Option<usize>,
    /// Whether a name alone in its row is the title of a part.
    pub(super) has_bands: bool,
    /// How the titles of its parts are understood.
    pub(super) titles: Titles<'a, 'o>,
    /// The kind of the office that what stands above the headings names.
    pub(super) around: Option<OfficeKind>,
}

/// What the rows above one have been.
#[derive(Clone, Copy, Debug, Default)]
struct Above {
    has_record: bool,
    /// Whether the last record may still go on: only it, its lists and the headings once more stand between.
    is_open: bool,
    /// The kind and the column of the last title that names an office.
    section: Option<(OfficeKind, usize)>,
    /// Whether all rows that are full of cells stand above.
    is_after: bool,
}

impl Above {
    /// The same with one row more.
    fn with(self, line: &Line, grid: &Grid<'_>) -> Self {
        let is_record = matches!(line, Line::Record(_));
        let repeats = matches!(line, Line::Skipped(skipped) if skipped.why == Why::RepeatedHeader);
        let section = match line {
            Line::Section(row, kind, _) => grid.filled(*row).first().map(|column| (*kind, *column)),
            _ => self.section,
        };
        Self {
            has_record: self.has_record || is_record,
            is_open: is_record || repeats || matches!(line, Line::More(_)),
            section,
            ..self
        }
    }
}

impl Body<'_, '_> {
    /// What each row is.
    pub(super) fn lines(&self) -> Vec<Line> {
        let first = self.header.last().map_or(0, |last| last + 1);
        let mut legend = legend::rows(self.grid, first, self.columns.len());
        legend.extend(mark_legend::rows(self.grid, self.columns, self.anchor, first));
        let is_full = |row: &usize| self.is_full(*row) && !legend.contains(row);
        let last_full = (first..self.grid.height()).rev().find(is_full).unwrap_or(first);
        let mut lines = Vec::new();
        for row in 0..self.header.first().copied().unwrap_or_default() {
            let why = if self.grid.filled(row).is_empty() { Why::Blank } else { Why::Title };
            lines.push(self.skipped(row, why));
        }
        let mut above = Above::default();
        for row in first..self.grid.height() {
            let line = if legend.contains(&row) {
                self.skipped(row, Why::Note)
            } else {
                self.line(row, Above { is_after: row > last_full, ..above })
            };
            above = above.with(&line, self.grid);
            lines.push(line);
        }
        lines
    }

    fn line(&self, row: usize, above: Above) -> Line {
        let filled = self.grid.filled(row);
        let Some(first) = filled.first().copied() else { return self.skipped(row, Why::Blank) };
        if self.is_header(row, &filled) {
            return self.skipped(row, Why::RepeatedHeader);
        }
        if self.counts_again(row, &filled) {
            return self.skipped(row, Why::Note);
        }
        if let Some(label) = self.total(row, &filled) {
            return Line::Total(row, label);
        }
        let text = self.grid.text(row, first);
        if filled.len() == 1 {
            return self.alone(row, first, text, above);
        }
        if note::is_note(text) && self.anchor_is_blank(row) || above.is_after {
            return self.skipped(row, Why::Note);
        }
        if above.has_record && self.is_more(row, &filled) {
            return Line::More(row);
        }
        Line::Record(row)
    }

    /// A row in which one cell is filled.
    fn alone(&self, row: usize, column: usize, text: &str, above: Above) -> Line {
        if note::is_note(text) {
            return self.skipped(row, Why::Note);
        }
        let text = named(text);
        let role = self.columns.iter().find(|known| known.at == column).and_then(|known| known.role.as_ref());
        let reads = role.map(|role| &role.reads);
        let is_wide = self.grid.merged(row, column).is_some_and(|merged| merged.right > merged.left);
        let heads = self.heads_part(row);
        let is_anchor = self.anchor == Some(column) && !is_wide && !heads;
        let is_list = matches!(reads, Some(Reads::List)) && !is_wide;
        if is_list && above.has_record && (above.is_open || !above.is_after) && self.is_more(row, &[column]) {
            return Line::More(row);
        }
        let around = self.around.filter(|_| heads);
        let says = self.titles.says(&TitleCell {
            text,
            before: above.section.filter(|(_, at)| is_wide || *at == column).map(|(kind, _)| kind).or(around),
            is_name: is_anchor,
            is_value: !is_wide && !heads && matches!(reads, Some(Reads::Text | Reads::List)),
        });
        if above.is_after && !matches!(says, Titled::Office(_)) && !is_anchor {
            return self.skipped(row, Why::Note);
        }
        let is_letter = role.is_some_and(|role| role.key == "lettera");
        if (is_letter || matches!(reads, Some(Reads::Office(_)))) && !is_wide {
            return Line::Opening(row);
        }
        match says {
            Titled::Office(kind) => Line::Section(row, kind, on_one_line(text)),
            _ if is_anchor && !self.has_bands => Line::Record(row),
            _ if above.is_after => self.skipped(row, Why::Note),
            Titled::Unclear => Line::Unclear(row),
            Titled::Other => self.skipped(row, Why::Title),
        }
    }

    fn skipped(&self, row: usize, why: Why) -> Line {
        Line::Skipped(Skipped { row: row + 1, why, text: self.grid.shown(row) })
    }

    /// Whether a row of a table of people counts once more some of those of the row above: `di cui part-time`.
    fn counts_again(&self, row: usize, filled: &[usize]) -> bool {
        let role = |at: usize| self.columns.iter().find(|known| known.at == at).and_then(|known| known.role.as_ref());
        let is_office = |at: &&usize| role(**at).is_some_and(|role| matches!(role.reads, Reads::Office(_)));
        let counts = |column: &SheetColumn| {
            column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Count | Reads::Gender(..)))
        };
        let finest = filled.iter().rfind(is_office);
        self.columns.iter().any(counts) && finest.is_some_and(|at| note::counts_again(self.grid.text(row, *at)))
    }

    /// Whether a row is the place of a signature: words only, and none where a record says more than its name and office.
    fn is_signed(&self, row: usize, filled: &[usize]) -> bool {
        let reads = |at: usize| {
            let known = self.columns.iter().find(|known| known.at == at).and_then(|known| known.role.as_ref());
            known.map(|role| &role.reads)
        };
        let Some(first) = filled.first().copied() else { return false };
        let text = self.grid.text(row, first);
        let is_apart = row.checked_sub(1).is_some_and(|above| self.grid.filled(above).len() < 2);
        let is_label = note::is_signature(text)
            || note::is_signer(text) && is_apart && matches!(reads(first), None | Some(Reads::Office(_) | Reads::Code));
        let is_word = |at: &usize| {
            matches!(
                reads(*at),
                None | Some(Reads::Office(_) | Reads::Text | Reads::List | Reads::Code | Reads::Ordinal)
            )
        };
        is_label && filled.iter().all(is_word)
    }

    /// Whether two cells or more of a row are filled, and it is no total, no note and no signature.
    fn is_full(&self, row: usize) -> bool {
        let filled = self.grid.filled(row);
        let is_note =
            filled.first().is_some_and(|first| note::is_note(self.grid.text(row, *first))) && self.anchor_is_blank(row);
        let least = if self.columns.len() < 2 { 1 } else { 2 };
        filled.len() >= least && self.total(row, &filled).is_none() && !is_note && !self.is_signed(row, &filled)
    }

    /// Whether a row repeats the headings.
    pub(super) fn is_header(&self, row: usize, filled: &[usize]) -> bool {
        let same = |header: usize| {
            let equal = filled.iter().filter(|column| {
                let heading = fold(self.grid.any(header, **column));
                !heading.is_empty() && heading == fold(self.grid.text(row, **column))
            });
            let equal = equal.count();
            equal > 1 && equal * 5 >= filled.len() * 3
        };
        self.header.iter().any(|header| same(*header))
            || self.numbers_columns(row, filled)
            || self.says_units(row, filled)
    }

    /// Whether a row numbers the columns under the headings: `(1)`, `(2)`, `(3)` …
    fn numbers_columns(&self, row: usize, filled: &[usize]) -> bool {
        let number = |column: &usize| -> Option<usize> {
            let text = self.grid.text(row, *column);
            let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
            heading::is_numbering(text).then(|| digits.parse().ok()).flatten()
        };
        let is_next = self.header.last().is_some_and(|header| row == header + 1);
        is_next && filled.len() > 2 && filled.iter().map(number).zip(1..).all(|(number, right)| number == Some(right))
    }

    /// The label of the total that a row is; empty where its numbers have none.
    pub(super) fn total(&self, row: usize, filled: &[usize]) -> Option<String> {
        let label =
            filled.iter().find_map(|column| total::label(self.grid.text(row, *column)).map(|label| (*column, label)));
        let others = |own: usize| filled.iter().filter(move |column| **column != own);
        let is_number = |column: &usize| {
            self.grid.is_number(row, *column)
                || self.grid.is_error(row, *column)
                || total::stated(self.grid.text(row, *column)).is_some()
                || total::is_amount(self.grid.text(row, *column))
                || is_dash(self.grid.text(row, *column))
        };
        if let Some((column, label)) = label {
            let words = others(column).filter(|column| !is_number(column)).count();
            return total::is_alone(words, filled.len()).then_some(label);
        }
        let names = self.columns.iter().filter(|column| {
            column
                .role
                .as_ref()
                .is_some_and(|role| matches!(role.reads, Reads::Office(_) | Reads::Text | Reads::List | Reads::Code))
        });
        let unnamed =
            names.clone().count() > 0 && names.clone().all(|column| self.grid.down(row, column.at).is_empty());
        let counts = |column: &&SheetColumn| {
            column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Count | Reads::Gender(..)))
        };
        let has_count =
            self.columns.iter().filter(counts).any(|column| number::parse(self.grid.text(row, column.at)).is_some());
        (unnamed && has_count && filled.iter().all(is_number)).then(String::new)
    }

    fn anchor_is_blank(&self, row: usize) -> bool {
        // A day beside its label is no name either.
        self.anchor.is_none_or(|anchor| !self.grid.down(row, anchor).contains(char::is_alphabetic))
    }

    /// Whether a row only says more in the lists of the record above: neither its name nor its code are its own.
    fn is_more(&self, row: usize, filled: &[usize]) -> bool {
        let Some(anchor) = self.anchor else { return false };
        let own = |column: usize| !self.grid.text(row, column).is_empty();
        let is_list = |column: &usize| {
            let known = self.columns.iter().find(|known| known.at == *column).and_then(|known| known.role.as_ref());
            known.is_some_and(|role| matches!(role.reads, Reads::List))
        };
        !own(anchor) && !self.finer.is_some_and(own) && filled.iter().all(is_list)
    }
}

fn is_dash(text: &str) -> bool {
    super::value::states_nothing(text)
}
