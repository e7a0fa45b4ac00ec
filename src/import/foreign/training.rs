//! A training plan whose audiences the edition does not have yet: columns below whose headings only marks stand, and what the marks mean.

use super::fields::Fields;
use super::grid::Grid;
use super::header::Header;
use super::heading::words;
use super::record::{RoleCell, RowReader};
use super::role::{Reads, Role};
use super::sheet_column::SheetColumn;
use super::value::{is_undecided, on_one_line, states_nothing};
use super::vocabulary::Vocabulary;
use super::{mark_legend, note, total};
use crate::edit::Written;
use crate::import::Draft;
use crate::import::reading::{Doubt, How, Question, SheetReading};
use crate::model::{Edition, Training, fold, slug};
use std::collections::HashSet;

/// Words that stand for a mark.
const WORDS: [&str; 9] = [
    "si",
    "no",
    "obbligatorio",
    "obbligatoria",
    "facoltativo",
    "facoltativa",
    "consigliato",
    "consigliata",
    "opzionale",
];
/// Signs that are marks.
const SIGNS: [&str; 10] = ["✓", "✔", "☑", "☒", "✗", "✘", "●", "•", "■", "√"];
/// How the words of a heading begin below which modules stand.
const MODULES: [&str; 5] = ["modul", "cors", "formativ", "argoment", "didattic"];
/// The group of the modules that have none.
const GROUP: &str = "Moduli formativi";
/// A sign that the legend explains has no more letters.
const LONGEST_MARK: usize = 3;

/// Gives the columns of marks that are known by no heading the audiences that these name.
pub(super) fn find_audiences(
    columns: &mut [SheetColumn],
    (grid, rows): (&Grid<'_>, &[usize]),
    vocabulary: &Vocabulary,
) {
    if vocabulary.table != "formazione" || !columns.iter().any(names_modules) {
        return;
    }
    let first = rows.last().map_or(0, |last| last + 1);
    mark_legend::find_columns(columns, grid, first);
    let mut found: Vec<(usize, String)> = Vec::new();
    for (number, column) in columns.iter().enumerate().filter(|(_, column)| column.how == How::None) {
        let id = slug(&column.heading);
        if !id.is_empty() && found.iter().all(|(_, other)| *other != id) && holds_marks(grid, first, column) {
            found.push((number, id));
        }
    }
    let known = columns.iter().filter(|column| is_audience(column)).count();
    // One column alone may be anything with a cross.
    if found.len() + known < 2 {
        return;
    }
    for (number, id) in found {
        columns[number].role = Some(Role { key: id, reads: Reads::Audience, words: Vec::new() });
        columns[number].how = How::Values;
        columns[number].remark = Some("non è tra i destinatari del piano formativo: sarebbe aggiunto".to_owned());
    }
}

/// Doubts on the columns of marks whose headings are not quite what audiences of the edition are called: `Altri dipendenti` and
/// `Tutti i dipendenti` may be two.
pub(super) fn doubt_audiences(columns: &mut [SheetColumn], edition: &Edition) {
    for column in columns.iter_mut().filter(|column| column.how == How::Heading && is_audience(column)) {
        let Some(role) = &column.role else { continue };
        let last = column.heading.rsplit(" / ").next().unwrap_or_default();
        let is_called = [last, column.heading.as_str()].iter().any(|heading| role.words.contains(&words(heading)));
        let known = edition.training.audiences.iter().find(|known| known.id.value == role.key);
        if let Some(known) = known.filter(|_| !is_called) {
            column.is_supposed = true;
            column.remark = Some(format!("intesi come «{}»: potrebbero essere altri destinatari", known.name.value));
        }
    }
}

/// Whether a column holds the names of modules by its own heading, or by an answer.
fn names_modules(column: &SheetColumn) -> bool {
    let is_name = column.role.as_ref().is_some_and(|role| role.key == "nome");
    let heading = fold(&column.heading);
    let says = heading.split(' ').any(|word| MODULES.iter().any(|start| word.starts_with(start)));
    is_name && (says || column.how == How::Answer)
}

pub(super) fn is_audience(column: &SheetColumn) -> bool {
    column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Audience))
}

/// Whether all that stands in a column is marks, one at least; totals, notes and the headings once more left out.
fn holds_marks(grid: &Grid<'_>, first: usize, column: &SheetColumn) -> bool {
    let is_beside = |row: usize| {
        let begin = grid.filled(row).first().map_or("", |begin| grid.text(row, *begin));
        note::is_note(begin) || total::label(begin).is_some()
    };
    let mut any = false;
    let mut rows = first..grid.height();
    let all = rows.all(|row| {
        let text = grid.text(row, column.at);
        if states_nothing(text) || column.heading.rsplit(" / ").next() == Some(text) || is_beside(row) {
            return true;
        }
        any = true;
        is_mark(text)
    });
    all && any
}

pub(super) fn is_mark(text: &str) -> bool {
    let folded = fold(text);
    let is_letter = folded.chars().count() == 1 && folded.contains(char::is_alphabetic);
    is_letter || WORDS.contains(&folded.as_str()) || SIGNS.contains(&text)
}

