use std::fmt;

/// Why a change was not made: the text is then as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(String);

impl Refusal {
    pub(super) fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }

    /// The text would not read as it was meant to.
    pub(super) fn misread() -> Self {
        Self::new("il modo in cui il file è scritto non permette di cambiare soltanto questo: va fatto a mano")
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
