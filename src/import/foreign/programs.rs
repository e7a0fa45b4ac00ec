//! Which computer programs a cell names: those of the edition, and new ones.

use super::fields::Fields;
use super::names::{Likeness, likeness};
use super::record::{RoleCell, RowReader};
use super::value::{Read, list, on_one_line, states_nothing};
use crate::edit::Written;
use crate::import::Draft;
use crate::import::answers::Answers;
use crate::import::reading::{Question, SheetReading};
use crate::model::{Edition, fold, slug};
use std::collections::HashMap;

/// The table of programs.
const TABLE: &str = "software";
/// A text of more words is no name of a program.
const MOST_WORDS: usize = 6;
/// Words that stand where programs are named, and name none.
const NONE: [&str; 12] =
    ["nessuno", "nessuna", "no", "si", "vari", "varie", "diversi", "altro", "altri", "tutti", "ecc", "x"];
/// What is still to be said of a program that only a process names.
const PURPOSE: &str = "A che cosa serve il programma";

/// What a name of a program means.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Program {
    /// One of the edition: its identifier, and its name where it has yet to get that identifier.
    Known(String, Option<String>),
    /// Perhaps this one of the edition.
    Likely(String, Option<String>),
    /// One that the edition does not have; whether an answer says so.
    New(String, bool),
    /// Left out by an answer.
    Ignored,
    /// None.
    Unknown,
}

/// What a name means.
fn program(edition: &Edition, answers: &Answers, name: &str) -> Program {
    let rows = &edition.software.rows;
    let is_free = |id: &str| !rows.iter().any(|row| row.id.as_ref().is_some_and(|own| own.value == id));
    let answer = answers.name(name);
    let said = match answer.map(fold).as_deref() {
        Some("ignora") => return Program::Ignored,
        Some("nuovo") | None => name,
        Some(_) => answer.unwrap_or(name),
    };
    let like = |known: &str| likeness(said, known);
    let best = rows.iter().filter_map(|row| {
        let is_id = row.id.as_ref().is_some_and(|id| id.value == said);
        let likeness = if is_id { Some(Likeness::Same) } else { like(&row.name.value) };
        likeness.map(|likeness| (likeness, row))
    });
    let best: Vec<_> = best.collect();
    let most = best.iter().map(|(likeness, _)| *likeness).max();
    let alike: Vec<_> = best.into_iter().filter(|(likeness, _)| Some(*likeness) == most).collect();
    let (likeness, row) = match alike.as_slice() {
        [] => return new(said, answer, is_free),
        [(likeness, row), others @ ..] if *likeness >= Likeness::Bare || others.is_empty() => (*likeness, *row),
        _ => return Program::Unknown,
    };
    let name = &row.name.value;
    let (id, unidentified) = match &row.id {
        Some(id) => (id.value.clone(), None),
        None if !slug(name).is_empty() && is_free(&slug(name)) => (slug(name), Some(name.clone())),
        None => return Program::Unknown,
    };
    if likeness >= Likeness::Bare { Program::Known(id, unidentified) } else { Program::Likely(id, unidentified) }
}

/// A program that the edition does not have, where a text may be the name of one.
fn new(name: &str, answer: Option<&str>, is_free: impl Fn(&str) -> bool) -> Program {
    let is_new = answer.is_some_and(|answer| fold(answer) == "nuovo");
    let folded = fold(name);
    let may_be_one = name.split_whitespace().count() <= MOST_WORDS && !NONE.contains(&folded.as_str());
    let is_name = slug(name).chars().any(char::is_alphabetic) && is_free(&slug(name)) && !states_nothing(name);
    if is_name && (is_new || may_be_one && answer.is_none()) {
        return Program::New(slug(name), is_new);
    }
    Program::Unknown
}

