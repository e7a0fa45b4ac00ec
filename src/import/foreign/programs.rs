//! Which computer programs a cell names.

use super::names::{Likeness, likeness};
use super::value::{Read, list};
use crate::model::Edition;

/// The programs of a cell.
pub(super) fn programs(edition: &Edition, text: &str) -> (Vec<String>, Vec<String>) {
    let items = match list::read(text, &list::Separator::Found) {
        Read::Sure(items) | Read::Doubtful(items, _) => items,
        _ => Vec::new(),
    };
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for item in items.iter().flat_map(|item| item.split(", ")) {
        let program = edition.software.rows.iter().find(|program| {
            likeness(item, &program.name.value).is_some_and(|likeness| likeness >= Likeness::Bare)
                || program.id.as_ref().is_some_and(|id| id.value == item)
        });
        match program.and_then(|program| program.id.as_ref()) {
            Some(id) => known.push(id.value.clone()),
            None => unknown.push(item.to_owned()),
        }
    }
    (known, unknown)
}
