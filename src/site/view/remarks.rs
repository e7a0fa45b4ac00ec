use crate::model::{Annotations, Callout};
use serde::Serialize;

/// What is printed beside a record: marks, a note, a doubt.
#[derive(Clone, Debug, Default, Serialize)]
pub(in crate::site) struct Remarks {
    /// Whether there is any: most rows of a long table have none.
    any: bool,
    pub(in crate::site) marks: Vec<Meaning>,
    pub(in crate::site) note: Option<String>,
    pub(in crate::site) to_verify: Option<String>,
    /// What the office accepted in writing: the reasons.
    pub(in crate::site) accepted: Vec<String>,
}

/// A mark and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Meaning {
    pub(in crate::site) mark: String,
    /// The meaning as it was published; nothing where it was not.
    pub(in crate::site) text: Option<String>,
}

impl Remarks {
    /// The remarks of a record of a file with these marks.
    pub(in crate::site) fn of(annotations: &Annotations, marks: &[Callout]) -> Self {
        let meaning = |mark: &str| {
            let known = marks.iter().find(|known| known.mark.value == mark);
            known.and_then(|known| known.text.as_ref()).map(|text| text.value.clone())
        };
        let own = annotations;
        let is_none = own.marks.is_empty() && own.note.is_none() && own.to_verify.is_none() && own.accepted.is_empty();
        Self {
            any: !is_none,
            marks: annotations
                .marks
                .iter()
                .map(|mark| Meaning { mark: mark.value.clone(), text: meaning(&mark.value) })
                .collect(),
            note: annotations.note.as_ref().map(|note| note.value.clone()),
            to_verify: annotations.to_verify.as_ref().map(|doubt| doubt.value.clone()),
            accepted: annotations.accepted.clone(),
        }
    }
}

impl From<&Callout> for Meaning {
    fn from(note: &Callout) -> Self {
        Self { mark: note.mark.value.clone(), text: note.text.as_ref().map(|text| text.value.clone()) }
    }
}
