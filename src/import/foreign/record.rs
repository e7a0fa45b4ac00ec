//! What a row states: each cell read as its column says.

use super::chain::{Chain, Held};
use super::fields::{Clash, Fields};
use super::grid::Grid;
use super::header::Header;
use super::levels::Level;
use super::offices::Offices;
use super::role::Reads;
use super::scope;
use super::section::Section;
use super::sheet_column::SheetColumn;
use super::value::{self, Read, is_ditto, number};
use crate::import::Draft;
use crate::import::answers::SheetAnswers;
use crate::import::formula;
use crate::import::reading::{Doubt, Question, SheetReading};
use crate::model::{Edition, Headcount, OfficeKind, People};
use std::collections::BTreeMap;

/// What the rows of a sheet are read with.
pub(super) struct RowReader<'s, 'a, 'o> {
    pub(super) edition: &'a Edition,
    pub(super) answers: &'s SheetAnswers<'a>,
    pub(super) table: &'s str,
    pub(super) columns: &'s [SheetColumn],
    /// The rows of the headings, from 0.
    pub(super) header: &'s [usize],
    pub(super) levels: &'s [Level],
    pub(super) offices: &'o mut Offices<'a>,
    pub(super) reading: &'o mut SheetReading,
    /// What the cells of the record above say, by column.
    pub(super) above: BTreeMap<usize, String>,
    /// What the sheet itself says that marks mean.
    pub(super) legend: BTreeMap<String, String>,
    /// How many people in agile work the row counts that is being read.
    pub(super) agile: Option<Headcount>,
}

/// A row with what its cells say.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    /// The row, from 0.
    pub(super) row: usize,
    /// What each column says, ditto marks replaced.
    pub(super) texts: BTreeMap<usize, Held>,
    /// The columns whose cells are days to the program that wrote them.
    pub(super) days: Vec<usize>,
    /// The columns whose formulas failed, with what they show.
    pub(super) errors: Vec<(usize, String)>,
    /// The columns whose cells had to be supposed, with why.
    pub(super) supposed: Vec<(usize, String)>,
    /// The offices that titles above the row name.
    pub(super) sections: Vec<Section>,
}

impl Cells {
    /// What the cells of a record say, the chains continued.
    pub(super) fn of(grid: &Grid<'_>, header: &Header, chains: &mut [Chain], row: usize) -> Self {
        let (mut texts, mut errors) = (BTreeMap::new(), Vec::new());
        for column in &header.columns {
            if grid.is_error(row, column.at) {
                errors.push((column.at, grid.text(row, column.at).to_owned()));
            }
            texts.insert(column.at, Held { text: grid.down(row, column.at).to_owned(), continued: false });
        }
        for chain in chains {
            texts.extend(chain.next(grid, row));
        }
        for (at, _) in &errors {
            texts.insert(*at, Held::default());
        }
        let days = header.columns.iter().map(|column| column.at).filter(|at| grid.is_day(row, *at)).collect();
        Self { row, texts, days, errors, supposed: grid.supposed(row), sections: Vec::new() }
    }

    pub(super) fn text(&self, column: usize) -> &str {
        self.texts.get(&column).map_or("", |held| held.text.as_str())
    }

    /// Where a row of offices writes only what they would belong to, it is about that.
    pub(super) fn name_by_whole(&mut self, anchor: Option<usize>, levels: &[Level], columns: &[SheetColumn]) {
        let Some(anchor) = anchor.filter(|anchor| self.text(*anchor).is_empty()) else { return };
        let services = levels.iter().rev().filter(|level| level.kind == OfficeKind::Service);
        let at = services.map(|level| columns[level.column].at).find(|at| !self.text(*at).is_empty());
        if let Some(held) = at.and_then(|at| self.texts.get_mut(&at)).filter(|held| !held.continued) {
            let named = std::mem::replace(held, Held { text: String::new(), continued: true });
            self.texts.insert(anchor, named);
        }
    }
}

/// A cell of a column that is understood.
pub(super) struct RoleCell<'c> {
    /// The row, from 0.
    pub(super) row: usize,
    pub(super) column: &'c SheetColumn,
    /// The key that it fills.
    pub(super) key: &'c str,
    /// What it says.
    pub(super) text: &'c str,
    /// Whether it is a day to the program that wrote it.
    pub(super) is_day: bool,
}

/// What totals are counted from.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    pub(super) numbers: BTreeMap<usize, f64>,
    /// What cells say that count people, classes among them.
    pub(super) people: BTreeMap<usize, People>,
    pub(super) words: BTreeMap<usize, String>,
    pub(super) group: String,
}

