use super::{Spanned, Text};

/// A narrative chapter: its front matter, and where its Markdown stands.
#[derive(Debug)]
pub struct Chapter {
    /// The name of its folder on the site: the file's stem without a leading `NN-`.
    pub slug: String,
    /// Title.
    pub title: Text,
    /// Its place among the chapters; unique.
    pub order: Spanned<i64>,
    /// Its number in the document, such as `3.1`.
    pub number: Option<Text>,
    /// The heading above it that has no text of its own, such as `Modalità attuative` above 3.1.
    pub part: Option<Text>,
    /// Which required parts of the plan it holds.
    pub covers: Vec<Text>,
    /// Anchors of the sections that hold the rules of the agile day: the site gathers them on one card.
    pub rules: Vec<Text>,
    /// The Markdown after the front matter.
    pub body: Text,
    /// What the office accepted in writing of this chapter, for readers: the reasons.
    pub accepted: Vec<String>,
}
