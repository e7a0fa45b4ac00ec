//! A phrase written in our words, `dell'area`, `Nessun processo proprio`, said in those of an edition.

use super::adjective::Adjective;
use super::article::{Before, Number};
use super::noun::{Noun, joined};
use super::{Concept, Words};
use crate::model::capital;
use std::borrow::Cow;

/// Our words as phrases write them, the longer ones first, each with its number; one and several smart teams are written alike.
const OURS: &[(&str, Concept, Option<Number>)] = &[
    ("rischio corruttivo", Concept::Risk, Some(Number::One)),
    ("smartabilità", Concept::Smartability, Some(Number::One)),
    ("smart team", Concept::Team, None),
    ("servizio", Concept::Service, Some(Number::One)),
    ("processo", Concept::Process, Some(Number::One)),
    ("servizi", Concept::Service, Some(Number::Many)),
    ("processi", Concept::Process, Some(Number::Many)),
    ("rischio", Concept::Risk, Some(Number::One)),
    ("aree", Concept::Area, Some(Number::Many)),
    ("area", Concept::Area, Some(Number::One)),
];

/// What stands before several things whose word alone does not say so.
const SEVERAL: &[&str] =
    &["i", "gli", "le", "dei", "degli", "ai", "agli", "nei", "negli", "tutti", "più", "altri", "questi"];

/// Stems of words that take the endings of `un`.
const INDEFINITE: &[&str] = &["un", "nessun", "ciascun"];

/// A phrase with one of our words, in the words of an edition. Where the word is ours, it is said as it is written.
///
/// A `+` before it says that there are several. `contato|processo` is a word that agrees with one that stands elsewhere. `gruppi!smart team`
/// is said only where the word is ours, `gruppi@smart team` only where it is not; `lo smart team@` is itself said only there.
pub(super) fn said<'p>(phrase: &'p str, words: &Words) -> Cow<'p, str> {
    if let Some(own) = phrase.strip_suffix('@') {
        let is_own = concept(&lowered(own)).is_some_and(|(_, _, concept, _)| words.has_own(concept));
        return if is_own { said(own, words) } else { Cow::Borrowed("") };
    }
    if let Some((text, noun)) = phrase.split_once(['!', '@']) {
        let is_own = concept(noun).is_some_and(|(_, _, concept, _)| words.has_own(concept));
        let is_said = is_own == phrase[text.len()..].starts_with('@');
        return Cow::Borrowed(if is_said { text } else { "" });
    }
    let (plain, is_marked) = phrase.strip_prefix('+').map_or((phrase, false), |plain| (plain, true));
    let (shown, noun_at) = plain.split_once('|').map_or((plain, plain), |(shown, noun)| (shown, noun));
    let lower = lowered(noun_at);
    let Some((at, our, concept, number)) = concept(&lower) else { return Cow::Borrowed(shown) };
    let Some(noun) = words.own(concept) else { return Cow::Borrowed(shown) };
    let before = &lower[..at];
    let many = is_marked || noun_at.starts_with('+') || before.split_whitespace().any(|word| SEVERAL.contains(&word));
    let number = number.unwrap_or(if many { Number::Many } else { Number::One });
    let said = if plain.contains('|') {
        agreeing(&lowered(shown), noun, number)
    } else {
        let after = lower[at + our.len()..].trim();
        let mut said = with_before(before.trim(), noun, number);
        if !after.is_empty() {
            said.push(' ');
            said.push_str(&agreeing(after, noun, number));
        }
        said
    };
    Cow::Owned(if shown.starts_with(char::is_uppercase) { capital(&said) } else { said })
}

/// Where one of our words stands, which it is, of what, and of how many.
fn concept(phrase: &str) -> Option<(usize, &'static str, Concept, Option<Number>)> {
    OURS.iter().find_map(|(our, concept, number)| Some((phrase.find(our)?, *our, *concept, *number)))
}

/// A text with its first letter in lower case.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// The noun after what stands before it, of which the last word takes its article or its ending.
fn with_before(before: &str, noun: &Noun, number: Number) -> String {
    if before.contains(' ') && Adjective::known(before).is_some() {
        let said = agreeing(before, noun, number);
        // `la loro` needs a gender; without one the article alone is right.
        let is_told = noun.gender(number).is_some();
        return if is_told { joined(&said, noun.bare(number)) } else { noun.form(number).after(Before::Article) };
    }
    // `dell'area` is one word of ours, but two here.
    let (first, last) = before.rsplit_once(' ').unwrap_or(("", before));
    let bare = || joined(&agreeing(last, noun, number), noun.bare(number));
    let last = determined(last, noun, number).unwrap_or_else(bare);
    if first.is_empty() { last } else { format!("{} {last}", agreeing(first, noun, number)) }
}

/// The noun after an article, a preposition with one, or a word with the endings of one.
fn determined(word: &str, noun: &Noun, number: Number) -> Option<String> {
    if let Some(before) = Before::ALL.into_iter().find(|before| before.forms().contains(&word)) {
        return Some(noun.form(number).after(before));
    }
    if word.starts_with("quest") {
        return noun.with_this(number);
    }
    let stem = word.trim_end_matches(['o', 'a', '\'']);
    INDEFINITE.contains(&stem).then(|| noun.with_indefinite(stem)).flatten()
}

/// Words that agree with the noun; others stay as they are, and so do all where its gender is not told.
fn agreeing(words: &str, noun: &Noun, number: Number) -> String {
    let Some(gender) = noun.gender(number) else { return words.to_owned() };
    if let Some(adjective) = Adjective::known(words) {
        return adjective.agreeing(gender, number).to_owned();
    }
    let said = words.split(' ').map(|word| Adjective::known(word).map_or(word, |word| word.agreeing(gender, number)));
    said.collect::<Vec<_>>().join(" ")
}
