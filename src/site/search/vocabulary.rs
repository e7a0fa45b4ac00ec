use super::token::{Token, Tokenizer, each_word};
use std::collections::HashMap;

/// The words of all texts, each folded and stemmed once however often and wherever it stands.
pub(super) struct Vocabulary {
    tokenizer: Tokenizer,
    /// Each form that was met, as it is written; `None` if it says nothing.
    forms: HashMap<String, Option<Form>>,
    numbers: HashMap<String, usize>,
    /// The folded words, by their numbers.
    words: Vec<String>,
}

/// A form of a word, as it is written.
#[derive(Clone)]
struct Form {
    word: usize,
    stem: String,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self { tokenizer: Tokenizer::new(), forms: HashMap::new(), numbers: HashMap::new(), words: Vec::new() }
    }

    /// Hands over the words of a text that say something: the number of each, and its stem.
    pub(super) fn each(&mut self, text: &str, take: &mut impl FnMut(usize, &str)) {
        each_word(text, &mut |written| {
            if !self.forms.contains_key(written) {
                let form = self.tokenizer.token(written).map(|token| self.form(token));
                self.forms.insert(written.to_owned(), form);
            }
            if let Some(Some(form)) = self.forms.get(written) {
                take(form.word, &form.stem);
            }
        });
    }

    fn form(&mut self, token: Token) -> Form {
        Form { word: self.number(token.word), stem: token.stem }
    }

    /// The number of a word that is folded already.
    pub(super) fn number(&mut self, word: String) -> usize {
        let next = self.words.len();
        *self.numbers.entry(word).or_insert_with_key(|word| {
            self.words.push(word.clone());
            next
        })
    }

    /// The word with this number.
    pub(super) fn word(&self, number: usize) -> &str {
        &self.words[number]
    }

    /// All the words, by their numbers.
    pub(super) fn into_words(self) -> Vec<String> {
        self.words
    }
}
