use super::tag::{closing, opening};
use minijinja::{OutputSpan, OutputSpanKind};
use std::ops::Range;

/// A chapter's Markdown with the figures in place, and where each part of it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ExpandedText {
    pub(super) text: String,
    /// In the order of the text, without gaps.
    pieces: Vec<Piece>,
}

/// A run of the text that comes from one place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Its bytes in the text; empty where an expression left nothing.
    text: Range<usize>,
    /// The bytes of the chapter's Markdown that it comes from.
    written: Range<usize>,
    origin: Origin,
}

/// Where a run of the text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Written byte for byte.
    Written,
    /// Written byte for byte, and brought here once more by a loop.
    Repeated,
    /// Made by an expression.
    Made,
}

/// A part of one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Bytes of the text.
    pub(super) text: Range<usize>,
    /// Bytes of the chapter's Markdown.
    pub(super) written: Range<usize>,
    pub(super) origin: Origin,
}

impl ExpandedText {
    /// The output of a template: `source` is the template, `gaps` are the parts of it that were blanked.
    pub(super) fn of(text: String, spans: &[OutputSpan], source: &str, gaps: &[Range<usize>]) -> Self {
        let mut expanded = Self { text, pieces: Vec::new() };
        let mut furthest = 0;
        for span in spans {
            let (output, written) = (span.output_range(), span.source_range());
            if span.kind() == OutputSpanKind::Raw {
                expanded.seam(output.start, written.start);
                let origin = if written.start < furthest { Origin::Repeated } else { Origin::Written };
                furthest = furthest.max(written.end);
                expanded.push_raw(output.start, written, origin, gaps);
            } else {
                let written = super::mistake::enclosing_expression(source, &written).unwrap_or(written);
                expanded.pieces.push(Piece { text: output, written, origin: Origin::Made });
            }
        }
        expanded
    }

    /// The Markdown as it was written, with zeros for every expression: for a chapter that cannot be expanded at all.
    pub(super) fn unexpanded(markdown: &str) -> Self {
        let mut text = String::with_capacity(markdown.len());
        let mut gaps = Vec::new();
        while let Some((start, _)) = opening(markdown, text.len()) {
            let Some(end) = closing(markdown, start).map(|at| at + 2) else { break };
            text.push_str(&markdown[text.len()..start]);
            text.push_str(&"0".repeat(end - start));
            gaps.push(start..end);
        }
        text.push_str(&markdown[text.len()..]);
        let mut expanded = Self { text, pieces: Vec::new() };
        expanded.push_raw(0, 0..markdown.len(), Origin::Written, &gaps);
        expanded
    }

    /// Between two runs that were not written side by side stood an expression that left nothing.
    fn seam(&mut self, at: usize, next: usize) {
        if let Some(last) = self.pieces.last()
            && last.origin != Origin::Made
            && last.written.end != next
        {
            let written = last.written.end..next.max(last.written.end);
            self.pieces.push(Piece { text: at..at, written, origin: Origin::Made });
        }
    }

    /// Adds a run as it was written, but for the gaps in it.
    fn push_raw(&mut self, at: usize, written: Range<usize>, origin: Origin, gaps: &[Range<usize>]) {
        let mut from = written.start;
        let mut push = |part: Range<usize>, origin| {
            if !part.is_empty() {
                let start = at + part.start - written.start;
                self.pieces.push(Piece { text: start..start + part.len(), written: part, origin });
            }
        };
        let first = gaps.partition_point(|gap| gap.end <= written.start);
        for gap in gaps[first..].iter().take_while(|gap| gap.start < written.end) {
            push(from..gap.start.max(from), origin);
            push(gap.start.max(written.start)..gap.end.min(written.end), Origin::Made);
            from = gap.end.min(written.end);
        }
        push(from..written.end, origin);
    }

    /// The parts that a range of the text is made of.
    pub(super) fn parts(&self, range: &Range<usize>) -> Vec<Part> {
        let first =
            self.pieces.partition_point(|piece| piece.text.end <= range.start && piece.text.start < range.start);
        let inside = |piece: &&Piece| piece.text.start < range.end;
        let part = |piece: &Piece| {
            let text = piece.text.start.max(range.start)..piece.text.end.min(range.end);
            let written = match piece.origin {
                Origin::Made => piece.written.clone(),
                Origin::Written | Origin::Repeated => {
                    let shift = |at: usize| piece.written.start + (at - piece.text.start);
                    shift(text.start)..shift(text.end)
                }
            };
            Part { text, written, origin: piece.origin }
        };
        // What ends just where the range begins is no part of it, unless it is empty.
        let within = |piece: &&Piece| piece.text.end > range.start || piece.text.is_empty();
        self.pieces[first..].iter().take_while(inside).filter(within).map(part).collect()
    }

    /// The bytes of the Markdown from which a range of the text comes; `None` if it is in no piece.
    pub(super) fn written(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let parts = self.parts(range);
        let start = parts.iter().map(|part| part.written.start).min()?;
        let end = parts.iter().map(|part| part.written.end).max()?;
        Some(start..end)
    }

    /// The same where no expression had a part in it.
    pub(super) fn verbatim(&self, range: &Range<usize>) -> Option<Range<usize>> {
        match self.parts(range).as_slice() {
            [part] if part.origin != Origin::Made => Some(part.written.clone()),
            _ => None,
        }
    }
}
