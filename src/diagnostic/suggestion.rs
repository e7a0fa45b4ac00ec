use super::{Finding, Fix, difference, look_alike};
use crate::model::is_respelling;
use crate::source::{Sources, Span};
use std::collections::BTreeMap;

/// A known word that was probably meant by one that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to do, in a few words.
    pub help: String,
    /// The correction; certain only if all that was written is still there.
    pub fix: Option<Fix>,
}

impl Suggestion {
    /// That `meant` should stand at `span`, where `written` stands.
    pub fn new(sources: &Sources, span: Span, written: &str, meant: &str) -> Self {
        let alike = look_alike(written, meant);
        let help = match difference(written, meant).filter(|_| alike) {
            Some(difference) => format!("scrivere `{meant}`: {difference}"),
            None => format!("forse si intendeva `{meant}`"),
        };
        let same = alike || is_respelling(written, meant) || is_slip(written, meant);
        let fix = Fix::scalar(sources.get(span.source), span, written, meant);
        Self { help, fix: if same { fix } else { fix.map(Fix::guess) } }
    }

    /// The same where what was meant is not known by its spelling alone.
    #[must_use]
    pub fn as_guess(self) -> Self {
        Self { fix: self.fix.map(Fix::guess), ..self }
    }
}

impl Finding {
    /// Says what was probably meant.
    #[must_use]
    pub fn suggest(self, suggestion: Suggestion) -> Self {
        self.help(suggestion.help).fix(suggestion.fix)
    }
}

/// Whether a word is another one with letters left out, doubled or swapped inside longer words, so that nothing that was written is lost.
///
/// What differs in a number, in a short word or at an end of a word may be the name of something else: `area-b`, `risorsa`, `ufficio-2`.
fn is_slip(written: &str, meant: &str) -> bool {
    let parts = |text: &str| text.split(['-', '_', ' ']).map(str::to_lowercase).collect::<Vec<_>>();
    let (written, meant) = (parts(written), parts(meant));
    written.len() == meant.len() && written.iter().zip(&meant).all(|(word, right)| word == right || keeps(word, right))
}

fn keeps(word: &str, right: &str) -> bool {
    let ends = |word: &str| (word.chars().next(), word.chars().next_back());
    let long = word.chars().count().min(right.chars().count()) >= 5;
    let plain = word.chars().chain(right.chars()).all(char::is_alphabetic);
    let rest = letters(right);
    let kept = letters(word).into_iter().all(|(letter, times)| rest.get(&letter).is_some_and(|there| *there >= times));
    long && plain && ends(word) == ends(right) && kept
}

/// How often each letter stands in a word; a doubled one counts once.
fn letters(word: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    let mut last = None;
    for c in word.chars() {
        if last != Some(c) {
            *counts.entry(c).or_insert(0) += 1;
        }
        last = Some(c);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn certain(written: &str, meant: &str) -> bool {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("a.yaml", written));
        let fix = Suggestion::new(&sources, Span::new(id, 0, written.len()), written, meant).fix;
        fix.expect("a correction").is_certain()
    }

    #[test]
    fn a_slip_that_loses_nothing_is_certain() {
        for (written, meant) in [
            ("avocatura-civica", "avvocatura-civica"),
            ("avvvocatura", "avvocatura"),
            ("avvcoatura", "avvocatura"),
            ("Tributti", "tributi"),
            ("finalità", "finalita"),
            ("trіbuti", "tributi"),
            ("servizi–sociali", "servizi-sociali"),
            ("supporti cartacei", "supporti_cartacei"),
        ] {
            assert!(certain(written, meant), "{written}");
        }
    }

    #[test]
    fn what_may_be_the_name_of_something_else_is_not() {
        for (written, meant) in [
            ("area-b", "area-a"),
            ("servizi-finanziari-b", "servizi-finanziari"),
            ("servizi-finanziari", "servizi-finanziari-a"),
            ("sportello-1", "sportello-2"),
            ("sportello1", "sportello2"),
            ("risorsa", "risorse"),
            ("tributy", "tributi"),
            ("ufficio-ab", "ufficio-ba"),
            ("tributi*", "tributi"),
            ("on", "no"),
            ("ni", "no"),
        ] {
            assert!(!certain(written, meant), "{written}");
        }
    }
}
