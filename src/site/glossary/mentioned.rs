use crate::model::{Edition, capitals};
use crate::tables;
use std::collections::HashSet;

/// The words in capitals that the chapters and the tables of an edition use.
pub(super) fn mentioned(edition: &Edition) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut add = |text: &str| found.extend(capitals(text).map(|(_, letters)| letters.to_owned()));
    for row in tables::rows(edition) {
        for (column, value) in row.values {
            if column.kind.is_prose() {
                value.texts().iter().for_each(|text| add(&text.value));
            }
        }
    }
    for chapter in &edition.chapters {
        add(&chapter.title.value);
        add(&chapter.body.value);
    }
    found
}
