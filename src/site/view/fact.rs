use super::Chip;
use serde::Serialize;

/// A part of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Part {
    /// What its members have in common.
    pub(in crate::site) chip: Chip,
    /// How many they are.
    pub(in crate::site) count: usize,
    /// Of a hundred.
    pub(in crate::site) share: usize,
}

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Fact {
    /// What is counted.
    pub(in crate::site) label: String,
    /// How many.
    pub(in crate::site) value: String,
    /// Of what the figure is made, or when it was taken.
    pub(in crate::site) detail: Option<String>,
    /// The parts that it is made of, drawn as a bar.
    pub(in crate::site) parts: Vec<Part>,
    /// A page that says more, from the folder of the edition.
    pub(in crate::site) path: Option<String>,
    /// A remark that goes to the foot of the figures.
    pub(in crate::site) footnote: Option<String>,
}

impl Fact {
    /// A figure with nothing more to say of it.
    pub(in crate::site) fn of(label: &str, value: &impl ToString) -> Self {
        Self {
            label: label.to_owned(),
            value: value.to_string(),
            detail: None,
            parts: Vec::new(),
            path: None,
            footnote: None,
        }
    }
}
