/// The severity of a finding, in order from the most severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot be read or resolved; nothing is published until it is corrected. No waiver covers it.
    Error,
    /// Two readable facts disagree, or something that is published is missing.
    Warning,
    /// Advice.
    Note,
}

impl Severity {
    /// The word of the machine-readable formats.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// The word for people.
    pub fn italian(self) -> &'static str {
        match self {
            Self::Error => "errore",
            Self::Warning => "avviso",
            Self::Note => "nota",
        }
    }
}
