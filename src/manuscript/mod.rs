//! A chapter on its way to Word and back: its Markdown as lines without markup, the same lines as a document, and what came back
//! written into the Markdown so that only what changed changes.
//!
//! Owns the one normal form to which both are brought, and by which they are held against each other. What a document cannot say
//! (expressions, pictures, HTML) stays in it as it is written in the chapter.

mod assemble;
mod definitions;
mod escape;
mod expressions;
mod from_word;
mod item_lists;
mod line;
mod markdown;
mod merge;
mod parsed;
mod to_word;
mod written;

pub use from_word::{Manuscript, from_word};
pub use line::{Line, Span, Words};
pub use markdown::parse;
pub use merge::{Merged, merge};
pub use parsed::{Definition, Parsed, Unit};
pub use to_word::{MARK, to_word};

/// A piece of a chapter on lines of its own, lists taken apart into their lines.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A section's title, level 2 to 6.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A paragraph of a list.
    Item {
        /// How deep, from 0.
        level: u8,
        /// Whether the list counts.
        is_numbered: bool,
        /// The number from which the list counts, with its first item, where that is not 1.
        start: Option<u64>,
        /// Whether it goes on with the item before it.
        goes_on: bool,
        /// What it says.
        line: Line,
    },
    /// A paragraph of a quotation.
    Quote(Line),
    /// Text as it was typed.
    Code(String),
    /// A line between two passages.
    Rule,
    /// A table.
    Grid {
        /// The cells of the headings.
        head: Vec<Line>,
        /// The cells of each row.
        rows: Vec<Vec<Line>>,
    },
}

impl Block {
    /// Its lines.
    fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Heading(_, line) | Self::Paragraph(line) | Self::Item { line, .. } | Self::Quote(line) => vec![line],
            Self::Code(_) | Self::Rule => Vec::new(),
            Self::Grid { head, rows } => head.iter().chain(rows.iter().flatten()).collect(),
        }
    }

    /// Its words, to name it to people.
    pub fn words(&self) -> String {
        if let Self::Code(text) = self {
            return text.clone();
        }
        let lines: Vec<String> = self.lines().into_iter().map(|line| line::plain(line)).collect();
        lines.join(" ").trim().to_owned()
    }

    /// How many footnotes it calls.
    fn calls(&self) -> usize {
        self.lines().into_iter().flatten().filter(|span| **span == Span::Note).count()
    }
}

#[cfg(test)]
mod tests;
