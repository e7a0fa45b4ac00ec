//! The ways between the pages of a long list.

use crate::routes::{Part, Section};
use crate::site::context::EditionContext;
use serde::Serialize;

/// The ways from one page of a list to the others.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Paging {
    here: PartItem,
    /// How many pages there are.
    count: usize,
    /// Paths from the folder of the edition.
    previous: Option<String>,
    next: Option<String>,
    /// On the first page all of them, as an index; on the others those around, so that the pages do not grow with their number.
    pages: Vec<PartItem>,
    /// Whether the whole of it is a table, not only a list of a page that has others.
    is_table: bool,
}

/// A page with what it holds.
#[derive(Debug, Serialize)]
struct PartItem {
    number: usize,
    /// From the folder of the edition.
    path: String,
    /// Its first row and its last, from one.
    rows: [usize; 2],
    /// What these are called.
    names: [String; 2],
    is_here: bool,
}

/// How many pages before this one and after are named on each page but the first.
const AROUND: usize = 2;

impl Paging {
    /// The ways from a part of a list of so many rows, `first` being the page of the first part and `name` what a row is called by;
    /// nothing where the list is not divided.
    pub(in crate::site) fn of(part: Part, first: &str, rows: usize, name: impl Fn(usize) -> String) -> Option<Self> {
        let item = |other: Part| {
            let range = other.range(rows);
            let ends = [range.start, range.end.saturating_sub(1)];
            let is_here = other == part;
            let path = other.path(first);
            PartItem { number: other.number(), path, rows: ends.map(|row| row + 1), names: ends.map(&name), is_here }
        };
        let is_named = |other: &Part| {
            part.is_first()
                || other.number() == 1
                || other.number().abs_diff(part.number()) <= AROUND
                || other.after().is_none()
        };
        (part.count() > 1 && rows > 0).then(|| Self {
            here: item(part),
            count: part.count(),
            previous: part.before().map(|other| other.path(first)),
            next: part.after().map(|other| other.path(first)),
            pages: part.siblings().filter(is_named).map(item).collect(),
            is_table: false,
        })
    }

    /// The ways between the pages of several lists, of which each page has its part.
    pub(in crate::site) fn of_lists(part: Part, first: &str) -> Option<Self> {
        let rows = part.count() * Part::ROWS;
        Self::of(part, first, rows, |_| String::new())
    }

    /// The ways between the pages of the table of a section.
    pub(in crate::site) fn of_section(context: &EditionContext<'_>, section: Section, part: Part) -> Option<Self> {
        let edition = context.edition;
        let name = |row: usize| match section {
            Section::Processes => edition.processes.rows[row].label().to_owned(),
            Section::Teams => context.labels.teams[row].clone(),
            Section::Software => edition.software.rows[row].name.value.clone(),
            Section::Adoption => edition.adoption.rows.rows[row].name().to_owned(),
            _ => String::new(),
        };
        Self::of(part, &section.path(), section.rows(edition), name).map(Self::of_table)
    }

    /// The same of the whole of a table.
    pub(in crate::site) fn of_table(self) -> Self {
        Self { is_table: true, ..self }
    }
}
