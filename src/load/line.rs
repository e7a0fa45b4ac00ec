//! The lines of a YAML text as a person sees them: how far each is indented, its dash, its key. Lines say so even where the
//! syntax is broken, so that records can be told apart and faults be named.

use std::ops::Range;

/// One line of a text, without its ending.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Byte of the text at which the line begins.
    pub(super) start: usize,
    /// What is written in it.
    pub(super) text: &'t str,
}

/// The lines of a text; a lone carriage return ends one, as in YAML, and a byte-order mark belongs to none.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        if ends {
            lines.push(Line { start, text: text[start..at].trim_end_matches('\r') });
            start = at + 1;
        }
    }
    if start < text.len() {
        lines.push(Line { start, text: &text[start..] });
    }
    lines
}

/// What may stand instead of the dash of an item.
const BULLETS: [char; 7] = ['•', '·', '●', '▪', '–', '—', '*'];

impl<'t> Line<'t> {
    /// Bytes of white space before what is written.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// What is written, without the white space around it.
    pub(super) fn body(&self) -> &'t str {
        self.text.trim()
    }

    /// Byte of the text at which the body begins.
    pub(super) fn body_start(&self) -> usize {
        self.start + self.indent()
    }

    /// Byte of the text after the last letter.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.trim_end().len()
    }

    /// The bytes of the white space before the body.
    pub(super) fn margin(&self) -> Range<usize> {
        self.start..self.body_start()
    }

    /// Whether it says something: neither empty nor a comment, nor the mark with which a document begins.
    pub(super) fn is_written(&self) -> bool {
        let body = self.body();
        !(body.is_empty() || body.starts_with('#') || body == "---" || self.text.starts_with('%'))
    }

    /// Whether nothing but spaces stands before the body.
    pub(super) fn is_spaced(&self) -> bool {
        self.text[..self.indent()].bytes().all(|byte| byte == b' ')
    }

    /// What follows the dash of an item.
    pub(super) fn item(&self) -> Option<&'t str> {
        let rest = self.body().strip_prefix('-')?;
        (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
    }

    /// The mark of an item, right or not, and what follows it; no mark is empty.
    pub(super) fn marked(&self) -> (&'t str, &'t str) {
        let body = self.body();
        let length = match body.chars().next() {
            Some('-') if !body.starts_with("--") => 1,
            Some(c) if BULLETS.contains(&c) => c.len_utf8(),
            _ => 0,
        };
        let (mark, rest) = body.split_at(length);
        (mark, rest.trim_start())
    }

    /// What is written after the dash, if there is one.
    pub(super) fn content(&self) -> &'t str {
        self.item().unwrap_or(self.body())
    }

    /// Bytes before the content, the dash included: the column of the keys of its record.
    pub(super) fn column(&self) -> usize {
        self.text.trim_end().len() - self.content().len()
    }

    /// The key with which the content begins and what follows its colon, where it is well written.
    pub(super) fn key(&self) -> Option<(&'t str, &'t str)> {
        key(self.content())
    }

    /// The first key of a record that begins in this line, also between braces.
    pub(super) fn head(&self) -> Option<&'t str> {
        let content = self.item()?.trim_start_matches(['{', ' ']);
        key(content).map(|(key, _)| key)
    }

    /// Whether it is a key with its value on the lines below.
    pub(super) fn is_bare_key(&self) -> bool {
        self.key().is_some_and(|(_, value)| value.is_empty() || value.starts_with('#'))
    }
}

/// The key with which a text begins, and what follows its colon.
fn key(content: &str) -> Option<(&str, &str)> {
    let quote = content.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let end = 1 + content[1..].find(quote)?;
        let value = content[end + 1..].trim_start().strip_prefix(':')?;
        return followed(value).then(|| (&content[1..end], value.trim()));
    }
    let mut at = 0;
    loop {
        at += content[at..].find(':')?;
        if followed(&content[at + 1..]) {
            break;
        }
        at += 1;
    }
    let name = content[..at].trim_end();
    let plain =
        !name.is_empty() && !name.contains(['#', '[', ']', '{', '}', ',', '"']) && !name.starts_with(['<', '>']);
    plain.then(|| (name, content[at + 1..].trim()))
}

/// Whether what stands after a colon makes it the colon of a key.
fn followed(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

/// The name in lower-case letters with which a text begins, whatever follows it.
pub(super) fn name(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

/// The number of the first written line from `from`, below `to`.
pub(super) fn next_written(lines: &[Line<'_>], from: usize, to: usize) -> Option<usize> {
    (from..to.min(lines.len())).find(|at| lines[*at].is_written())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_as_yaml_says() {
        let found: Vec<_> =
            lines("\u{feff}a: 1\r\nb\rc\n\nd").into_iter().map(|line| (line.start, line.text)).collect();
        assert_eq!(found, [(3, "a: 1"), (9, "b"), (11, "c"), (13, ""), (14, "d")]);
    }

    #[test]
    fn a_line_says_its_dash_and_its_key() {
        let line = |text| Line { start: 0, text };
        assert_eq!(line("  - codice: A").key(), Some(("codice", "A")));
        assert_eq!(line("  - codice: A").column(), 4);
        assert_eq!(line("  - { id: x, nome: y }").head(), Some("id"));
        assert_eq!(line("  \"*\": x").key(), Some(("*", "x")));
        assert_eq!(line("  ora: 10:30").key(), Some(("ora", "10:30")));
        assert_eq!(line("  http://a.it").key(), None);
        assert!(line("input: # elenco").is_bare_key());
        assert_eq!(line("  •  voce").marked(), ("•", "voce"));
        assert_eq!(line("  -voce").marked(), ("-", "voce"));
        assert_eq!(line("  -voce").item(), None);
        assert!(!line("\t- x").is_spaced());
    }
}
