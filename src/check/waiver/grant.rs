use super::named_places::NamedPlace;
use crate::model::{Outline, Text, Waiver};
use crate::source::{Sources, Span};

/// An acceptance at one of its places, valid in form.
pub(super) struct Grant<'a> {
    pub(super) waiver: &'a Waiver,
    /// The place as it is written.
    pub(super) place: &'a Text,
    pub(super) covers: Vec<NamedPlace<'a>>,
    /// Whether it accepted something.
    pub(super) used: bool,
    /// An open finding that it would accept, had the text there not changed: the text of today, and its place.
    pub(super) changed: Option<(String, Span)>,
}

/// What an acceptance says of a finding of its rule at a place that it names.
pub(super) enum Verdict {
    /// Another text stands there today.
    OtherText(String),
    Accepted,
}

impl Grant<'_> {
    /// What it says of a finding of its rule at `span`, which it covers and where `text` stands.
    pub(super) fn verdict(&self, sources: &Sources, span: Span, text: Option<&str>) -> Verdict {
        let Some(accepted) = &self.waiver.accepted_text else { return Verdict::Accepted };
        let piece = sources.slice(span);
        let text = text.unwrap_or_else(|| paragraph(sources, span));
        // What a rule points at may be a part of the text: an acceptance may remember the one or the other.
        let stands = [text, piece].iter().any(|now| squeezed(now) == squeezed(accepted));
        if stands { Verdict::Accepted } else { Verdict::OtherText(squeezed(text)) }
    }
}

/// The text that an acceptance of what a rule points at has to remember: just that, or all that stands there where it is not written as
/// it reads.
pub(super) fn text_to_accept(outline: &Outline, sources: &Sources, span: Span) -> Option<String> {
    let text = outline.place(span)?.entry.text(sources, span);
    let piece = squeezed(sources.slice(span));
    let is_piece = !piece.is_empty() && text.as_ref().is_none_or(|text| squeezed(text).contains(&piece));
    if is_piece { Some(piece) } else { text }
}

/// The lines around a place of a chapter, up to the next blank ones.
fn paragraph(sources: &Sources, span: Span) -> &str {
    let text = sources.get(span.source).text();
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let start = before.rfind("\n\n").map_or(0, |at| at + 2);
    let end = after.find("\n\n").map_or(text.len(), |at| span.end as usize + at);
    if span.start == span.end { "" } else { &text[start..end] }
}

/// A text with single spaces, as YAML folds it.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
