//! YAML that can be read, but says something else than its author meant: list items joined into one text, a text cut at a `#`,
//! a word dropped as a tag, typographic quotes that quote nothing.

use super::form::{dropped_word, joined_list, text_cut, typographic_quotes};
use super::node::{Node, NodeKind};
use crate::diagnostic::Findings;
use crate::source::{SourceId, Span};

/// Looks through a value that was read from `text`, every byte of it in its place.
pub(super) fn look(node: &Node, id: SourceId, text: &str, findings: &mut Findings) {
    let mut look = Look { id, text, reached: 0, findings };
    look.at(node, None);
}

struct Look<'a> {
    id: SourceId,
    text: &'a str,
    /// Where the last value began: one that begins before it is an alias, and was seen where it is written.
    reached: usize,
    findings: &'a mut Findings,
}

impl Look<'_> {
    /// A value; `key` is its key, or `None` for an item of a list.
    fn at(&mut self, node: &Node, key: Option<&str>) {
        // What is packed was looked through before it was.
        if matches!(node.kind, NodeKind::Packed(_)) {
            return;
        }
        let range = node.span().range();
        if range.start < self.reached || range.end > self.text.len() {
            return;
        }
        self.reached = range.start;
        if !node.is_empty() {
            self.dropped(range.start);
        }
        match &node.kind {
            NodeKind::Text(_) if self.is_plain(range.start) => {
                if let Some(finding) = joined_list::finding(self.id, self.text, range.clone(), key) {
                    self.findings.push(finding);
                }
                self.cut(&range);
                self.findings.extend(typographic_quotes::finding(self.id, self.text, range));
            }
            NodeKind::List(items) => {
                self.findings.extend(typographic_quotes::divided(self.text, items));
                for item in items {
                    self.at(item, None);
                }
            }
            NodeKind::Mapping(entries) => {
                for (key, value) in entries {
                    if value.is_empty() {
                        self.nothing_after(key.span().range().end);
                    } else {
                        self.at(value, Some(key.text().unwrap_or_default()));
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether the text that begins at a byte has neither quotes nor a `|` or `>` before it.
    fn is_plain(&self, start: usize) -> bool {
        let quoted = self.text[start..].starts_with(['"', '\'']);
        let before = self.text[..start].trim_end_matches([' ', '\t', '\r', '\n']);
        let above = before.len() < self.text[..start].trim_end_matches([' ', '\t']).len();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let line = line.split(" #").next().unwrap_or_default().trim_end();
        let header = line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
        !(quoted || above && header.ends_with(['|', '>']))
    }

    /// The rest of the line from a byte.
    fn rest(&self, from: usize) -> &str {
        self.text[from..].split(['\n', '\r']).next().unwrap_or_default()
    }

    /// A comment that follows a plain text and looks like a part of it.
    fn cut(&mut self, range: &std::ops::Range<usize>) {
        let rest = self.rest(range.end);
        let comment = rest.trim_start();
        let at = range.end + rest.len() - comment.len();
        let opens = |open: char, close: char| {
            let kept = &self.text[range.clone()];
            kept.matches(open).count() > kept.matches(close).count() && comment.contains(close)
        };
        let torn = opens('(', ')') || opens('«', '»') || opens('“', '”');
        if at > range.end && (is_word(comment) || comment.starts_with('#') && torn) {
            let span = Span::new(self.id, at, at + comment.trim_end().len());
            let finding = text_cut::finding(self.text, span, range.clone());
            self.findings.push(finding);
        }
    }

    /// What stands after a key without a value.
    fn nothing_after(&mut self, key: usize) {
        let rest = self.rest(key);
        let Some(after) = rest.strip_prefix(':') else { return };
        let written = after.trim();
        let at = key + 1 + after.len() - after.trim_start().len();
        if is_word(written) {
            let span = Span::new(self.id, at, at + written.len());
            self.findings.push(text_cut::finding(self.text, span, at..at));
            return;
        }
        let end = written.find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}')).unwrap_or(written.len());
        if self.is_dropped(&written[..end]) {
            self.findings.push(dropped_word::finding(Span::new(self.id, at, at + end), &written[..end]));
        }
    }

    /// A tag, or the name of an anchor that nobody uses, before the value that begins at a byte.
    fn dropped(&mut self, start: usize) {
        let before = self.text[..start].trim_end_matches([' ', '\t']);
        let from = before
            .rfind(|c: char| c.is_whitespace() || matches!(c, '[' | '{' | ','))
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let word = &before[from..];
        if from < start && self.is_dropped(word) {
            self.findings.push(dropped_word::finding(Span::new(self.id, from, before.len()), word));
        }
    }

    /// Whether YAML takes a word for a tag, or for the name of an anchor that nobody uses.
    fn is_dropped(&self, word: &str) -> bool {
        let unused = |name: &str| !name.is_empty() && !self.text.contains(&format!("*{name}"));
        word.starts_with('!') && !is_tag(word) || word.strip_prefix('&').is_some_and(unused)
    }
}

/// Whether a comment begins with a word, as `#difesa` and `#88` do.
fn is_word(comment: &str) -> bool {
    comment.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// Whether a word is one of the tags of YAML itself, such as `!!str`: whoever writes it means it.
fn is_tag(word: &str) -> bool {
    const TAGS: [&str; 12] =
        ["str", "int", "float", "bool", "null", "seq", "map", "set", "omap", "pairs", "binary", "timestamp"];
    word.strip_prefix("!!").is_some_and(|name| TAGS.contains(&name))
}
