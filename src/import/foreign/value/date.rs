use super::{Read, on_one_line, states_nothing};
use crate::model::{Date, fold};

/// A day as ISO 8601 writes it, from `31.12.2025`, `31/12/25`, `31 dicembre 2025`.
pub(in super::super) fn read(text: &str) -> Read<String> {
    let text = on_one_line(text);
    if states_nothing(&text) {
        return Read::Blank;
    }
    find(&text).map_or_else(|| Read::Not("non è una data".to_owned()), Read::Sure)
}

/// The only day that a text names.
pub(in super::super) fn find(text: &str) -> Option<String> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let found: Vec<String> = words.windows(3).filter_map(day).collect();
    match found.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

fn day(words: &[&str]) -> Option<String> {
    let [first, second, third] = words else { return None };
    let number = |word: &str| word.parse::<i16>().ok();
    let month = |word: &str| {
        let named = Date::MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word));
        named.and_then(|at| i16::try_from(at + 1).ok()).or_else(|| number(word))
    };
    let (year, month, day) = match (first.len(), third.len()) {
        (4, _) => (number(first)?, month(second)?, number(third)?),
        (_, 4) => (number(third)?, month(second)?, number(first)?),
        (1 | 2, 2) => (2000 + number(third)?, month(second)?, number(first)?),
        _ => return None,
    };
    Date::new(year, month, day).map(Date::iso)
}
