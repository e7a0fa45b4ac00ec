//! The filters of Tavola 1 by the columns that the administration adds to it.

use crate::model::{OwnColumn, OwnKind, fold, slug};
use crate::site::context::EditionContext;
use crate::tables::{self, PROCESSES, RecordNames};

/// A column of its own by which the rows of Tavola 1 can be filtered.
#[derive(Debug)]
pub(in crate::site) struct OwnFilter<'a> {
    names: RecordNames<'a>,
    column: &'a OwnColumn,
}

/// A value of such a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::site) struct OwnChoice {
    /// As addresses and attributes hold it, without spaces.
    pub(in crate::site) value: String,
    /// As people read it.
    pub(in crate::site) name: String,
}

impl<'a> OwnFilter<'a> {
    /// Those of an edition, in the order of its columns.
    pub(in crate::site) fn all(context: &'a EditionContext<'_>) -> Vec<Self> {
        let names = context.record_names();
        let columns = context.columns.own(context.edition, &PROCESSES).into_iter().filter(|column| column.filter);
        columns.map(|column| Self { names, column }).collect()
    }

    /// Its name in addresses and attributes, which no filter of the program has.
    pub(in crate::site) fn key(&self) -> String {
        format!("colonna-{}", self.column.key.value)
    }

    /// What it is called.
    pub(in crate::site) fn label(&self) -> String {
        PROCESSES.added_heading(self.names.edition, self.column).to_owned()
    }

    /// The values of a row.
    pub(in crate::site) fn values(&self, row: usize) -> Vec<OwnChoice> {
        let process = &self.names.edition.processes.rows[row];
        let value = tables::own_value(self.column, Some(&process.annotations));
        let names = self.names.spoken(tables::own_kind(self.column), value).into_iter();
        names.map(|name| OwnChoice { value: slug(&name), name }).filter(|choice| !choice.value.is_empty()).collect()
    }

    /// All values of the rows, each with how many have it: choices in their own order, texts in that of the alphabet, other values
    /// as they come.
    pub(in crate::site) fn choices(&self) -> Vec<(OwnChoice, usize)> {
        let mut choices: Vec<(OwnChoice, usize)> = Vec::new();
        for row in 0..self.names.edition.processes.rows.len() {
            let mut counted: Vec<String> = Vec::new();
            for choice in self.values(row) {
                if counted.contains(&choice.value) {
                    continue;
                }
                counted.push(choice.value.clone());
                match choices.iter_mut().find(|(known, _)| known.value == choice.value) {
                    Some((_, count)) => *count += 1,
                    None => choices.push((choice, 1)),
                }
            }
        }
        match &self.column.kind {
            OwnKind::Choice(words) => {
                choices.sort_by_key(|(choice, _)| words.iter().position(|word| word.value == choice.name));
            }
            OwnKind::Text | OwnKind::Texts | OwnKind::References(_) => {
                choices.sort_by_cached_key(|(choice, _)| fold(&choice.name));
            }
            OwnKind::YesNo => choices.sort_by_key(|(choice, _)| choice.value == "no"),
            OwnKind::Number | OwnKind::Date | OwnKind::Address => {}
        }
        choices
    }
}
