//! The offices that titles of parts of a table name: of the rows below each, and of no column.

use super::grid::Grid;
use super::header::Header;
use super::levels::Level;
use super::names::Likeness;
use super::note;
use super::offices::Offices;
use super::value::code;
use crate::model::{OfficeKind, fold};

/// The office of the rows below a title, or of a whole sheet.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) kind: OfficeKind,
    pub(super) name: String,
    /// The cell of the title, row and column from 0; `None` if it is the name of the sheet.
    pub(super) cell: Option<(usize, usize)>,
}

/// What a title says of the rows below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Titled {
    /// They are those of an office of this kind.
    Office(OfficeKind),
    /// Perhaps they are those of another office than the title before named.
    Unclear,
    /// Nothing of their office.
    Other,
}

/// A cell that may be the title of a part, alone in its row.
#[derive(Clone, Copy, Debug)]
pub(super) struct TitleCell<'t> {
    pub(super) text: &'t str,
    /// The kind of the office of the title before, where that stands in the same column or this one goes across.
    pub(super) before: Option<OfficeKind>,
    /// Whether it stands where the names of records stand.
    pub(super) is_name: bool,
    /// Whether it stands in a column of words about a record.
    pub(super) is_value: bool,
}

/// How the titles of a table are understood.
pub(super) struct Titles<'t, 'a> {
    offices: &'t Offices<'a>,
    /// Whether the records of the table concern offices, so that a title may be the bare name of one.
    concern_offices: bool,
    /// Whether only titles say which offices its processes concern.
    say_all: bool,
    /// What stands above the headings, folded: the title of the whole table, which pages repeat.
    of_table: Vec<String>,
}

impl<'t, 'a> Titles<'t, 'a> {
    /// Those of a table under its headings.
    pub(super) fn of(
        grid: &Grid<'_>,
        header: &Header,
        levels: &[Level],
        table: &str,
        offices: &'t Offices<'a>,
    ) -> Self {
        let above = 0..header.rows.first().copied().unwrap_or_default();
        let cells = above.flat_map(|row| grid.filled(row).into_iter().map(move |column| fold(grid.text(row, column))));
        Self {
            offices,
            concern_offices: matches!(table, "processi" | "attuazione" | "smart-team" | "servizi"),
            say_all: table == "processi" && levels.is_empty(),
            of_table: cells.collect(),
        }
    }

    /// What a title says.
    pub(super) fn says(&self, cell: &TitleCell<'_>) -> Titled {
        if cell.is_name {
            // A process that has nothing but the very name of an office is the title of a part; so is one that is called as an office is
            // where titles stand in that column.
            if !self.concern_offices || !self.say_all {
                return Titled::Other;
            }
            let by_word = note::names_office(cell.text).filter(|_| cell.before.is_some()).map(kind_of);
            return self.known(cell, Likeness::Same).or(by_word).map_or(Titled::Other, Titled::Office);
        }
        if let Some(word) = note::names_office(cell.text) {
            return Titled::Office(kind_of(word));
        }
        let folded = fold(cell.text);
        let is_word = folded.contains(char::is_alphabetic) && !code::is_code(cell.text);
        if !self.concern_offices || cell.is_value || !is_word {
            return Titled::Other;
        }
        if folded.starts_with("servizi ") {
            return Titled::Office(OfficeKind::Service);
        }
        if let Some(kind) = self.known(cell, Likeness::Bare) {
            return Titled::Office(kind);
        }
        match (cell.before.filter(|_| self.say_all), self.offices.answers.name(cell.text)) {
            (Some(kind), Some(answer)) if fold(answer) != "ignora" => Titled::Office(kind),
            (Some(_), None) if !self.of_table.contains(&folded) => Titled::Unclear,
            _ => Titled::Other,
        }
    }

    /// The kind of the offices of the edition that have a name, that of the title before first.
    fn known(&self, cell: &TitleCell<'_>, least: Likeness) -> Option<OfficeKind> {
        let kinds = cell.before.into_iter().chain([OfficeKind::Service, OfficeKind::Team, OfficeKind::Area]);
        let is_known = |kind: &OfficeKind| {
            self.offices.best(*kind, cell.text, None).first().is_some_and(|(_, likeness)| *likeness >= least)
        };
        kinds.into_iter().find(is_known)
    }
}

/// The name of an office in a title that has another word for offices before it, `SETTORE: Servizio Tributi`; else all of the title.
pub(super) fn named(title: &str) -> &str {
    let parts = title.split_once(':').map(|(label, name)| (fold(label), name.trim()));
    let name = parts.filter(|(label, name)| {
        !label.contains(' ')
            && note::names_office(&format!("{label} x")).is_some()
            && note::names_office(name).is_some()
    });
    name.map_or(title, |(_, name)| name)
}

/// The kind of an office by the word at the beginning of its name.
pub(super) fn kind_of(word: &str) -> OfficeKind {
    match word {
        "servizio" | "struttura" | "ufficio" => OfficeKind::Service,
        _ => OfficeKind::Area,
    }
}
