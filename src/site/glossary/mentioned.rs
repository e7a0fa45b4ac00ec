use super::found::Forms;
use crate::model::{Edition, capitals};
use crate::tables;
use std::collections::HashSet;

/// What the chapters and the tables of an edition use of words that a glossary may explain.
#[derive(Debug, Default)]
pub(super) struct Mentioned {
    /// The words in capitals.
    pub(super) letters: HashSet<String>,
    /// The numbers of the terms.
    pub(super) terms: HashSet<usize>,
}

impl Mentioned {
    /// What an edition uses of these terms.
    pub(super) fn of(edition: &Edition, terms: &Forms) -> Self {
        let mut mentioned = Self::default();
        for row in tables::rows(edition) {
            for (column, value) in row.values {
                if column.kind.is_prose() {
                    value.texts().iter().for_each(|text| mentioned.add(&text.value, terms));
                }
            }
        }
        for chapter in &edition.chapters {
            mentioned.add(&chapter.title.value, terms);
            mentioned.add(&chapter.body.value, terms);
        }
        mentioned
    }

    fn add(&mut self, text: &str, terms: &Forms) {
        self.letters.extend(capitals(text).map(|(_, letters)| letters.to_owned()));
        self.terms.extend(terms.find(text).into_iter().map(|found| found.term));
    }
}
