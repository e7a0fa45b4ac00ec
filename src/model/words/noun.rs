use super::article::{Article, Before, Gender, Number};
use crate::model::fold;

/// A word for something, with its articles, as an administration writes it: `la Direzione`, `le Direzioni`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    one: NounForm,
    many: Option<NounForm>,
}

/// One form of a word, with its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounForm {
    /// The article.
    pub article: Article,
    /// The word, as it is written within a sentence.
    pub word: String,
}

/// Why a text is no word with its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounFault {
    /// It does not begin with an article.
    NoArticle,
    /// After the article there is nothing.
    NoWord,
    /// The article is that of the other number.
    OtherNumber,
    /// The word holds a sign that no word has.
    Sign(char),
}

impl NounForm {
    /// Reads an article and what follows it; an apostrophe of any shape elides.
    pub fn read(text: &str, number: Number) -> Result<Self, NounFault> {
        let text = text.trim();
        let (article, word) = match text.split_once(['\'', '’']) {
            Some((l, word)) if l.eq_ignore_ascii_case("l") => (Article::Elided, word),
            _ => {
                let (first, word) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
                (Article::named(&first.to_lowercase()).ok_or(NounFault::NoArticle)?, word)
            }
        };
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
        if !word.contains(char::is_alphabetic) {
            return Err(NounFault::NoWord);
        }
        let is_of_words = |letter: char| letter.is_alphanumeric() || " '’-–./()&".contains(letter);
        if let Some(sign) = word.chars().find(|letter| !is_of_words(*letter)) {
            return Err(NounFault::Sign(sign));
        }
        if article.number() != number {
            return Err(NounFault::OtherNumber);
        }
        Ok(Self { article, word })
    }

    /// With what stands before it.
    pub fn after(&self, before: Before) -> String {
        joined(self.article.after(before), &self.word)
    }

    /// With a name that begins with the word already: `la Direzione generale`.
    pub fn before_name(&self, before: Before, name: &str) -> String {
        joined(self.article.after(before), name)
    }

    /// Whether a name begins with the word.
    pub fn begins(&self, name: &str) -> bool {
        let (name, word) = (fold(name), fold(&self.word));
        name.strip_prefix(&word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    }

    /// Whether it is a word of more than an initial or two, all in capital letters.
    pub fn is_shouted(&self) -> bool {
        let letters: Vec<char> = self.word.chars().filter(|letter| letter.is_alphabetic()).collect();
        letters.len() > 5 && letters.iter().all(|letter| letter.is_uppercase())
    }

    /// Whether a plural may be its own, by the genders that their articles tell; `l'uovo` becomes `le uova`.
    pub fn agrees_with(&self, many: &Self) -> bool {
        let changes = self.word.ends_with('o') && many.word.ends_with('a');
        let (one, many) = (self.article.gender(), many.article.gender());
        changes || one.is_none() || one == many
    }

    /// Whether the article can stand before the word; a word whose sound its letters do not tell takes any.
    pub fn article_fits(&self) -> bool {
        let sound: Vec<char> = self.word.to_lowercase().chars().take(2).collect();
        let [first, rest @ ..] = sound.as_slice() else { return true };
        let second = rest.first().copied().unwrap_or(' ');
        let is_vowel = |letter: char| "aeiouàèéìòù".contains(letter);
        // `lo Iacono`, `la hall`, `l'hotel`, `il www`: the letter does not tell the sound, nor do initials, which are spelt.
        let letters = self.word.chars().filter(|letter| letter.is_alphabetic());
        let spelt = letters.take(2).filter(|letter| letter.is_uppercase()).count() == 2;
        if spelt
            || matches!(first, 'h' | 'y' | 'w' | 'j' | 'x')
            || !first.is_alphabetic()
            || (*first == 'i' && is_vowel(second))
        {
            return true;
        }
        let impure = *first == 'z'
            || (*first == 's' && !is_vowel(second))
            || matches!((first, second), ('g', 'n') | ('p', 's' | 'n'));
        match self.article {
            Article::Elided => is_vowel(*first),
            Article::Il | Article::I => !is_vowel(*first) && !impure,
            Article::Lo => impure,
            Article::Gli => impure || is_vowel(*first),
            Article::La => !is_vowel(*first),
            Article::Le => true,
        }
    }
}

impl Noun {
    /// Reads a word by what is written for one and for several of its things.
    pub fn read(one: &str, many: Option<&str>) -> Result<Self, NounFault> {
        Ok(Self::new(
            NounForm::read(one, Number::One)?,
            many.map(|many| NounForm::read(many, Number::Many)).transpose()?,
        ))
    }

    /// A word by its forms.
    pub fn new(one: NounForm, many: Option<NounForm>) -> Self {
        Self { one, many }
    }

    /// One of its forms; a thing of which there are never several has but one.
    pub fn form(&self, number: Number) -> &NounForm {
        match number {
            Number::One => &self.one,
            Number::Many => self.many.as_ref().unwrap_or(&self.one),
        }
    }

    /// Without an article.
    pub fn bare(&self, number: Number) -> &str {
        &self.form(number).word
    }

    /// The gender of a form, where what is written tells it: `l'` says nothing of it, and then the plural does.
    pub fn gender(&self, number: Number) -> Option<Gender> {
        let form = self.form(number);
        form.article.gender().or_else(|| {
            let many = self.many.as_ref()?;
            // `l'uovo, le uova`: such words are of both genders.
            let changes = form.word.ends_with('o') && many.word.ends_with('a');
            if changes { Some(Gender::Masculine) } else { many.article.gender() }
        })
    }

    /// With `un`, `nessun`, `ciascun` before it: `uno smart team`, `nessun'area`; nothing where its gender is not told.
    pub fn with_indefinite(&self, stem: &str) -> Option<String> {
        let form = &self.one;
        let ending = match (form.article, self.gender(Number::One)?) {
            (Article::Lo, _) => "o",
            (Article::La, _) => "a",
            (Article::Elided, Gender::Feminine) => "'",
            _ => "",
        };
        Some(joined(&format!("{stem}{ending}"), &form.word))
    }

    /// With `questo` before it: `quest'area`, `questi servizi`.
    pub fn with_this(&self, number: Number) -> Option<String> {
        let form = self.form(number);
        let this = match (form.article, self.gender(number)?) {
            (Article::Elided, _) => "quest'",
            (article, Gender::Masculine) if matches!(article.number(), Number::One) => "questo",
            (article, Gender::Feminine) if matches!(article.number(), Number::One) => "questa",
            (_, Gender::Masculine) => "questi",
            (_, Gender::Feminine) => "queste",
        };
        Some(joined(this, &form.word))
    }
}

/// A word after what stands before it, without a space where that is elided.
pub(super) fn joined(before: &str, word: &str) -> String {
    if before.ends_with('\'') || before.is_empty() { format!("{before}{word}") } else { format!("{before} {word}") }
}
