//! A table of what is left out of agile work: its letters, which go on over the rows below them, and what each row leaves out.

use super::blocks::column_of;
use super::fields::Fields;
use super::grid::Grid;
use super::header::Header;
use super::heading::words;
use super::value::{on_one_line, states_nothing};
use super::vocabulary::Vocabulary;
use crate::edit::Written;
use crate::import::Draft;
use crate::import::reading::How;
use crate::model::fold;

/// A letter, or a number in its place, has no more signs.
const LONGEST: usize = 4;
/// Headings of other tables under which letters may stand.
const LETTERS: [&str; 6] = ["codice", "riferimento", "rif", "id", "sigla", "voce"];

/// The column of what the rows leave out, where there is one alone.
pub(super) fn subject(header: &Header) -> Option<usize> {
    match (column_of(header, "profili"), column_of(header, "attivita")) {
        (Some(at), None) | (None, Some(at)) => Some(at),
        _ => None,
    }
}

/// Whether a row says what it leaves out.
pub(super) fn has_subject(fields: &Fields) -> bool {
    fields.has("profili") || fields.has("attivita")
}

/// Adds a record; what stands below one letter and in one place is one.
pub(super) fn add(drafts: &mut Vec<Draft>, draft: Draft) {
    let is_list = |key: &str| matches!(key, "profili" | "attivita");
    let others = |draft: &Draft| draft.fields.iter().filter(|(key, _)| !is_list(key)).cloned().collect::<Vec<_>>();
    let lists = |draft: &Draft| {
        draft.fields.iter().filter(|(key, _)| is_list(key)).map(|(key, _)| key.clone()).collect::<Vec<_>>()
    };
    let has_letter = draft.fields.iter().any(|(key, _)| key == "lettera");
    match drafts.last_mut() {
        Some(last) if has_letter && others(last) == others(&draft) && lists(last) == lists(&draft) => {
            for (key, value) in draft.fields.into_iter().filter(|(key, _)| is_list(key)) {
                if let (Some((_, Written::List(known))), Written::List(items)) =
                    (last.fields.iter_mut().find(|(own, _)| *own == key), value)
                {
                    known.extend(items);
                }
            }
            let doubts = [last.to_verify.take(), draft.to_verify].into_iter().flatten().collect::<Vec<_>>();
            last.to_verify = (!doubts.is_empty()).then(|| doubts.join(". "));
        }
        _ => drafts.push(draft),
    }
}

/// A letter of the list without the signs and the word beside it: `lett. a)`.
pub(super) fn letter(text: &str) -> String {
    let text = on_one_line(text);
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let rest =
        bare.split_once([' ', '.']).filter(|(word, _)| matches!(fold(word).as_str(), "lettera" | "lett" | "punto"));
    let rest = rest.map_or(bare, |(_, rest)| rest.trim_matches(|c: char| !c.is_alphanumeric()));
    if rest.is_empty() { text } else { rest.to_owned() }
}

impl Header {
    /// In a table of exclusions the letters may stand under `Codice`.
    pub(super) fn letter_by_code(&mut self, grid: &Grid<'_>, vocabulary: &Vocabulary) {
        let Some(role) = vocabulary.roles.iter().find(|role| role.key == "lettera") else { return };
        if self.columns.iter().any(|column| column.role.as_ref().is_some_and(|known| known.key == "lettera")) {
            return;
        }
        let first = self.rows.last().map_or(0, |last| last + 1);
        let holds_letters = |at: usize| {
            let texts = (first..grid.height()).map(|row| grid.text(row, at)).filter(|text| !states_nothing(text));
            let mut texts = texts.map(letter).peekable();
            texts.peek().is_some() && texts.all(|text| text.chars().count() <= LONGEST)
        };
        let is_open = |heading: &str| LETTERS.contains(&words(heading).as_str());
        let column = self
            .columns
            .iter_mut()
            .find(|column| column.how == How::None && is_open(&column.heading) && holds_letters(column.at));
        if let Some(column) = column {
            (column.role, column.how, column.remark) = (Some(role.clone()), How::Heading, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_bare() {
        for (text, right) in [
            ("a)", "a"),
            ("lett. b)", "b"),
            ("Lettera C", "C"),
            ("(d)", "d"),
            ("1.", "1"),
            ("a bis)", "a bis"),
            ("lettera", "lettera"),
            ("-", "-"),
        ] {
            assert_eq!(letter(text), right, "{text}");
        }
    }
}
