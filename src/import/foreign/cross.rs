//! Answers that are given by a cross in one of several columns: `SI`, `NO` and `IN PARTE` under one heading.

use super::fields::Fields;
use super::header::SheetColumn;
use super::heading::variants;
use super::likeness::strength;
use super::record::{RoleCell, RowReader};
use super::role::{Reads, Role};
use super::value::{number, states_nothing};
use super::vocabulary::Vocabulary;
use crate::edit::Written;
use crate::import::reading::{How, Question};
use crate::model::fold;

/// The answers, with the words by which headings name them.
const ANSWERS: [(&str, &[&str]); 3] = [
    ("in parte", &["in parte", "parziale", "parzialmente", "parz", "solo in parte", "si in parte"]),
    ("si", &["si", "totale", "totalmente", "smartabile"]),
    ("no", &["no", "non smartabile", "nessuna"]),
];
/// What stands in a cell that is chosen.
const CROSSES: [&str; 14] = ["x", "✓", "✔", "☑", "☒", "✗", "✘", "●", "•", "■", "1", "*", "v", "√"];
/// What stands in one that is not.
const EMPTY: [&str; 4] = ["☐", "□", "○", "0"];

/// What a column is whose heading is an answer below a question, `Smartabilità / IN PARTE`, or after it.
pub(super) fn role(storeys: &[String], vocabulary: &Vocabulary, enough: u32) -> Option<Role> {
    let (last, above) = storeys.split_last()?;
    let answer = |text: &str| ANSWERS.iter().find(|(_, words)| words.contains(&text)).map(|(answer, _)| *answer);
    let (answer, question) = if above.is_empty() {
        // `Smartabile: SI`, and not `Supporti (SI/NO)`.
        let (question, word) = last.rsplit_once(':')?;
        (answer(&fold(word))?, vec![question.to_owned()])
    } else {
        (answer(&fold(last))?, above.to_vec())
    };
    let variants = variants(&question);
    let known = vocabulary.roles.iter().filter(|role| matches!(role.reads, Reads::Verdict | Reads::YesNo));
    let best = known.map(|role| (strength(&variants, &role.words), role)).max_by_key(|(strength, _)| *strength)?;
    (best.0 >= enough).then(|| Role { key: best.1.key.clone(), reads: Reads::Cross(answer), words: Vec::new() })
}

/// A column alone is no choice: it is read as its heading says.
pub(super) fn give_up_single(columns: &mut [SheetColumn]) {
    let key = |column: &SheetColumn| {
        column.role.as_ref().filter(|role| matches!(role.reads, Reads::Cross(_))).map(|role| role.key.clone())
    };
    let keys: Vec<String> = columns.iter().filter_map(key).collect();
    for column in columns {
        let is_single = key(column).is_some_and(|own| keys.iter().filter(|key| **key == own).count() == 1);
        if is_single {
            (column.role, column.how) = (None, How::None);
        }
    }
}

impl RowReader<'_, '_, '_> {
    /// A cell of a column of crosses.
    pub(super) fn cross(&mut self, cell: &RoleCell<'_>, answer: &'static str, fields: &mut Fields) {
        let (row, at) = (cell.row, cell.column.at);
        let word = cell.text.trim().to_lowercase();
        let own = fold(&word) == answer || fold(&word) == "si";
        let share = number::percentage(cell.text).filter(|_| answer == "in parte" && cell.key == "smartabilita");
        if states_nothing(cell.text) && !CROSSES.contains(&word.as_str())
            || EMPTY.contains(&word.as_str())
            || fold(&word) == "no" && answer != "no"
        {
            return;
        }
        if !own && share.is_none() && !CROSSES.contains(&word.as_str()) {
            let message = format!("nella colonna di «{answer}» ci si aspetta una crocetta");
            self.fail(row, at, cell.text, &message, Question::None);
            fields.doubt(cell.text, &message);
            return;
        }
        if fields.stated(cell.key).is_some_and(|other| other != answer) {
            let message = "nella riga sono segnate due risposte: non ne è stata scritta nessuna";
            self.fail(row, at, cell.text, message, Question::None);
            fields.doubt(cell.text, message);
            fields.take_back(cell.key);
            return;
        }
        fields.put(cell.key, Written::text(answer));
        if let Some(share) = share {
            fields.number("percentuale", share);
        }
    }
}
