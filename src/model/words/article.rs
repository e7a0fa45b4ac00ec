/// The gender of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its name says.
pub enum Gender {
    Masculine,
    Feminine,
}

/// One of something, or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Each is what its name says.
pub enum Number {
    One,
    Many,
}

/// A definite article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Each is the article of that name; `Elided` is `l'`.
pub enum Article {
    Il,
    Lo,
    La,
    Elided,
    I,
    Gli,
    Le,
}

impl Article {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Il, Self::Lo, Self::La, Self::Elided, Self::I, Self::Gli, Self::Le];

    /// As it is written.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Il => "il",
            Self::Lo => "lo",
            Self::La => "la",
            Self::Elided => "l'",
            Self::I => "i",
            Self::Gli => "gli",
            Self::Le => "le",
        }
    }

    /// The article that is written so.
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|article| article.text() == text)
    }

    /// Of how many it speaks.
    pub const fn number(self) -> Number {
        match self {
            Self::I | Self::Gli | Self::Le => Number::Many,
            _ => Number::One,
        }
    }

    /// The gender that it tells.
    pub const fn gender(self) -> Option<Gender> {
        match self {
            Self::Il | Self::Lo | Self::I | Self::Gli => Some(Gender::Masculine),
            Self::La | Self::Le => Some(Gender::Feminine),
            Self::Elided => None,
        }
    }

    /// What it becomes with a word before it, itself included: `della`, `nell'`.
    pub const fn after(self, word: Before) -> &'static str {
        let column = match self {
            Self::Il => 0,
            Self::Lo => 1,
            Self::La => 2,
            Self::Elided => 3,
            Self::I => 4,
            Self::Gli => 5,
            Self::Le => 6,
        };
        word.forms()[column]
    }
}

/// What stands before a noun together with its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The article alone.
    Article,
    /// `di`
    Of,
    /// `a`
    To,
    /// `in`
    In,
    /// `da`
    From,
    /// `su`
    On,
}

impl Before {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Article, Self::Of, Self::To, Self::In, Self::From, Self::On];

    /// Joined to each article, in the order of the articles.
    pub const fn forms(self) -> [&'static str; 7] {
        match self {
            Self::Article => ["il", "lo", "la", "l'", "i", "gli", "le"],
            Self::Of => ["del", "dello", "della", "dell'", "dei", "degli", "delle"],
            Self::To => ["al", "allo", "alla", "all'", "ai", "agli", "alle"],
            Self::In => ["nel", "nello", "nella", "nell'", "nei", "negli", "nelle"],
            Self::From => ["dal", "dallo", "dalla", "dall'", "dai", "dagli", "dalle"],
            Self::On => ["sul", "sullo", "sulla", "sull'", "sui", "sugli", "sulle"],
        }
    }
}