impl RowReader<'_, '_, '_> {
    /// The mark of a module for an audience; where it is not decided, that is told.
    pub(super) fn audience(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let mark = self.said(cell);
        if is_undecided(&mark) {
            let message = "non dice se il modulo è per questi destinatari: non è stato scritto";
            self.fail(cell.row, cell.column.at, cell.text, message, Question::Word);
            fields.doubt(cell.text, message);
        } else if !is_none(&mark, &self.edition.training) {
            fields.within("destinatari", cell.key, Written::Text(on_one_line(&mark)));
        }
    }
}

/// Whether a cell says that a module is none for an audience.
fn is_none(text: &str, training: &Training) -> bool {
    let is_declared = training.legend.iter().any(|entry| fold(&entry.mark.value) == "no");
    states_nothing(text) || fold(text) == "no" && !is_declared
}

/// Puts a module that the sheet puts in no group into that which the edition gives it, else into one of a general name, with a doubt.
pub(super) fn put_in_group(row: usize, fields: &mut Fields, reader: &mut RowReader<'_, '_, '_>) {
    let Some(module) = fields.stated("nome").map(str::to_owned) else { return };
    let mut groups = reader.edition.training.groups.rows.iter();
    let has = |name: &str| fold(name) == fold(&module);
    if let Some(group) = groups.find(|group| group.modules.iter().any(|own| has(&own.name.value))) {
        fields.text("gruppo", &group.name.value);
        return;
    }
    fields.text("gruppo", GROUP);
    let message = format!("il foglio non dice di che gruppo è il modulo: sarebbe messo in «{GROUP}»");
    let of_name = |column: &&SheetColumn| column.role.as_ref().is_some_and(|role| role.key == "nome");
    let at = reader.columns.iter().find(of_name).map_or(0, |column| column.at);
    reader.doubt(row, at, &module, GROUP, &message, Question::None);
    fields.doubt(&module, &message);
}

/// Adds the audiences that the columns name and the edition does not have, each with a doubt.
pub(super) fn add_audiences(header: &Header, reading: &mut SheetReading) {
    let Some(row) = header.rows.last().map(|row| row + 1) else { return };
    let columns = header.columns.iter().filter(|column| column.how == How::Values && is_audience(column));
    let mut drafts = Vec::new();
    for column in columns {
        let id = column.role.as_ref().map(|role| role.key.clone()).unwrap_or_default();
        let (text, understood, message) =
            (column.heading.clone(), id.clone(), column.remark.clone().unwrap_or_default());
        reading.doubts.push(Doubt { row, column: column.at, text, understood, message, question: Question::None });
        let (group, name) = match column.heading.split_once(" / ").filter(|_| header.rows.len() > 1) {
            Some((group, name)) => (Some(group), name),
            None => (None, column.heading.as_str()),
        };
        let mut fields = vec![("id".to_owned(), Written::Text(id))];
        fields.extend(group.map(|group| ("gruppo".to_owned(), Written::text(group))));
        fields.push(("nome".to_owned(), Written::text(name)));
        let to_verify = Some("Aggiunto perché un foglio di calcolo importato lo nomina.".to_owned());
        drafts.push(Draft { table: "destinatari".to_owned(), sheet: reading.name.clone(), row, fields, to_verify });
    }
    reading.doubts.sort_by_key(|doubt| (doubt.row, doubt.column));
    reading.drafts.splice(0..0, drafts);
}

/// What a note says of marks: `Legenda: X = obbligatorio; O = facoltativo`.
pub(super) fn legend(note: &str) -> Vec<(String, String)> {
    let text = note.trim();
    let text = text.split_once(':').filter(|(word, _)| fold(word) == "legenda").map_or(text, |(_, rest)| rest);
    let entries = text.split([',', ';', '\n']).filter_map(|entry| entry.split_once('='));
    let entries = entries.map(|(mark, meaning)| (mark.trim().to_owned(), meaning.trim().to_owned()));
    entries
        .filter(|(mark, meaning)| !mark.is_empty() && mark.chars().count() <= LONGEST_MARK && !meaning.is_empty())
        .collect()
}

/// Gives a plan the legend of the marks that its modules have; of the others it is told that they are not written.
pub(super) fn explain(said: Vec<(String, String)>, reading: &mut SheetReading) {
    let fields = reading.drafts.iter().flat_map(|draft| &draft.fields).filter(|(key, _)| key == "destinatari");
    let marks: HashSet<String> = fields
        .flat_map(|(_, marks)| marks.entries())
        .filter_map(|(_, mark)| mark.scalar())
        .map(str::to_owned)
        .collect();
    let (mut entries, mut left): (Vec<(String, Written)>, Vec<String>) = (Vec::new(), Vec::new());
    for (mark, meaning) in said {
        let known = entries.iter().find(|(known, _)| *known == mark).and_then(|(_, known)| known.scalar());
        match known {
            Some(known) if fold(known) == fold(&meaning) => {}
            Some(known) => {
                left.push(format!("la legenda spiega «{mark}» in due modi: vale «{known}», e non «{meaning}»"));
            }
            None if marks.contains(&mark) => entries.push((mark, Written::Text(meaning))),
            None => left.push(format!(
                "la legenda spiega anche «{mark}» («{meaning}»), che nessun modulo ha: non è stato scritto"
            )),
        }
    }
    if !entries.is_empty() {
        reading.settings.push(("legenda".to_owned(), Written::Group(entries)));
    }
    for remark in left {
        if !reading.remarks.contains(&remark) {
            reading.remarks.push(remark);
        }
    }
}
