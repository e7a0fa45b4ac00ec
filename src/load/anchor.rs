//! The names by which YAML calls a value again: where they are given, and where they are called.

use memchr::memchr_iter;

/// The names after the `&` that begin a value.
pub(super) fn anchors(text: &str) -> impl Iterator<Item = &str> {
    names(text, b'&')
}

/// The names after the `*` that begin a value.
pub(super) fn aliases(text: &str) -> impl Iterator<Item = &str> {
    names(text, b'*')
}

fn names(text: &str, sign: u8) -> impl Iterator<Item = &str> {
    memchr_iter(sign, text.as_bytes()).filter_map(|at| {
        let begins = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '[' | '{' | ','));
        let rest = &text[at + 1..];
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}')).unwrap_or(rest.len());
        (begins && end > 0).then_some(&rest[..end])
    })
}
