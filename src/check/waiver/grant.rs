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
    /// A finding that it would accept, had the text there not changed: the text of today, and its place.
    pub(super) changed: Option<(String, Span)>,
}

impl Grant<'_> {
    /// Whether it accepts a finding at `span`.
    pub(super) fn accepts(&mut self, outline: &Outline, sources: &Sources, span: Span) -> bool {
        let text = outline.place(span).and_then(|place| place.entry.text(span));
        if !self.covers.iter().any(|place| place.holds(span, text.as_deref())) {
            return false;
        }
        let Some(accepted) = &self.waiver.accepted_text else {
            self.used = true;
            return true;
        };
        let piece = sources.slice(span);
        let text = text.unwrap_or_else(|| paragraph(sources, span).to_owned());
        // What a rule points at may be a part of the text: an acceptance may remember the one or the other.
        let stands = [text.as_str(), piece].iter().any(|now| squeezed(now) == squeezed(accepted));
        self.used |= stands;
        if !stands {
            self.changed.get_or_insert((squeezed(&text), span));
        }
        stands
    }
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
