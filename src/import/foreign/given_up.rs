//! Columns that are not what their headings say, by what stands in them: texts where people are counted, numbers where offices are named.

use super::by_values::is_office;
use super::grid::Grid;
use super::header::Header;
use super::role::{Reads, Role};
use super::sheet_column::SheetColumn;
use super::total;
use super::value::{Read, count, number, states_nothing};
use super::vocabulary::Vocabulary;
use crate::import::answers::SheetAnswers;
use crate::import::reading::How;
use crate::model::{Edition, OfficeKind, OfficeNames, fold};

/// Numbers in words: what counts in words is a count all the same.
const IN_WORDS: [&str; 21] = [
    "zero", "uno", "una", "un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici",
    "dodici", "nessuno", "nessuna", "tutti", "tutte", "molti", "alcuni",
];

/// Why a column of texts counts nobody.
const TEXTS: &str = "contiene testi, e non quante persone sono: non è stata letta";

/// Takes their role from columns that hold something else than their headings say; the keys of those that count nobody are free again for the
/// columns beside them, and they may be what else their headings mean.
pub(super) fn settle(
    header: &mut Header,
    grid: &Grid<'_>,
    vocabulary: &Vocabulary,
    (edition, answers): (&Edition, &SheetAnswers<'_>),
) {
    let first = header.rows.last().map_or(0, |last| last + 1);
    let texts = find(&mut header.columns, (grid, first), edition, answers);
    if texts.is_empty() {
        return;
    }
    let mut again = Header::read(grid, &header.rows, vocabulary, answers, &texts);
    find(&mut again.columns, (grid, first), edition, answers);
    for column in again.columns.iter_mut().filter(|column| column.how == How::None && texts.contains(&column.at)) {
        column.remark = Some(TEXTS.to_owned());
    }
    *header = again;
}

/// Takes their role from columns under the headings, whose rows begin with `first`, that hold something else; gives the places of those that hold
/// texts where people are counted.
fn find(
    columns: &mut [SheetColumn],
    (grid, first): (&Grid<'_>, usize),
    edition: &Edition,
    answers: &SheetAnswers<'_>,
) -> Vec<usize> {
    let mut texts = Vec::new();
    let names = OfficeNames::of(edition);
    for column in columns.iter_mut().filter(|column| column.how == How::Heading) {
        let Some(role) = &column.role else { continue };
        let at = column.at;
        let stated = (first..grid.height()).map(|row| grid.text(row, at));
        let stated: Vec<&str> = stated.filter(|text| !states_nothing(text) && total::label(text).is_none()).collect();
        let Some(why) = against(role, &stated, &names, answers).filter(|_| !stated.is_empty()) else { continue };
        if why == TEXTS {
            texts.push(at);
        }
        (column.role, column.how, column.remark) = (None, How::None, Some(why.to_owned()));
    }
    texts
}

/// Why a column with these values does not have a role; `None` where it has.
fn against(role: &Role, stated: &[&str], names: &OfficeNames, answers: &SheetAnswers<'_>) -> Option<&'static str> {
    match role.reads {
        Reads::Count | Reads::Gender(..) => stated.iter().all(|text| is_text(text, answers)).then_some(TEXTS),
        _ if is_office(role) => {
            let kinds = [OfficeKind::Area, OfficeKind::Service, OfficeKind::Team];
            let is_number = |text: &&str| {
                let is_known = kinds.into_iter().any(|kind| !names.find(kind, text).is_empty());
                number::parse(text).is_some() && !is_known && !is_answered(text, answers)
            };
            stated
                .iter()
                .all(is_number)
                .then_some("contiene soltanto numeri, che non sono nomi di uffici: non è stata letta")
        }
        _ => None,
    }
}

/// Whether columns that should count people hold texts alone, and none of them a number.
pub(super) fn counts_nobody(header: &Header, grid: &Grid<'_>, answers: &SheetAnswers<'_>) -> bool {
    let first = header.rows.last().map_or(0, |last| last + 1);
    let counts = |column: &&SheetColumn| {
        column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Count | Reads::Gender(..)))
    };
    let mut any = false;
    let columns = header.columns.iter().filter(counts);
    let mut stated = columns.flat_map(|column| (first..grid.height()).map(|row| grid.text(row, column.at)));
    stated.all(|text| {
        let is_beside = states_nothing(text) || total::label(text).is_some();
        any |= !is_beside;
        is_beside || is_text(text, answers)
    }) && any
}

/// Whether a cell is a text in a column that should count people.
fn is_text(text: &str, answers: &SheetAnswers<'_>) -> bool {
    let folded = fold(text);
    let begins = folded.split(' ').next().unwrap_or_default();
    let is_counted = text.contains(|c: char| c.is_ascii_digit()) || IN_WORDS.contains(&begins);
    !is_counted && !is_answered(text, answers) && matches!(count::read(text), Read::Not(_))
}

fn is_answered(text: &str, answers: &SheetAnswers<'_>) -> bool {
    answers.all.word(text).is_some() || answers.all.name(text).is_some()
}
