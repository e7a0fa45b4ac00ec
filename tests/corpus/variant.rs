//! A changed copy of the real annex, and the mistakes that were made in it.

use crate::annex::Files;
use crate::mistake::Mistake;

/// The files that say something else, and what is wrong in them.
#[derive(Debug, Default)]
pub struct Variant {
    pub texts: Files,
    pub mistakes: Vec<Mistake>,
}

impl Variant {
    /// An annex with one mistake.
    pub fn of(mistake: Mistake) -> Self {
        let mut variant = Self::default();
        variant.add(mistake);
        variant
    }

    /// Adds a mistake that was made in the texts as they are here.
    pub fn add(&mut self, mistake: Mistake) {
        self.texts.insert(mistake.path.clone(), mistake.text.clone());
        self.mistakes.push(mistake);
    }

    /// Whether no mistake stands in this line.
    pub fn is_free(&self, path: &str, line: usize) -> bool {
        !self.mistakes.iter().any(|mistake| mistake.path == path && mistake.line == line)
    }
}
