use super::Text;

/// What may stand on every record of every table.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// A text shown with the record.
    pub note: Option<Text>,
    /// The marks printed beside it, such as `*` or `(1)`.
    pub marks: Vec<Text>,
    /// What an editor could not read for sure.
    pub to_verify: Option<Text>,
}
