use super::{Annotations, Date, Spanned, Text};

/// A law, a contract or an act that the annex rests on.
#[derive(Debug, Default)]
pub struct LegalReference {
    /// The act, as it is cited.
    pub act: Text,
    /// Its date.
    pub date: Option<Spanned<Date>>,
    /// What it governs.
    pub subject: Option<Text>,
    /// Where it can be read.
    pub url: Option<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
