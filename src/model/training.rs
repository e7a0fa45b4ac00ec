use super::{Annotations, Table, Text};

/// The training plan: modules by audience.
#[derive(Debug, Default)]
pub struct Training {
    /// The marks of the matrix and what they mean.
    pub legend: Vec<LegendEntry>,
    /// Whether there is a legend that could not be read.
    pub is_legend_unread: bool,
    /// The columns.
    pub audiences: Vec<Audience>,
    /// The bands of rows; the table's marks are those of the file.
    pub groups: Table<ModuleGroup>,
}

/// A mark of the matrix.
#[derive(Debug)]
pub struct LegendEntry {
    /// The mark, such as `X`.
    pub mark: Text,
    /// Its meaning; `None` if the published text gives none.
    pub meaning: Option<Text>,
}

/// A column of the matrix.
#[derive(Debug, Default)]
pub struct Audience {
    /// Identifier.
    pub id: Text,
    /// The heading above several columns, if there is one.
    pub group: Option<Text>,
    /// Its own heading.
    pub name: Text,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

/// A band of modules.
#[derive(Debug, Default)]
pub struct ModuleGroup {
    /// Its heading.
    pub name: Text,
    /// Its modules.
    pub modules: Vec<Module>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

/// A row of the matrix.
#[derive(Debug, Default)]
pub struct Module {
    /// Its name, unique in its group.
    pub name: Text,
    /// The cells that hold a mark, in the order of the file.
    pub cells: Vec<TrainingCode>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

/// A cell of the matrix.
#[derive(Debug)]
pub struct TrainingCode {
    /// Identifier of the audience.
    pub audience: Text,
    /// The mark.
    pub mark: Text,
}

impl Training {
    /// The meaning of a mark; `None` if it is not declared or not published.
    pub fn meaning(&self, mark: &str) -> Option<&str> {
        let entry = self.legend.iter().find(|entry| entry.mark.value == mark)?;
        entry.meaning.as_ref().map(|meaning| meaning.value.as_str())
    }
}
