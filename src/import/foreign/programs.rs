//! Which computer programs a cell names.

use super::names::{Likeness, likeness};
use super::record::RowReader;
use super::value::{Read, list};
use crate::edit::Written;
use crate::import::Draft;
use crate::model::{Edition, slug};

/// The programs of a cell.
#[derive(Debug, Default)]
pub(super) struct Programs {
    /// The identifiers of those that the edition has.
    pub(super) known: Vec<String>,
    /// Of those among them that have no identifier yet, the name and the one that they get.
    pub(super) unidentified: Vec<(String, String)>,
    /// The names of others.
    pub(super) unknown: Vec<String>,
}

/// The programs of a cell.
pub(super) fn programs(edition: &Edition, text: &str) -> Programs {
    let items = match list::read(text, &list::Separator::Found) {
        Read::Sure(items) | Read::Doubtful(items, _) => items,
        _ => Vec::new(),
    };
    let is_free =
        |id: &str| !edition.software.rows.iter().any(|row| row.id.as_ref().is_some_and(|own| own.value == id));
    let mut programs = Programs::default();
    for item in items.iter().flat_map(|item| item.split(", ")) {
        let program = edition.software.rows.iter().find(|program| {
            likeness(item, &program.name.value).is_some_and(|likeness| likeness >= Likeness::Bare)
                || program.id.as_ref().is_some_and(|id| id.value == item)
        });
        match program.map(|program| (&program.name.value, program.id.as_ref())) {
            Some((_, Some(id))) => programs.known.push(id.value.clone()),
            Some((name, None)) if !slug(name).is_empty() && is_free(&slug(name)) => {
                programs.known.push(slug(name));
                programs.unidentified.push((name.clone(), slug(name)));
            }
            _ => programs.unknown.push(item.to_owned()),
        }
    }
    programs
}

impl RowReader<'_, '_, '_> {
    /// Gives a program of the edition the identifier by which a process names it.
    pub(super) fn identify_program(&mut self, row: usize, name: &str, id: &str) {
        let fields = vec![("id".to_owned(), Written::text(id)), ("nome".to_owned(), Written::text(name))];
        let is_told = |draft: &Draft| draft.table == "software" && draft.fields == fields;
        if !self.reading.drafts.iter().any(is_told) {
            let (table, sheet) = ("software".to_owned(), self.reading.name.clone());
            self.reading.drafts.push(Draft { table, sheet, row: row + 1, fields, to_verify: None });
        }
    }
}
