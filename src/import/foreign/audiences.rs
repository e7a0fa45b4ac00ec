//! The audiences of a training plan: columns below whose headings only marks stand, whether the edition has them or not.

use super::grid::Grid;
use super::header::Header;
use super::heading::words;
use super::role::{Reads, Role, makes_own};
use super::sheet_column::SheetColumn;
use super::training::is_mark;
use super::value::states_nothing;
use super::vocabulary::Vocabulary;
use super::{mark_legend, note, total};
use crate::edit::Written;
use crate::import::Draft;
use crate::import::reading::{Doubt, How, Question, SheetReading};
use crate::model::{Edition, capital, fold, slug};

/// How the words of a heading begin below which modules stand.
const MODULES: [&str; 5] = ["modul", "cors", "formativ", "argoment", "didattic"];

/// Words for audiences, whoever they are.
const WORDS: [&str; 5] = ["destinatari", "destinatarie", "partecipanti", "a chi e rivolto", "rivolto a"];

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
    for (number, column) in columns.iter().enumerate() {
        let Some(id) = new_id(column, vocabulary) else { continue };
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
        let column = &mut columns[number];
        if column.how == How::None && !is_known(&id, vocabulary) {
            column.how = How::Values;
            column.remark = Some("non è tra i destinatari del piano formativo: sarebbe aggiunto".to_owned());
        } else if column.how == How::None {
            column.how = How::Heading;
        }
        column.role = Some(Role { key: id, reads: Reads::Audience, words: Vec::new() });
    }
}

/// The identifier of the audience that a column of marks names, which its heading alone does not say: made of the heading, or of what an answer
/// calls it. An answer calls the audience that an import made of the bare heading before only otherwise.
fn new_id(column: &SheetColumn, vocabulary: &Vocabulary) -> Option<String> {
    let own = slug(&told(&column.heading));
    match (&column.answer, &column.role) {
        (None, None) if column.how == How::None => Some(own),
        (Some(answer), Some(Role { reads: Reads::Own(_), key, .. }))
            if !makes_own(answer) && !vocabulary.roles.iter().any(|role| role.key == *key) =>
        {
            Some(if is_known(&own, vocabulary) { own } else { slug(answer) })
        }
        _ => None,
    }
}

/// A heading without the part that only says that audiences stand below it: `Destinatari / Dirigenti`.
fn told(heading: &str) -> String {
    let says_audience = |part: &&str| WORDS.contains(&fold(part).as_str());
    let parts: Vec<&str> = heading.split(" / ").collect();
    let telling: Vec<&str> = parts.iter().copied().filter(|part| !says_audience(part)).collect();
    if telling.is_empty() { heading.to_owned() } else { telling.join(" / ") }
}

fn is_known(id: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.roles.iter().any(|role| matches!(role.reads, Reads::Audience) && role.key == id)
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

/// Adds the audiences that the columns name and the edition does not have: each with a doubt, unless an answer names it.
pub(super) fn add_audiences(header: &Header, reading: &mut SheetReading) {
    let Some(row) = header.rows.last().map(|row| row + 1) else { return };
    let is_new = |column: &&SheetColumn| match column.how {
        How::Values => true,
        // Those that the edition has are known by words.
        How::Answer => column.role.as_ref().is_some_and(|role| role.words.is_empty()),
        _ => false,
    };
    let mut drafts = Vec::new();
    for column in header.columns.iter().filter(|column| is_audience(column)).filter(is_new) {
        let id = column.role.as_ref().map(|role| role.key.clone()).unwrap_or_default();
        let told = told(&column.heading);
        let (group, heading) = match told.split_once(" / ").filter(|_| header.rows.len() > 1) {
            Some((group, name)) => (Some(group), name),
            None => (None, told.as_str()),
        };
        let name = match &column.answer {
            Some(answer) if slug(answer) != slug(heading) => capital(answer.trim()),
            _ => heading.to_owned(),
        };
        let mut to_verify = None;
        if column.how == How::Values {
            let (text, understood) = (column.heading.clone(), id.clone());
            let (message, question) = (column.remark.clone().unwrap_or_default(), Question::None);
            reading.doubts.push(Doubt { row, column: column.at, text, understood, message, question });
            to_verify = Some("Aggiunto perché un foglio di calcolo importato lo nomina.".to_owned());
        }
        let mut fields = vec![("id".to_owned(), Written::Text(id))];
        fields.extend(group.map(|group| ("gruppo".to_owned(), Written::text(group))));
        fields.push(("nome".to_owned(), Written::text(name)));
        drafts.push(Draft { table: "destinatari".to_owned(), sheet: reading.name.clone(), row, fields, to_verify });
    }
    reading.doubts.sort_by_key(|doubt| (doubt.row, doubt.column));
    reading.drafts.splice(0..0, drafts);
}
