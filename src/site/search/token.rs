//! Words as the search compares them: folded, with the stem that several forms have in common.

use crate::model::{ProcessCode, fold};
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Words that are in nearly every text: they find nothing. The page of the search gets the same list.
pub(super) const COMMON: &[&str] = &[
    "ad", "agli", "ai", "al", "alla", "alle", "allo", "che", "col", "con", "da", "dagli", "dai", "dal", "dalla",
    "dalle", "degli", "dei", "del", "dell", "della", "delle", "dello", "di", "ed", "gli", "il", "in", "la", "le", "lo",
    "nei", "nel", "nell", "nella", "nelle", "per", "su", "sul", "sulla", "sulle", "tra", "un", "una", "uno",
];

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Lower case, without accents; a code keeps its hyphens.
    pub(super) word: String,
    /// What is left without its ending, folded after it was found: endings are told apart by their accents.
    pub(super) stem: String,
}

/// Makes words comparable.
pub(super) struct Tokenizer(Stemmer);

impl Tokenizer {
    pub(super) fn new() -> Self {
        Self(Stemmer::create(Algorithm::Italian))
    }

    /// A word as it is written; `None` if it says nothing: a single letter, a common word.
    pub(super) fn token(&self, written: &str) -> Option<Token> {
        // Only the code of a process holds a hyphen.
        if written.contains('-') {
            let word = written.to_lowercase();
            return Some(Token { stem: word.clone(), word });
        }
        let word = fold(written);
        if word.chars().count() < 2 || COMMON.contains(&word.as_str()) {
            return None;
        }
        let stem = fold(&self.0.stem(&written.to_lowercase()));
        Some(Token { word, stem })
    }
}

/// A name that is known as a whole, where its words do not say it: `A/1` and `a 1` are `a-1`. One of a single word ends in a hyphen,
/// which no word of a text does. `None` if it has neither letters nor digits.
pub(super) fn key(name: &str) -> Option<String> {
    joined(&pieces(name))
}

/// The names within a title that are made of single letters and digits, which are no words: of `Gruppo A&B`, `a-b`.
pub(super) fn letter_names(title: &str) -> Vec<String> {
    let pieces = pieces(title);
    let runs = pieces.chunk_by(|one, next| is_letter(one) && is_letter(next));
    runs.filter(|run| run.len() > 1).filter_map(joined).collect()
}

fn is_letter(piece: &str) -> bool {
    piece.chars().count() == 1
}

/// All that stands between signs and spaces, folded.
fn pieces(text: &str) -> Vec<String> {
    composed(text).split(parts_words).map(fold).filter(|piece| !piece.is_empty()).collect()
}

fn joined(pieces: &[String]) -> Option<String> {
    match pieces {
        [] => None,
        [one] => Some(format!("{one}-")),
        several => Some(several.join("-")),
    }
}

/// Hands over the words of a text as they are written. An apostrophe of any kind ends a word; so does a hyphen, except in the code of a
/// process.
pub(super) fn each_word(text: &str, take: &mut impl FnMut(&str)) {
    for chunk in composed(text).split(|c: char| c != '-' && parts_words(c)) {
        if chunk.contains('-') && ProcessCode::parse(chunk).is_well_formed() {
            take(chunk);
        } else {
            chunk.split('-').filter(|word| !word.is_empty()).for_each(&mut *take);
        }
    }
}

/// A text in which letters and their accents are one character, where there is one.
fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { text.into() } else { text.nfc().collect() }
}

/// Whether a character stands between words.
fn parts_words(c: char) -> bool {
    !c.is_alphanumeric() || is_modifier(c)
}

/// A sign that counts as a letter but stands for an apostrophe, such as `ʼ`.
fn is_modifier(c: char) -> bool {
    matches!(c, '\u{2b0}'..='\u{2ff}')
}

/// A folded word without the vowels that tell singular and plural, feminine and masculine apart: `pratica` and `pratiche` are equal.
///
/// The theme's `parole.js` has the same rule, so that a form that the index does not hold still finds the others.
pub(super) fn base(word: &str) -> &str {
    const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word;
    }
    let Some(rest) = word.strip_suffix(VOWELS) else { return word };
    let rest = rest.strip_suffix('i').filter(|shorter| shorter.len() >= 3).unwrap_or(rest);
    match rest.strip_suffix('h') {
        Some(shorter) if shorter.ends_with(['c', 'g']) => shorter,
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let (tokenizer, mut tokens) = (Tokenizer::new(), Vec::new());
        each_word(text, &mut |word| tokens.extend(tokenizer.token(word)));
        tokens
    }

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn case_accents_and_apostrophes_make_no_difference() {
        for text in ["mobilita", "MOBILITA'", "Mobilità", "mobilita\u{300}", "«Mobilità»"] {
            assert_eq!(words(text), ["mobilita"], "{text}");
        }
        for text in ["L'anagrafe", "l’anagrafe", "Lʼanagrafe", "dell`anagrafe"] {
            assert_eq!(words(text), ["anagrafe"], "{text}");
        }
        assert_eq!(words("carta d’identità"), ["carta", "identita"]);
    }

    #[test]
    fn a_code_is_one_word_and_other_hyphens_part() {
        assert_eq!(
            words("Il 500-1-B, DIR-8-A: front-office 2025-2027"),
            ["500-1-b", "dir-8-a", "front", "office", "2025", "2027"]
        );
        assert_eq!(words("-- - a-"), [""; 0]);
    }

    /// `words.mjs` of the tests in a browser holds the theme's `parole.js` against the same table.
    #[test]
    fn words_and_keys_are_those_that_the_script_finds() {
        let table = include_str!("../../../tests/browser/words.tsv");
        let lines: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 10);
        for line in lines {
            let (text, folded) = line.split_once('\t').expect("a text and its words");
            let mut found = Vec::new();
            each_word(text, &mut |word| found.push(fold(word)));
            assert_eq!(found.join(" "), folded, "{text}");
            let joined = folded.replace(' ', "-");
            assert_eq!(key(text), Some(if folded.contains(' ') { joined } else { joined + "-" }), "{text}");
        }
        assert_eq!(key("– / –"), None);
    }

    #[test]
    fn the_accented_word_is_stemmed_and_then_folded() {
        let stem = |text: &str| tokens(text)[0].stem.clone();
        assert_eq!(stem("attività"), "attiv");
        assert_eq!(stem("autorizzazione"), stem("autorizzazioni"));
        assert_eq!(stem("biblioteca"), stem("biblioteche"));
    }

    #[test]
    fn singular_and_plural_have_one_base() {
        for (one, many) in [
            ("pratica", "pratiche"),
            ("servizio", "servizi"),
            ("atto", "atti"),
            ("ufficio", "uffici"),
            ("gestione", "gestioni"),
            ("albergo", "alberghi"),
            ("ente", "enti"),
        ] {
            assert_eq!(base(one), base(many), "{one}");
        }
        for word in ["dup", "500-1-b", "piao2025", "sue"] {
            assert_eq!(base(word), word);
        }
    }
}