impl RowReader<'_, '_, '_> {
    /// The identifiers of the programs of a cell; new ones are added, and told.
    pub(super) fn named_programs(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) -> Vec<String> {
        let (items, is_sure) = match list::read(cell.text, &self.separator(cell.column, cell.key)) {
            Read::Sure(items) => (items, true),
            Read::Doubtful(items, _) => (items, false),
            _ => return Vec::new(),
        };
        if matches!(fold(cell.text).as_str(), "nessuno" | "nessuna" | "no") {
            return Vec::new();
        }
        let (row, at, answers) = (cell.row, cell.column.at, self.answers.all);
        let (mut ids, mut unknown) = (Vec::new(), Vec::new());
        for name in items.iter().flat_map(|item| item.split(", ")).map(on_one_line) {
            let id = match program(self.edition, answers, &name) {
                Program::Known(id, unidentified) => {
                    self.identify_program(row, unidentified, &id);
                    id
                }
                Program::Likely(id, unidentified) => {
                    let message = "è stato inteso il programma dell'edizione dal nome più simile";
                    self.doubt(row, at, &name, &id, message, Question::Name);
                    fields.doubt(&name, message);
                    self.identify_program(row, unidentified, &id);
                    id
                }
                Program::New(id, is_settled) => {
                    self.add_program(row, &name, &id, is_settled);
                    if !is_settled {
                        let message = "non è fra i programmi informatici dell'edizione: un programma da aggiungere";
                        self.doubt(row, at, &name, &id, message, Question::Name);
                    }
                    id
                }
                Program::Ignored => continue,
                Program::Unknown => {
                    unknown.push(name);
                    continue;
                }
            };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if !is_sure && ids.len() > 1 {
            fields.doubt(cell.text, "la cella può nominare un programma o più d'uno");
        }
        if !unknown.is_empty() {
            let (names, message) = (unknown.join("; "), "non è fra i programmi informatici dell'edizione");
            self.fail(row, at, &names, message, Question::None);
            fields.doubt(&names, message);
        }
        ids
    }

    /// Gives a program of the edition the identifier by which a process names it.
    fn identify_program(&mut self, row: usize, name: Option<String>, id: &str) {
        if let Some(name) = name {
            self.tell_program(
                row,
                id,
                vec![("id".to_owned(), Written::text(id)), ("nome".to_owned(), name_of(&name))],
                None,
            );
        }
    }

    /// Adds a program that only processes name: what it is for is still to be said.
    fn add_program(&mut self, row: usize, name: &str, id: &str, is_settled: bool) {
        let fields = vec![
            ("id".to_owned(), Written::text(id)),
            ("nome".to_owned(), name_of(name)),
            ("da_decidere".to_owned(), name_of(PURPOSE)),
        ];
        let why = "Aggiunto perché un foglio di calcolo importato lo nomina.";
        self.tell_program(row, id, fields, (!is_settled).then(|| why.to_owned()));
    }

    /// Adds the record of a program, once.
    fn tell_program(&mut self, row: usize, id: &str, fields: Vec<(String, Written)>, to_verify: Option<String>) {
        if self.offices.programs.insert(id.to_owned()) {
            let (table, sheet) = (TABLE.to_owned(), self.reading.name.clone());
            self.reading.drafts.push(Draft { table, sheet, row: row + 1, fields, to_verify });
        }
    }
}

fn name_of(name: &str) -> Written {
    Written::Text(name.to_owned())
}

/// Gives the identifiers of new programs that processes name to the records that sheets of the same workbook have of them.
pub(super) fn settle(sheets: &mut [SheetReading]) {
    let text = |draft: &Draft, key: &str| {
        let value = draft.fields.iter().find(|(known, _)| known == key).and_then(|(_, value)| value.scalar());
        value.map(str::to_owned)
    };
    let is_table = |sheet: &&mut SheetReading| sheet.table.as_deref() == Some(TABLE);
    let name = |draft: &Draft| fold(&text(draft, "nome").unwrap_or_default());
    let mut described: HashMap<String, Option<String>> = HashMap::new();
    for sheet in sheets.iter_mut().filter(is_table) {
        described.extend(sheet.drafts.iter().map(|draft| (name(draft), text(draft, "id"))));
    }
    for sheet in sheets.iter_mut().filter(|sheet| !is_table(sheet)) {
        sheet.drafts.retain(|draft| {
            let is_new = draft.table == TABLE && text(draft, "da_decidere").is_some();
            let Some(id) = described.get_mut(&name(draft)).filter(|_| is_new) else { return true };
            *id = id.take().or_else(|| text(draft, "id"));
            false
        });
    }
    for sheet in sheets.iter_mut().filter(is_table) {
        for draft in sheet.drafts.iter_mut().filter(|draft| text(draft, "id").is_none()) {
            if let Some(id) = described.get_mut(&name(draft)).and_then(Option::take) {
                draft.fields.insert(0, ("id".to_owned(), Written::Text(id)));
            }
        }
    }
}
