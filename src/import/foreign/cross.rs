//! Answers that are given by a cross in one of several columns: `SI`, `NO` and `IN PARTE` under one heading.

use super::answer_heading::{Says, says};
use super::fields::Fields;
use super::grid::Grid;
use super::heading::{variants, words};
use super::likeness::strength;
use super::record::{RoleCell, RowReader};
use super::role::{Reads, Role};
use super::sheet_column::SheetColumn;
use super::value::{number, states_nothing};
use super::vocabulary::Vocabulary;
use crate::edit::Written;
use crate::import::reading::{How, Question};
use crate::model::fold;

/// The answers, with the words by which headings name them.
const ANSWERS: [(&str, &[&str]); 3] = [
    (
        "in parte",
        &[
            "in parte",
            "parziale",
            "parzialmente",
            "parz",
            "solo in parte",
            "si in parte",
            "in misura parziale",
            "mista",
        ],
    ),
    ("si", &["si", "totale", "totalmente", "smartabile", "completa", "completamente", "interamente", "possibile"]),
    (
        "no",
        &[
            "no",
            "non smartabile",
            "nessuna",
            "non possibile",
            "impossibile",
            "non remotizzabile",
            "non eseguibile",
            "non svolgibile",
            "non agile",
            "esclusa",
            "escluso",
            "per nulla",
            "mai",
        ],
    ),
];
/// The answers, with the words of headings that say where the work is done: they stand together.
const PLACES: [(&str, &[&str]); 2] = [
    ("si", &["distanza", "remoto", "in remoto", "in smart working", "smart working", "in lavoro agile", "casa"]),
    ("no", &["in sede", "sede", "in presenza", "presenza", "solo in presenza", "solo in sede", "in ufficio"]),
];
/// The answers, with the words of headings that hold the question too.
const WITH_QUESTION: [(&str, &[&str]); 3] = [
    (
        "in parte",
        &[
            "parzialmente smartabile",
            "parz smartabile",
            "smartabile parzialmente",
            "smartabile in parte",
            "in parte smartabile",
            "parzialmente remotizzabile",
        ],
    ),
    (
        "si",
        &["smartabile", "totalmente smartabile", "completamente smartabile", "interamente smartabile", "remotizzabile"],
    ),
    (
        "no",
        &[
            "non smartabile",
            "non smart",
            "non remotizzabile",
            "non eseguibile remoto",
            "non svolgibile remoto",
            "non eseguibile lavoro agile",
            "non svolgibile lavoro agile",
        ],
    ),
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

/// Makes choices of columns whose headings are an answer each, `Smartabile`, `Parzialmente smartabile`, `Non smartabile`, and that hold nothing
/// but crosses below the headings.
pub(super) fn stand_beside(columns: &mut [SheetColumn], vocabulary: &Vocabulary, grid: &Grid<'_>, header: &[usize]) {
    if !vocabulary.roles.iter().any(|role| matches!(role.reads, Reads::Verdict)) {
        return;
    }
    let answer = |column: &SheetColumn| {
        let said = words(&column.heading);
        let found = WITH_QUESTION.iter().find(|(_, known)| known.contains(&said.as_str())).map(|(answer, _)| *answer);
        found.or_else(|| place(column)).filter(|_| column.how == How::None)
    };
    let found = columns.iter().enumerate().filter_map(|(number, column)| Some((number, answer(column)?)));
    let found: Vec<(usize, &'static str)> = found.collect();
    // `Smartabile` alone is the question.
    let is_choice = |found: &[(usize, &str)]| found.iter().any(|(_, answer)| *answer != "si");
    if !is_choice(&found) {
        return;
    }
    let first = header.last().map_or(0, |last| last + 1);
    let crossed: Vec<_> =
        found.into_iter().filter(|(number, _)| holds_crosses(grid, first, columns[*number].at)).collect();
    // A column of work on the spot alone may count something else.
    let has_places = crossed.iter().any(|(number, _)| place(&columns[*number]).is_some());
    if !is_choice(&crossed) || has_places && !crossed.iter().any(|(_, answer)| *answer == "si") {
        return;
    }
    for (number, answer) in crossed {
        let column = &mut columns[number];
        let reads = Reads::Cross(answer);
        column.role = Some(Role { key: "smartabilita".to_owned(), reads, words: Vec::new() });
        column.how = How::Heading;
        column.remark = Some(format!("una crocetta vuol dire «{answer}»"));
    }
}

/// Makes choices of columns whose headings are answers below one that speaks of agile work in words that are not known, `Telelavoro / Sì`, and
/// that hold nothing but crosses: what they are is to be looked at.
pub(super) fn stand_below(columns: &mut [SheetColumn], vocabulary: &Vocabulary, grid: &Grid<'_>, header: &[usize]) {
    let has_answers = |column: &SheetColumn| column.role.as_ref().is_some_and(|role| role.key == "smartabilita");
    if !vocabulary.roles.iter().any(|role| matches!(role.reads, Reads::Verdict)) || columns.iter().any(has_answers) {
        return;
    }
    let first = header.last().map_or(0, |last| last + 1);
    let answer = |column: &SheetColumn| {
        let (question, word) = column.heading.rsplit_once(" / ").filter(|_| column.how == How::None)?;
        let answer = ANSWERS.iter().find(|(_, words)| words.contains(&fold(word).as_str()))?.0;
        let is_blank = (first..grid.height()).all(|row| states_nothing(grid.text(row, column.at)));
        let is_choice = says(question) == Says::Agile && (is_blank || holds_crosses(grid, first, column.at));
        is_choice.then(|| (question.to_owned(), answer))
    };
    let found: Vec<Option<(String, &'static str)>> = columns.iter().map(answer).collect();
    let Some(question) = found.iter().flatten().map(|(question, _)| question.clone()).next() else { return };
    let of_question = |own: &Option<(String, &'static str)>| {
        own.as_ref().filter(|(other, _)| *other == question).map(|(_, answer)| *answer)
    };
    let answers: Vec<&str> = found.iter().filter_map(of_question).collect();
    if !["si", "no"].iter().all(|answer| answers.contains(answer)) {
        return;
    }
    for (column, own) in columns.iter_mut().zip(&found) {
        let Some(answer) = of_question(own) else { continue };
        column.role = Some(Role { key: "smartabilita".to_owned(), reads: Reads::Cross(answer), words: Vec::new() });
        (column.how, column.is_supposed) = (How::Heading, true);
        column.remark = Some(format!("una crocetta è stata intesa come un «{answer}» sul lavoro agile"));
    }
}

/// Whether hardly anything but crosses stands in a column, from the row `first` on.
fn holds_crosses(grid: &Grid<'_>, first: usize, at: usize) -> bool {
    let (mut crosses, mut all) = (0, 0);
    for row in first..grid.height() {
        let word = grid.text(row, at).trim().to_lowercase();
        let is_cross = crossed(&word).is_some();
        if is_cross || !states_nothing(&word) && !EMPTY.contains(&word.as_str()) {
            all += 1;
            crosses += usize::from(is_cross);
        }
    }
    crosses > 0 && crosses * 5 >= all * 4
}

/// The answer of a column whose heading says where the work is done; what stands above it, `Come / A distanza`, is the question.
fn place(column: &SheetColumn) -> Option<&'static str> {
    let last = words(column.heading.rsplit(" / ").next().unwrap_or_default());
    PLACES.iter().find(|(_, known)| known.contains(&last.as_str())).map(|(answer, _)| *answer)
}

/// A cross in a cell.
struct Cross {
    /// The share in hundredths beside it, as in `X (40%)`.
    share: Option<f64>,
}

/// The cross that a text is; `None` if it is none.
fn crossed(text: &str) -> Option<Cross> {
    let word = text.trim().to_lowercase();
    if CROSSES.contains(&word.as_str()) {
        return Some(Cross { share: None });
    }
    let (cross, share) = word.split_once([' ', '('])?;
    let share = number::percentage(share.trim_matches(['(', ')', ' ']))?;
    (CROSSES.contains(&cross.trim()) || cross.trim() == "si").then_some(Cross { share: Some(share) })
}

impl RowReader<'_, '_, '_> {
    /// A cell of a column of crosses.
    pub(super) fn cross(&mut self, cell: &RoleCell<'_>, answer: &'static str, fields: &mut Fields) {
        let (row, at) = (cell.row, cell.column.at);
        let word = cell.text.trim().to_lowercase();
        let own = fold(&word) == answer || fold(&word) == "si";
        let cross = crossed(cell.text);
        let share = number::percentage(cell.text).or(cross.as_ref().and_then(|cross| cross.share));
        let share = share.filter(|_| answer == "in parte" && cell.key == "smartabilita");
        if states_nothing(cell.text) && !CROSSES.contains(&word.as_str())
            || EMPTY.contains(&word.as_str())
            || fold(&word) == "no" && answer != "no"
        {
            return;
        }
        let is_share_alone = cross.as_ref().is_some_and(|cross| cross.share.is_some()) && share.is_none();
        if is_share_alone || !own && share.is_none() && cross.is_none() {
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
