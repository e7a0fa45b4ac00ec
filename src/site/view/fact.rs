use serde::Serialize;

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Fact {
    /// What is counted.
    pub(in crate::site) label: String,
    /// How many.
    pub(in crate::site) value: String,
    /// Of what the figure is made, or when it was taken.
    pub(in crate::site) detail: Option<String>,
    /// A page that says more, from the folder of the edition.
    pub(in crate::site) path: Option<String>,
    /// A remark that goes to the foot of the figures.
    pub(in crate::site) footnote: Option<String>,
}

impl Fact {
    /// A figure with nothing more to say of it.
    pub(in crate::site) fn of(label: &str, value: &impl ToString) -> Self {
        Self { label: label.to_owned(), value: value.to_string(), detail: None, path: None, footnote: None }
    }
}
