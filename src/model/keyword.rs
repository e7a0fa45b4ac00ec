use super::is_respelling;

/// A value that the contract takes from a short list of keywords.
pub trait Keyword: Copy + 'static {
    /// Every value with its one right spelling, in the order in which people expect them.
    const KEYWORDS: &'static [(&'static str, Self)];

    /// The right spelling.
    fn keyword(self) -> &'static str;

    /// The value meant by a text, and whether the text has the right spelling.
    ///
    /// A text that differs in case, accent or spacing is understood; one with a sign beside it, such as `si*`, says more than the word.
    fn parse(text: &str) -> Option<(Self, bool)> {
        if let Some((_, value)) = Self::KEYWORDS.iter().find(|(word, _)| *word == text) {
            return Some((*value, true));
        }
        Self::KEYWORDS.iter().find(|(word, _)| is_respelling(text, word)).map(|(_, value)| (*value, false))
    }
}

/// Implements [`Keyword`] for an enumeration by listing its spellings once.
macro_rules! keywords {
    ($type:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $crate::model::Keyword for $type {
            const KEYWORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];

            fn keyword(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

pub(super) use keywords;

/// `si` or `no`.
impl Keyword for bool {
    const KEYWORDS: &'static [(&'static str, Self)] = &[("si", true), ("no", false)];

    fn keyword(self) -> &'static str {
        if self { "si" } else { "no" }
    }
}