impl RowReader<'_, '_, '_> {
    /// What a row states.
    pub(super) fn read(&mut self, cells: &Cells) -> (Fields, Counted) {
        let mut fields = Fields::default();
        let mut counted = Counted::default();
        for (at, text) in &cells.errors {
            let message = formula::failure(text);
            self.fail(cells.row, *at, text, message, Question::None);
            fields.doubt(text, message);
        }
        for (at, message) in &cells.supposed {
            let text = cells.text(*at).to_owned();
            self.doubt(cells.row, *at, &text, &text, message, Question::None);
            fields.doubt(&text, message);
        }
        self.agile = self.agile_people(cells);
        for column in self.columns {
            let text = self.dittoed(cells, column.at);
            self.above.insert(column.at, text.clone());
            if text.is_empty() {
                continue;
            }
            counted.words.insert(column.at, text.clone());
            if let Some(number) = number::parse(&text) {
                counted.numbers.insert(column.at, number);
            }
            if let Some(role) = &column.role {
                let is_day = cells.days.contains(&column.at);
                let cell = RoleCell { row: cells.row, column, key: &role.key, text: &text, is_day };
                self.cell(&cell, &role.reads, &mut fields, &mut counted);
                self.clashes(cells.row, column.at, &mut fields);
            }
        }
        scope::read(self, cells, &mut fields);
        self.clashes(cells.row, self.levels.last().map_or(0, |level| self.columns[level.column].at), &mut fields);
        self.follow(cells.row, &mut fields);
        (fields, counted)
    }

    /// Tells what a column said of a key that another has filled.
    fn clashes(&mut self, row: usize, column: usize, fields: &mut Fields) {
        for Clash { kept, other } in fields.take_clashes() {
            let message = format!("un'altra colonna dice già «{kept}»: questo non è stato scritto");
            self.doubt(row, column, &other, &kept, &message, Question::None);
            fields.doubt(&other, &message);
        }
    }

    /// What a cell says, or the one above where it stands for that.
    pub(super) fn dittoed(&mut self, cells: &Cells, column: usize) -> String {
        let text = cells.text(column);
        let is_word = |role: &SheetColumn| {
            role.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Office(_) | Reads::Text | Reads::List))
        };
        let slashes = text.trim() == "//" && self.columns.iter().any(|known| known.at == column && is_word(known));
        if !is_ditto(text) && !slashes {
            return text.to_owned();
        }
        let above = self.above.get(&column).cloned().unwrap_or_default();
        // Two strokes with nothing above them are a blank.
        if above.is_empty() && !slashes {
            self.fail(cells.row, column, text, "sopra non c'è nulla da ripetere", Question::None);
        }
        above
    }

    /// The value of a cell, its doubt told; `None` where there is none, or none that is understood.
    pub(super) fn settled<T>(
        &mut self,
        cell: &RoleCell<'_>,
        read: Read<T>,
        question: Question,
        fields: &mut Fields,
        shown: impl Fn(&T) -> String,
    ) -> Option<T> {
        let (row, at, text) = (cell.row, cell.column.at, cell.text);
        match read {
            Read::Blank => None,
            Read::Sure(value) => Some(value),
            Read::Doubtful(value, message) => {
                self.doubt(row, at, text, &shown(&value), &message, question);
                fields.doubt(text, &message);
                Some(value)
            }
            Read::Not(message) => {
                self.fail(row, at, text, &message, question);
                // What stands where a number should may be the name of a person: it is told here, and not in the data.
                if is_counted(cell) && text.contains(char::is_alphabetic) {
                    fields.doubt(
                        "",
                        &format!("la colonna «{}» del foglio non dà un numero: {message}", cell.column.heading),
                    );
                } else {
                    fields.doubt(text, &message);
                }
                None
            }
        }
    }

    /// Tells a doubt.
    pub(super) fn doubt(
        &mut self,
        row: usize,
        column: usize,
        text: &str,
        understood: &str,
        message: &str,
        question: Question,
    ) {
        let (text, understood, message) = (value::on_one_line(text), understood.to_owned(), message.to_owned());
        self.reading.doubts.push(Doubt { row: row + 1, column, text, understood, message, question });
    }

    /// Tells what was not understood.
    pub(super) fn fail(&mut self, row: usize, column: usize, text: &str, message: &str, question: Question) {
        let (text, message) = (value::on_one_line(text), message.to_owned());
        self.reading.not_understood.push(Doubt {
            row: row + 1,
            column,
            text,
            understood: String::new(),
            message,
            question,
        });
    }
}

/// Whether a cell stands in a column of numbers.
fn is_counted(cell: &RoleCell<'_>) -> bool {
    cell.column.role.as_ref().is_some_and(|role| {
        matches!(
            role.reads,
            Reads::Count | Reads::Gender(..) | Reads::Days(_) | Reads::Number | Reads::Percentage(_) | Reads::Date
        )
    })
}

/// A draft of what a row states.
pub(super) fn draft(table: &str, sheet: &str, row: usize, fields: Fields, order: &[&str]) -> Draft {
    let (fields, to_verify) = fields.finish(order);
    Draft { table: table.to_owned(), sheet: sheet.to_owned(), row: row + 1, fields, to_verify }
}
