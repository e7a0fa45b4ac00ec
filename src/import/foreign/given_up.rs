//! Columns that are not what their headings say, by what stands in them: texts where people are counted, numbers where offices are named.

use super::by_values::is_office;
use super::grid::Grid;
use super::header::SheetColumn;
use super::role::{Reads, Role};
use super::total;
use super::value::{Read, count, number, states_nothing};
use crate::import::answers::SheetAnswers;
use crate::import::reading::How;
use crate::model::{Edition, OfficeKind, OfficeNames, fold};

/// Numbers in words: what counts in words is a count all the same.
const IN_WORDS: [&str; 21] = [
    "zero", "uno", "una", "un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici",
    "dodici", "nessuno", "nessuna", "tutti", "tutte", "molti", "alcuni",
];

/// Takes their role from columns under the headings, whose rows begin with `first`, that hold something else.
pub(super) fn find(
    columns: &mut [SheetColumn],
    (grid, first): (&Grid<'_>, usize),
    edition: &Edition,
    answers: &SheetAnswers<'_>,
) {
    let names = OfficeNames::of(edition);
    for column in columns.iter_mut().filter(|column| column.how == How::Heading) {
        let Some(role) = &column.role else { continue };
        let at = column.at;
        let stated = (first..grid.height()).map(|row| grid.text(row, at));
        let stated: Vec<&str> = stated.filter(|text| !states_nothing(text) && total::label(text).is_none()).collect();
        let Some(why) = against(role, &stated, &names, answers).filter(|_| !stated.is_empty()) else { continue };
        (column.role, column.how, column.remark) = (None, How::None, Some(why.to_owned()));
    }
}

/// Why a column with these values does not have a role; `None` where it has.
fn against(role: &Role, stated: &[&str], names: &OfficeNames, answers: &SheetAnswers<'_>) -> Option<&'static str> {
    let is_answered = |text: &str| answers.all.word(text).is_some() || answers.all.name(text).is_some();
    match role.reads {
        Reads::Count | Reads::Gender(..) => {
            let is_text = |text: &&str| {
                let folded = fold(text);
                let begins = folded.split(' ').next().unwrap_or_default();
                let is_counted = text.contains(|c: char| c.is_ascii_digit()) || IN_WORDS.contains(&begins);
                !is_counted && !is_answered(text) && matches!(count::read(text), Read::Not(_))
            };
            stated.iter().all(is_text).then_some("contiene testi, e non quante persone sono: non è stata letta")
        }
        _ if is_office(role) => {
            let kinds = [OfficeKind::Area, OfficeKind::Service, OfficeKind::Team];
            let is_number = |text: &&str| {
                let is_known = kinds.into_iter().any(|kind| !names.find(kind, text).is_empty());
                number::parse(text).is_some() && !is_known && !is_answered(text)
            };
            stated
                .iter()
                .all(is_number)
                .then_some("contiene soltanto numeri, che non sono nomi di uffici: non è stata letta")
        }
        _ => None,
    }
}
