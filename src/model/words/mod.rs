//! What an administration calls the things of which an annex speaks: `la Direzione` for an area, `l'attività` for a process.
//!
//! Owns the six words with their articles, number and gender, and every form of them that a sentence needs. Whoever writes a sentence
//! with one of them writes it in our words between brackets, `[L'area] non ha [servizi propri]`, and says it through [`Words`]. An article
//! or a gender is never guessed: both are read in what the administration wrote.

mod adjective;
mod article;
mod forms;
mod noun;
mod phrase;

pub use article::{Before, Gender, Number};
pub use forms::WordForms;
pub use noun::{Noun, NounFault, NounForm};

use super::keyword::keywords;
use super::{Keyword as _, capital};
use elsa::sync::FrozenMap;
use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};
use std::sync::LazyLock;

/// A thing of which an annex speaks, and which an administration may call by a word of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // Each is what its name says.
pub enum Concept {
    Area,
    Service,
    Team,
    Process,
    Smartability,
    Risk,
}

keywords!(Concept {
    Area = "area",
    Service = "servizio",
    Team = "smart_team",
    Process = "processo",
    Smartability = "smartabilita",
    Risk = "rischio",
});

impl Concept {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Area, Self::Service, Self::Team, Self::Process, Self::Smartability, Self::Risk];

    /// Whether there are several of it, so that its word needs a plural.
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Smartability | Self::Risk)
    }

    /// Our word, with its articles.
    pub const fn usual(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Area => ("l'area", Some("le aree")),
            Self::Service => ("il servizio", Some("i servizi")),
            Self::Team => ("lo smart team", Some("gli smart team")),
            Self::Process => ("il processo", Some("i processi")),
            Self::Smartability => ("la smartabilità", None),
            Self::Risk => ("il rischio corruttivo", None),
        }
    }
}

/// Our words.
static USUAL: LazyLock<[Option<Noun>; 6]> = LazyLock::new(|| {
    Concept::ALL.map(|concept| {
        let (one, many) = concept.usual();
        Noun::read(one, many).ok()
    })
});

/// The words of an edition.
#[derive(Default)]
pub struct Words {
    /// Those that are the administration's own, in the order of [`Concept::ALL`].
    own: [Option<Noun>; 6],
    /// What was already said with them: each phrase once an edition.
    said: FrozenMap<&'static str, String>,
}

impl Words {
    /// Calls something by a word of the administration.
    pub fn set(&mut self, concept: Concept, noun: Noun) {
        self.own[concept as usize] = Some(noun);
        self.said = FrozenMap::new();
    }

    /// Whether the administration has its own word for something.
    pub fn has_own(&self, concept: Concept) -> bool {
        self.own[concept as usize].is_some()
    }

    /// The administration's own word for something.
    pub fn own(&self, concept: Concept) -> Option<&Noun> {
        self.own[concept as usize].as_ref()
    }

    /// The word for something.
    pub fn noun(&self, concept: Concept) -> Option<&Noun> {
        self.own(concept).or_else(|| USUAL[concept as usize].as_ref())
    }

    /// A text whose phrases between brackets speak of such things in our words, in those of the edition.
    pub fn say(&self, text: &'static str) -> &str {
        if !text.contains('[') {
            return text;
        }
        self.said.get(text).unwrap_or_else(|| self.said.insert(text, self.fill(text, &[])))
    }

    /// Likewise, with a value in the place of each `{}`; what stands in the values is left as it is.
    pub fn fill(&self, text: &str, values: &[&dyn Display]) -> String {
        let mut said = String::with_capacity(text.len() + 32);
        let mut values = values.iter();
        let mut rest = text;
        while let Some(at) = rest.find(['[', '{']) {
            said.push_str(&rest[..at]);
            let is_phrase = rest[at..].starts_with('[');
            let (open, close) = if is_phrase { ('[', ']') } else { ('{', '}') };
            let inner = rest[at..].strip_prefix(open).and_then(|inner| inner.split_once(close));
            let Some((inner, after)) = inner else { break };
            if is_phrase {
                said.push_str(&phrase::said(inner, self));
            } else if let Some(value) = values.next() {
                let _ = write!(said, "{value}");
            }
            rest = after;
        }
        said + rest.trim_start_matches(['[', '{'])
    }

    /// So many of something: `1 processo`, `0 processi`.
    pub fn count(&self, number: u64, concept: Concept) -> String {
        let word =
            self.noun(concept).map_or("", |noun| noun.bare(if number == 1 { Number::One } else { Number::Many }));
        format!("{number} {word}")
    }

    /// A name with the word for what it is before it, `Servizio: Tributi`; alone where it begins with a word of the administration's own.
    pub fn titled(&self, concept: Concept, between: &str, name: &str) -> String {
        match self.noun(concept).map(|noun| noun.form(Number::One)) {
            Some(word) if !(self.has_own(concept) && word.begins(name)) => {
                format!("{}{between}{name}", capital(&word.word))
            }
            _ => name.to_owned(),
        }
    }

    /// Their forms for templates, by the keys of `parole`.
    pub fn forms(&self) -> BTreeMap<&'static str, WordForms> {
        let known = |concept: Concept| Some((concept.keyword(), forms::of(self.noun(concept)?)));
        Concept::ALL.into_iter().filter_map(known).collect()
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Words").field("own", &self.own).finish_non_exhaustive()
    }
}

impl Clone for Words {
    fn clone(&self) -> Self {
        Self { own: self.own.clone(), said: FrozenMap::new() }
    }
}

#[cfg(test)]
mod tests;
