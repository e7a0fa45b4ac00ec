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
    pub fn of(files: &Files, mistake: Mistake) -> Self {
        let mut variant = Self::default();
        variant.add(files, mistake);
        variant
    }

    /// Adds a mistake that was made in these texts.
    pub fn add(&mut self, files: &Files, mistake: Mistake) {
        let before = files.get(&mistake.path).map_or(0, |text| text.lines().count());
        let added = mistake.text.lines().count().saturating_sub(before);
        // What stands below a line that was added moves down.
        for other in self.mistakes.iter_mut().filter(|other| other.path == mistake.path) {
            if other.line > mistake.line.saturating_sub(added) {
                other.line += added;
            }
        }
        self.texts.insert(mistake.path.clone(), mistake.text.clone());
        self.mistakes.push(mistake);
    }

    /// Whether no mistake stands in this line or, where all are to be `apart`, in its record or, of a chapter, its paragraph or table.
    pub fn is_free(&self, path: &str, line: usize, apart: bool) -> bool {
        let text = self.texts.get(path).filter(|_| apart);
        let begins: fn(&&str) -> bool =
            if path.ends_with(".md") { |line| line.is_empty() } else { |line| line.starts_with("  - ") };
        // What stands above every record belongs to none.
        let record = |line: usize| {
            let heads = text?.lines().take(line).filter(begins).count();
            (heads > 0).then_some(heads)
        };
        let same = |other: usize| other == line || record(line).is_some_and(|this| record(other) == Some(this));
        !self.mistakes.iter().any(|mistake| mistake.path == path && same(mistake.line))
    }
}
