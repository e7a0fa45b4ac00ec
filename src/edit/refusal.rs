use super::change::Step;
use std::fmt;

/// Why a change was not made: the text is then as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(String);

impl Refusal {
    pub(super) fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }

    /// Something else stands where a list would get items.
    pub(super) fn no_list(at: &[Step]) -> Self {
        let key = at.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Item(_) => None,
        });
        let key = key.unwrap_or_default();
        Self::new(format!(
            "sotto «{key}» c'è già qualcosa che non è un elenco, e che andrebbe perduto: va corretto prima nel testo del file"
        ))
    }

    /// What the file says could not be read.
    pub(crate) fn unread() -> Self {
        Self::new(
            "il file non è in UTF-8, e non si legge: va salvato di nuovo in UTF-8 con il programma che lo ha scritto",
        )
    }

    /// The file is no text of a length that is read.
    pub(super) fn unreadable() -> Self {
        Self::new("il file non è in UTF-8 o è troppo grande, e non si legge: va corretto prima")
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
