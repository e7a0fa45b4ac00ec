use super::encoding::garbled;
use super::rule_context::RuleContext;
use super::signs::Signs;
use crate::chapters::Passage;
use crate::diagnostic::{Fix, Safety};
use crate::model::Text;
use crate::source::Span;
use std::ops::Range;

/// A text that readers will see, of a table or of a chapter, and where each part of it was written.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    pub(super) text: &'a str,
    /// The signs that stand in it.
    pub(super) signs: Signs,
    place: WrittenPlace<'a>,
}

#[derive(Clone, Copy)]
enum WrittenPlace<'a> {
    /// A value of the data.
    Value(&'a Text),
    /// A passage of a chapter, and where the chapter's Markdown stands.
    Passage(&'a Passage, Span),
}

/// Hands over every text of an edition, its chapters included; with the first edition, those of the administration too.
pub(super) fn each_written<'a>(context: &RuleContext<'a>, take: &mut impl FnMut(&Written<'a>)) {
    for (text, signs) in context.texts {
        take(&Written::value(text, *signs));
    }
    each_passage(context, take);
}

/// Hands over the titles and the passages of the chapters.
pub(super) fn each_passage<'a>(context: &RuleContext<'a>, take: &mut impl FnMut(&Written<'a>)) {
    for (chapter, passages) in context.edition.chapters.iter().zip(context.passages) {
        take(&Written::value(&chapter.title, Signs::of(&chapter.title.value)));
        for passage in passages {
            let place = WrittenPlace::Passage(passage, chapter.body.span);
            take(&Written { text: &passage.text, signs: Signs::of(&passage.text), place });
        }
    }
}

impl<'a> Written<'a> {
    /// A value of the data, in which these signs stand.
    pub(super) fn value(text: &'a Text, signs: Signs) -> Self {
        Self { text: &text.value, signs, place: WrittenPlace::Value(text) }
    }
}

impl Written<'_> {
    /// Whether it stands in a chapter.
    pub(super) fn is_narrative(&self) -> bool {
        matches!(self.place, WrittenPlace::Passage(..))
    }

    /// Where it begins in the data, for a text of a table.
    pub(super) fn value_span(&self) -> Option<Span> {
        match self.place {
            WrittenPlace::Value(text) => Some(text.span),
            WrittenPlace::Passage(..) => None,
        }
    }

    /// Where a part of it was written; the whole of it where that is not written just so.
    pub(super) fn span(&self, context: &RuleContext<'_>, part: Range<usize>) -> Span {
        match self.place {
            WrittenPlace::Value(text) => match context.sources.slice(text.span).find(text.value.as_str()) {
                Some(at) => text.span.part(at + part.start, at + part.end),
                None => context.sources.part(text.span, text.value.get(part).unwrap_or(&text.value)),
            },
            WrittenPlace::Passage(passage, body) => {
                let range = passage.range(part);
                body.part(range.start, range.end)
            }
        }
    }

    /// The correction that puts `replacement` in the place of a part; `None` if the text is not written as it reads.
    ///
    /// A text that was read in the wrong encoding is read back first: what looks like a space or a hyphen there may be half of a letter.
    pub(super) fn fix(&self, context: &RuleContext<'_>, part: Range<usize>, replacement: &str) -> Option<Fix> {
        if garbled(self.text).is_some() { None } else { self.replacement(context, part, replacement) }
    }

    /// The correction that puts what was meant in the place of a part in the wrong encoding.
    pub(super) fn fix_encoding(&self, context: &RuleContext<'_>, part: Range<usize>, meant: &str) -> Option<Fix> {
        self.replacement(context, part, meant)
    }

    fn replacement(&self, context: &RuleContext<'_>, part: Range<usize>, replacement: &str) -> Option<Fix> {
        match self.place {
            WrittenPlace::Value(text) => {
                let mut mended = text.value.clone();
                mended.replace_range(part, replacement);
                Fix::scalar(context.sources.get(text.span.source), text.span, &text.value, &mended)
            }
            WrittenPlace::Passage(..) => {
                let span = self.span(context, part.clone());
                let same = context.sources.slice(span) == &self.text[part];
                same.then(|| Fix { span, replacement: replacement.to_owned(), safety: Safety::Certain })
            }
        }
    }
}
