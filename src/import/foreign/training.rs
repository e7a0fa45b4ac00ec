//! A training plan: the marks of its modules for each audience, what they mean, and the groups of the modules.

use super::fields::Fields;
use super::record::{RoleCell, RowReader};
use super::sheet_column::SheetColumn;
use super::value::{is_undecided, on_one_line, states_nothing};
use crate::edit::Written;
use crate::import::reading::{Question, SheetReading};
use crate::model::{Training, fold};
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
/// The group of the modules that have none.
const GROUP: &str = "Moduli formativi";
/// A sign that the legend explains has no more letters.
const LONGEST_MARK: usize = 3;

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
