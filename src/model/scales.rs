use super::{Answer, Edition, Text, slug};

/// The words of an administration for what ours say on a scale.
#[derive(Clone, Debug, Default)]
pub struct Scales {
    /// The steps of the corruption risk, low to high; empty = the usual ones.
    pub risk: Vec<Text>,
    /// Its words for the answers of smartability, beside `si`, `in parte` and `no`.
    pub answers: Vec<(Answer, Text)>,
}

/// The corruption risk of a process: a step of the scale of its edition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Risk {
    /// The word of the step.
    pub word: String,
    /// Its number on the scale, from 0, the lowest.
    pub step: usize,
}

impl Risk {
    /// The usual steps, low to high.
    pub const USUAL: [&'static str; 3] = ["basso", "medio", "alto"];

    /// The letter that ends the code of a process of this risk, where the steps are the usual ones.
    pub fn letter(&self) -> char {
        self.word.chars().next().map_or(' ', |first| first.to_ascii_uppercase())
    }
}

impl Scales {
    /// The words of the steps of risk, low to high.
    pub fn risk_words(&self) -> Vec<&str> {
        if self.risk.is_empty() {
            return Risk::USUAL.to_vec();
        }
        self.risk.iter().map(|word| word.value.as_str()).collect()
    }

    /// The name of a step of risk where a name has no spaces: that of its word, unless it has no letters or is that of another step.
    pub fn risk_name(&self, step: usize) -> String {
        let words = self.risk_words();
        let name = words.get(step).map(|word| slug(word)).unwrap_or_default();
        let is_taken = words.iter().take(step).any(|word| slug(word) == name);
        if name.is_empty() || is_taken { (step + 1).to_string() } else { name }
    }

    /// Whether the steps of risk are the usual ones, whose initials end codes.
    pub fn has_usual_risks(&self) -> bool {
        self.risk_words() == Risk::USUAL
    }

    /// The own words for an answer.
    pub fn words_of(&self, answer: Answer) -> impl Iterator<Item = &str> {
        self.answers.iter().filter(move |(own, _)| *own == answer).map(|(_, word)| word.value.as_str())
    }
}

impl Edition {
    /// The steps of risk of its scale, low to high.
    pub fn risks(&self) -> Vec<Risk> {
        let words = self.model.scales.risk_words().into_iter().enumerate();
        words.map(|(step, word)| Risk { word: word.to_owned(), step }).collect()
    }
}
