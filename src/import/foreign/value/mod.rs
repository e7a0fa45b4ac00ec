//! What the words and numbers of a cell mean, kind by kind.

pub(super) mod code;
pub(super) mod count;
pub(super) mod date;
pub(super) mod days;
pub(super) mod explained;
pub(super) mod grade;
pub(super) mod list;
pub(super) mod mark;
pub(super) mod number;
pub(super) mod paper;
pub(super) mod phrase;
pub(super) mod risk;
pub(super) mod run_on;
pub(super) mod share;
#[cfg(test)]
mod tests;
pub(super) mod verdict;
pub(super) mod yes_no;

use crate::model::fold;

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Read<T> {
    /// Nothing: it is blank, or says that nothing is stated.
    Blank,
    /// This.
    Sure(T),
    /// Perhaps this; why not for sure.
    Doubtful(T, String),
    /// Something that is not understood; why.
    Not(String),
}

impl<T> Read<T> {
    /// The same of another value.
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Read<U> {
        match self {
            Self::Blank => Read::Blank,
            Self::Sure(value) => Read::Sure(change(value)),
            Self::Doubtful(value, why) => Read::Doubtful(change(value), why),
            Self::Not(why) => Read::Not(why),
        }
    }

    /// The same, with a doubt unless there is one already.
    pub(super) fn doubted(self, why: &str) -> Self {
        match self {
            Self::Sure(value) => Self::Doubtful(value, why.to_owned()),
            other => other,
        }
    }
}

/// Signs and words for a cell of which nothing is stated.
const NOTHING: [&str; 14] = [
    "n d",
    "nd",
    "n a",
    "na",
    "n p",
    "np",
    "n c",
    "nc",
    "non disponibile",
    "non pervenuto",
    "non rilevato",
    "non indicato",
    "non comunicato",
    "non applicabile",
];

/// Whether a cell states nothing: blank, dashes, slashes, dots, `n.d.`.
pub(super) fn states_nothing(text: &str) -> bool {
    is_stroke(text) || is_undecided(text) || NOTHING.contains(&fold(text).as_str())
}

/// Whether a cell is blank, or struck out: dashes, slashes, dots.
pub(super) fn is_stroke(text: &str) -> bool {
    // A percent sign, an asterisk or a tick alone say something.
    text.chars().all(|c| c.is_whitespace() || "-–—_/\\.…'".contains(c))
}

/// Whether a cell says that its value is not decided: `?`, `da definire`.
pub(super) fn is_undecided(text: &str) -> bool {
    let is_question = text.contains('?') && text.chars().all(|c| c.is_whitespace() || "?-–—_/\\.…'".contains(c));
    is_question || fold(text) == "da definire"
}

/// Words for the value of the row above.
const DITTO: [&str; 12] = [
    "idem",
    "id",
    "come sopra",
    "c s",
    "cs",
    "idem come sopra",
    "idem c s",
    "vedi sopra",
    "v sopra",
    "stesso",
    "stessa",
    "come riga precedente",
];

/// Whether a cell stands for the value above it.
pub(super) fn is_ditto(text: &str) -> bool {
    let text = text.trim();
    let quotes = !text.is_empty() && text.chars().all(|c| matches!(c, '"' | '“' | '”' | '″' | '〃' | '\''));
    quotes || DITTO.contains(&fold(text).as_str())
}

/// A text on one line, without spaces at its ends and twice inside.
pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
