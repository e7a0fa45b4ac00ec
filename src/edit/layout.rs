use std::ops::Range;

/// A text seen as lines, with the places of its comments.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout<'a> {
    pub(super) text: &'a str,
    pub(super) comments: &'a [Range<usize>],
    /// How its lines end.
    pub(super) newline: &'static str,
}

impl<'a> Layout<'a> {
    pub(super) fn slice(self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The first comment that begins at or after a byte.
    pub(super) fn comment_from(self, at: usize) -> Option<&'a Range<usize>> {
        self.comments.get(self.comments.partition_point(|comment| comment.start < at))
    }

    /// The first byte of the line that holds a byte.
    pub(super) fn line_start(self, at: usize) -> usize {
        let start = self.slice(0..at).rfind('\n').map_or(0, |newline| newline + 1);
        if start == 0 && self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8().min(at) } else { start }
    }

    /// The end of the line that holds a byte, its line break left out.
    pub(super) fn line_end(self, at: usize) -> usize {
        let rest = self.slice(at..self.text.len());
        let end = at + rest.find('\n').unwrap_or(rest.len());
        if self.slice(at..end).ends_with('\r') { end - 1 } else { end }
    }

    /// The first byte of the line after the one that holds a byte.
    pub(super) fn next_line(self, at: usize) -> usize {
        let rest = self.slice(at..self.text.len());
        rest.find('\n').map_or(self.text.len(), |newline| at + newline + 1)
    }

    /// How many bytes stand before a byte on its line.
    pub(super) fn column(self, at: usize) -> usize {
        at - self.line_start(at)
    }

    /// The comment at the end of the line on which a byte stands, if it follows that byte.
    pub(super) fn comment_after(self, at: usize) -> Option<&'a Range<usize>> {
        let end = self.line_end(at);
        self.comment_from(at).filter(|comment| comment.start < end)
    }

    /// Where the first thing is at or after a byte that is neither blank nor a comment.
    pub(super) fn skip_blank(self, mut at: usize) -> usize {
        loop {
            let rest = self.slice(at..self.text.len());
            at += rest.len() - rest.trim_start().len();
            match self.comment_from(at).filter(|comment| comment.start == at) {
                Some(comment) if comment.end > at => at = comment.end,
                _ => return at,
            }
        }
    }

    /// Whether a line, given by its first byte, holds nothing.
    pub(super) fn is_blank(self, line: usize) -> bool {
        self.slice(line..self.line_end(line)).trim().is_empty()
    }

    /// Whether a line, given by its first byte, holds a comment alone.
    pub(super) fn is_comment(self, line: usize) -> bool {
        let end = self.line_end(line);
        let text = self.slice(line..end);
        let start = line + text.len() - text.trim_start().len();
        start < end && self.comment_from(start).is_some_and(|comment| comment.start == start)
    }

    /// How far the text of a line, given by its first byte, stands in.
    pub(super) fn depth(self, line: usize) -> usize {
        let text = self.slice(line..self.line_end(line));
        text.len() - text.trim_start().len()
    }

    /// The lines of comments directly above a line, given and returned by first bytes; one that stands further in belongs to what is above.
    pub(super) fn comments_above(self, line: usize) -> usize {
        let mut first = line;
        let is_own = |above: &usize| self.is_comment(*above) && self.depth(*above) <= self.depth(line);
        while let Some(above) = self.line_above(first).filter(is_own) {
            first = above;
        }
        first
    }

    /// The first byte of the line above one.
    pub(super) fn line_above(self, line: usize) -> Option<usize> {
        let before = line.checked_sub(1)?;
        let above = self.line_start(before);
        (above < line && self.slice(above..line).ends_with('\n')).then_some(above)
    }

    /// The first of the blank lines directly above a line.
    pub(super) fn blanks_above(self, line: usize) -> usize {
        let mut first = line;
        while let Some(above) = self.line_above(first).filter(|above| self.is_blank(*above)) {
            first = above;
        }
        first
    }

    /// The line after the blank lines that begin at a line.
    pub(super) fn blanks_below(self, mut line: usize) -> usize {
        while line < self.text.len() && self.is_blank(line) {
            line = self.next_line(line);
        }
        line
    }
}
