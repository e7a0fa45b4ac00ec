use std::ops::Range;

/// A tag of a template: an instruction or an expression; comments and what is not to be read are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// Where it stands, with its signs.
    pub(super) range: Range<usize>,
    /// What is inside.
    pub(super) text: &'t str,
    /// Whether it is an instruction, between `{%` and `%}`.
    pub(super) is_instruction: bool,
    /// Whether the white space after it is dropped.
    pub(super) trims: bool,
}

impl<'t> Tag<'t> {
    /// The first word of an instruction.
    pub(super) fn word(&self) -> &'t str {
        if self.is_instruction { name(self.text) } else { "" }
    }

    /// What follows the first word.
    pub(super) fn rest(&self) -> &'t str {
        self.text[self.word().len()..].trim_start()
    }

    /// Whether it begins a text that becomes a variable.
    pub(super) fn opens_set(&self) -> bool {
        let variable = name(self.rest());
        self.word().starts_with("set") && !self.rest()[variable.len()..].trim_start().starts_with('=')
    }

    /// Whether it begins what is handed to a piece.
    pub(super) fn opens_piece(&self) -> bool {
        self.is_instruction && self.text.starts_with('<') && !self.closes_piece() && !self.text.ends_with("/>")
    }

    /// Whether it ends what is handed to a piece.
    pub(super) fn closes_piece(&self) -> bool {
        self.is_instruction && self.text.starts_with("</")
    }

    /// Its signs outside of texts, each with its place.
    pub(super) fn signs(&self) -> impl Iterator<Item = (usize, char)> {
        unquoted(self.text)
    }
}

/// The name with which a text begins.
pub(super) fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The name of a piece with which a text begins, which may have several parts.
pub(super) fn piece(text: &str) -> &str {
    let mut end = name(text).len();
    while let Some(more) = text[end..].strip_prefix('.').map(name).filter(|more| !more.is_empty()) {
        end += 1 + more.len();
    }
    &text[..end]
}

/// The letters of the inside of a tag that are not between quotes, each with its place.
pub(super) fn unquoted(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    let mut escaped = false;
    text.char_indices().filter(move |(_, c)| {
        let Some(open) = quote else {
            quote = Some(*c).filter(|c| matches!(c, '"' | '\'' | '`'));
            return quote.is_none();
        };
        let closes = *c == open && !escaped;
        escaped = *c == '\\' && !escaped;
        if closes {
            quote = None;
        }
        false
    })
}

/// The tags of a template, up to one that is not closed.
pub(super) fn tags(template: &str) -> Vec<Tag<'_>> {
    scanned(template).0
}

/// The place of the tag or the comment that is not closed, after which nothing of a template is read.
pub(super) fn cut_tag(template: &str) -> Option<usize> {
    scanned(template).1
}

/// How long the inside of a tag is, in bytes: up to the sign that closes it outside of quotes.
fn inside_length(text: &str, close: &str) -> Option<usize> {
    let mut from = 0;
    let mut end = text.find(close)?;
    while let Some(quote) = text[from..end].bytes().position(|byte| matches!(byte, b'"' | b'\'' | b'`')) {
        let quote = from + quote;
        from = quote + 1 + quoted_length(&text[quote + 1..], text.as_bytes()[quote])?;
        if from > end {
            end = from + text[from..].find(close)?;
        }
    }
    Some(end)
}

/// How long a text between quotes is, in bytes, with the quote that closes it: the first one before which no lone `\` stands.
fn quoted_length(text: &str, quote: u8) -> Option<usize> {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let closes = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })?;
    Some(end + 1)
}

fn scanned(template: &str) -> (Vec<Tag<'_>>, Option<usize>) {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = template[at..].find('{').map(|found| at + found) {
        let (is_instruction, close) = match template.as_bytes().get(start + 1) {
            Some(b'%') => (true, "%}"),
            Some(b'{') => (false, "}}"),
            Some(b'#') => match template[start..].find("#}") {
                Some(length) => {
                    at = start + length + 2;
                    continue;
                }
                None => return (tags, Some(start)),
            },
            _ => {
                at = start + 1;
                continue;
            }
        };
        let inside = &template[start + 2..];
        let Some(length) = inside_length(inside, close) else { return (tags, Some(start)) };
        let (text, trims) = match inside[..length].strip_suffix('-') {
            Some(text) => (text, true),
            None => (&inside[..length], false),
        };
        at = start + 2 + length + 2;
        let text = text.strip_prefix('-').unwrap_or(text).trim();
        let tag = Tag { range: start..at, text, is_instruction, trims };
        if tag.word() == "raw" {
            let Some(end) = template[at..].find("endraw") else { return (tags, Some(start)) };
            at += end;
            continue;
        }
        tags.push(tag);
    }
    (tags, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_end_where_their_texts_do() {
        let template =
            "a {%- if x == \"%}\" -%} {# {% no #} {{ '}}' ~ b }}{% raw %}{% for %}{% endraw %}{% endif %} {{ open";
        let tags = tags(template);
        let texts: Vec<&str> = tags.iter().map(|tag| tag.text).collect();
        assert_eq!(texts, ["if x == \"%}\"", "'}}' ~ b", "endif"]);
        assert!(tags[0].trims && tags[0].word() == "if" && !tags[1].trims && tags[1].word().is_empty());
        assert_eq!(&template[tags[2].range.clone()], "{% endif %}");
        assert_eq!(tags[1].signs().filter(|(_, c)| *c == '}').count(), 0);
        assert_eq!(cut_tag(template), template.find("{{ open"));
        assert_eq!(
            [cut_tag("a {# b"), cut_tag("{% raw %} {{"), cut_tag("{# {{ #} {% raw %}{{{% endraw %}")],
            [Some(2), Some(0), None]
        );
    }
}
