use crate::model::{Annotations, Callout, Table};
use serde::Serialize;
use std::borrow::Cow;

/// What is printed beside a record.
#[derive(Debug, Serialize)]
pub(crate) struct Remarks<'a> {
    pub(crate) marks: Vec<&'a str>,
    /// The note, and what the office accepted in writing.
    pub(crate) note: Option<Cow<'a, str>>,
    pub(crate) to_verify: Option<&'a str>,
}

impl<'a> From<&'a Annotations> for Remarks<'a> {
    fn from(annotations: &'a Annotations) -> Self {
        Self {
            marks: annotations.marks.iter().map(|mark| mark.value.as_str()).collect(),
            note: note(annotations),
            to_verify: annotations.to_verify.as_ref().map(|doubt| doubt.value.as_str()),
        }
    }
}

/// What is said below a record.
fn note(annotations: &Annotations) -> Option<Cow<'_, str>> {
    let note = annotations.note.as_ref().map(|note| Cow::from(note.value.as_str()));
    let accepted = annotations.accepted.iter().map(|reason| Cow::from(format!("Nota dell'ufficio: {reason}")));
    note.into_iter().chain(accepted).reduce(|all, more| Cow::from(format!("{all} {more}")))
}

/// A mark and what it means; nothing where the published text does not say.
#[derive(Debug, Serialize)]
pub(crate) struct Meaning<'a> {
    pub(crate) mark: &'a str,
    pub(crate) text: Option<&'a str>,
}

impl<'a> Meaning<'a> {
    /// A mark and its meaning.
    pub(crate) fn new(mark: &'a str, text: Option<&'a str>) -> Self {
        Self { mark, text }
    }

    /// The marks of a table.
    pub(crate) fn all<T>(table: &'a Table<T>) -> Vec<Self> {
        table.marks.iter().map(Self::from).collect()
    }
}

impl<'a> From<&'a Callout> for Meaning<'a> {
    fn from(note: &'a Callout) -> Self {
        Self::new(&note.mark.value, note.text.as_ref().map(|text| text.value.as_str()))
    }
}
