use super::fold;

/// A value that the contract takes from a short list of words.
pub trait Word: Copy + 'static {
    /// Every value with its one right spelling, in the order in which people expect them.
    const WORDS: &'static [(&'static str, Self)];

    /// The right spelling.
    fn word(self) -> &'static str;

    /// The value meant by a text, and whether the text has the right spelling.
    ///
    /// A text that differs in case, accent or spacing is understood.
    fn parse(text: &str) -> Option<(Self, bool)> {
        if let Some((_, value)) = Self::WORDS.iter().find(|(word, _)| *word == text) {
            return Some((*value, true));
        }
        let folded = fold(text);
        Self::WORDS.iter().find(|(word, _)| fold(word) == folded).map(|(_, value)| (*value, false))
    }
}

/// Implements [`Word`] for an enumeration by listing its spellings once.
macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $crate::model::Word for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

pub(super) use words;

/// `si` or `no`.
impl Word for bool {
    const WORDS: &'static [(&'static str, Self)] = &[("si", true), ("no", false)];

    fn word(self) -> &'static str {
        if self { "si" } else { "no" }
    }
}
