use crate::model::{Annotations, Callout};
use serde::{Serialize, Serializer};
use std::sync::LazyLock;
use tera::Value;

/// What is printed beside a record: marks, a note, a doubt.
#[derive(Clone, Debug, Default)]
pub(in crate::site) struct Remarks {
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
        Self {
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

impl Remarks {
    fn are_none(&self) -> bool {
        self.marks.is_empty() && self.note.is_none() && self.to_verify.is_none() && self.accepted.is_empty()
    }
}

/// What templates read of remarks.
#[derive(Serialize)]
struct Said<'r> {
    any: bool,
    marks: &'r [Meaning],
    note: &'r Option<String>,
    to_verify: &'r Option<String>,
    accepted: &'r [String],
}

impl<'r> From<&'r Remarks> for Said<'r> {
    fn from(remarks: &'r Remarks) -> Self {
        let Remarks { marks, note, to_verify, accepted } = remarks;
        Self { any: !remarks.are_none(), marks, note, to_verify, accepted }
    }
}

/// Most rows of a long table have no remarks: these share one value.
static NONE: LazyLock<Option<Value>> =
    LazyLock::new(|| Value::try_from_serializable(&Said::from(&Remarks::default())).ok());

impl Serialize for Remarks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match NONE.as_ref().filter(|_| self.are_none()) {
            Some(none) => none.serialize(serializer),
            None => Said::from(self).serialize(serializer),
        }
    }
}

impl From<&Callout> for Meaning {
    fn from(note: &Callout) -> Self {
        Self { mark: note.mark.value.clone(), text: note.text.as_ref().map(|text| text.value.clone()) }
    }
}
