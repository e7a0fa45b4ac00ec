use super::rule_context::RuleContext;
use crate::chapters::{Typed, TypedLine, TypedParagraph};
use crate::diagnostic::{Fix, Safety};
use crate::routes::Origin;
use crate::source::Span;
use std::ops::Range;

/// A chapter as its author typed it, with the places of its file.
pub(super) struct TypedChapter<'a> {
    pub(super) typed: &'a Typed,
    /// Its Markdown.
    pub(super) text: &'a str,
    /// Where the links of the chapter start from.
    pub(super) origin: Origin,
    body: Span,
}

/// The chapters of an edition, in order.
pub(super) fn typed_chapters<'a>(context: &RuleContext<'a>) -> impl Iterator<Item = TypedChapter<'a>> {
    let edition = context.number;
    context.edition.chapters.iter().zip(context.chapters).enumerate().map(move |(chapter, (read, expanded))| {
        TypedChapter {
            typed: expanded.typed(),
            text: &read.body.value,
            origin: Origin { edition, chapter },
            body: read.body.span,
        }
    })
}

impl<'a> TypedChapter<'a> {
    /// The place of some bytes of the Markdown.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.body.part(range.start, range.end)
    }

    /// What readers see as it was typed, of some bytes; a space for every other one.
    pub(super) fn literal(&self, range: &Range<usize>) -> &'a str {
        self.typed.literal.get(range.clone()).unwrap_or_default()
    }

    /// The same of a line.
    pub(super) fn line(&self, line: &TypedLine) -> &'a str {
        self.literal(&line.range)
    }

    /// Some bytes as they were written.
    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// Whether only empty lines stand between two places.
    pub(super) fn is_blank(&self, range: Range<usize>) -> bool {
        self.text.get(range).is_some_and(|between| between.trim().is_empty())
    }

    /// The correction that puts a text in the place of some bytes.
    pub(super) fn fix(&self, range: &Range<usize>, replacement: impl Into<String>, safety: Safety) -> Fix {
        Fix { span: self.span(range), replacement: replacement.into(), safety }
    }

    /// The paragraphs, each with its literal text; bytes of the text count from the start of the paragraph.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = (&'a TypedParagraph, Range<usize>, &'a str)> {
        let paragraphs = self.typed.paragraphs.iter();
        paragraphs.map(|paragraph| (paragraph, paragraph.range(), self.literal(&paragraph.range())))
    }
}
