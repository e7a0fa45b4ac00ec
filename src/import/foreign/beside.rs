use super::anchor::name_key;
use super::value::{number, states_nothing};
use super::{note, total};
use crate::import::reading::Why;

/// Why a row is no record of a table whose columns are known, where it stands beside its records: a total, a note. `cells` are those that are
/// filled, by the keys of their columns.
pub(in crate::import) fn why(table: &str, cells: &[(&str, &str)]) -> Option<Why> {
    let (_, first) = cells.first()?;
    let label = cells.iter().position(|(_, text)| total::label(text).is_some());
    let has_code = |(at, (key, text)): (usize, &(&str, &str))| {
        matches!(*key, "codice" | "id") && Some(at) != label && !note::is_note(text)
    };
    // What has a code of its own is a record, whatever it is called.
    if cells.iter().enumerate().any(has_code) {
        return None;
    }
    let is_number =
        |text: &str| total::stated(text).is_some() || number::percentage(text).is_some() || states_nothing(text);
    let words = cells.iter().enumerate().filter(|(at, (_, text))| Some(*at) != label && !is_number(text)).count();
    if label.is_some() && total::is_alone(words, cells.len()) {
        return Some(Why::Total);
    }
    let is_nameless = || name_key(table).is_none_or(|name| !cells.iter().any(|(key, _)| *key == name));
    (note::is_note(first) && (cells.len() == 1 || is_nameless())).then_some(Why::Note)
}
