//! Words that the administration chose: those of a choice, of the scale of risk, of the answers of smartability.

use super::form::unlisted_value;
use super::node::Node;
use super::reader::Reader;
use crate::model::{Answer, Keyword as _, Risk, Spanned, Text, is_respelling};
use std::sync::Arc;

impl Reader<'_> {
    /// One of some words, however it was spelled: its number among them, and the word in its right spelling.
    pub(super) fn own_word(&mut self, node: &Node, key: &str, words: &[&str]) -> Option<(usize, Text)> {
        let text = self.text(node, key)?;
        let exact = words.iter().position(|word| *word == text.value);
        let Some(number) = exact.or_else(|| words.iter().position(|word| is_respelling(&text, word))) else {
            if let Some(inside) = self.inside_quotes(&text)
                && let Some(number) = words.iter().position(|word| is_respelling(inside, word))
            {
                return Some((number, text.map(|_| words[number].to_owned())));
            }
            self.report(unlisted_value::finding(self.sources, &text, key, words));
            return None;
        };
        self.spelled(node, &text, words[number]);
        Some((number, text.map(|_| words[number].to_owned())))
    }

    /// A step of the scale of risk.
    pub(super) fn risk(&mut self, node: &Node, key: &str) -> Option<Spanned<Risk>> {
        let model = Arc::clone(&self.model);
        let (step, word) = self.own_word(node, key, &model.scales.risk_words())?;
        Some(word.map(|word| Risk { word, step }))
    }

    /// An answer of smartability, and the own word for it where one was written.
    pub(super) fn answer(&mut self, node: &Node, key: &str) -> Option<(Spanned<Answer>, Option<String>)> {
        let model = Arc::clone(&self.model);
        let usual = Answer::KEYWORDS.iter().map(|(word, answer)| (*answer, *word));
        let own = model.scales.answers.iter().map(|(answer, word)| (*answer, word.value.as_str()));
        let known: Vec<(Answer, &str)> = usual.chain(own).collect();
        let words: Vec<&str> = known.iter().map(|(_, word)| *word).collect();
        let (number, word) = self.own_word(node, key, &words)?;
        let own = (number >= Answer::KEYWORDS.len()).then(|| word.value.clone());
        Some((word.map(|_| known[number].0), own))
    }
}
