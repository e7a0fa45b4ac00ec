/// A file with what it said and what it says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    /// Its path, as it was given.
    pub path: String,
    /// What it said; `None` if there was none.
    pub before: Option<String>,
    /// What it says.
    pub after: String,
}
