//! A stylesheet as signs, texts and addresses: enough to see whether what it opens is closed, and what it asks for.

/// A piece of a stylesheet that is neither a comment nor plain letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'c> {
    /// A bracket of any kind.
    Bracket(char),
    /// What stands between quotes.
    Quoted(&'c str),
    /// What stands in `url(…)` without quotes.
    Address(&'c str),
    /// A comment, a text or an address that is never closed: what it opens with.
    Open(&'static str),
}

/// The pieces of a stylesheet, each with the byte at which it begins; an open one is the last.
pub(super) fn pieces(css: &str) -> Vec<(usize, Piece<'_>)> {
    let mut pieces = Vec::new();
    let mut at = plain_length(css);
    while let Some(c) = css[at..].chars().next() {
        let (length, piece) = piece(css, at, c);
        if let Some(piece) = piece {
            pieces.push((at, piece));
            if matches!(piece, Piece::Open(_)) {
                break;
            }
        }
        at += length;
        at += plain_length(&css[at..]);
    }
    pieces
}

/// The same without comments and without spaces that mean nothing, those behind a sign: what is sent to every visitor. A comment that
/// alone keeps two words apart is left.
pub(super) fn compact(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut at = 0;
    while let Some(c) = css[at..].chars().next() {
        let (length, piece) = piece(css, at, c);
        let text = &css[at..at + length];
        at += length;
        let is_comment = c == '/' && length > 1 && piece.is_none();
        let behind_sign = kept.is_empty() || kept.ends_with(|c: char| c.is_whitespace() || "{};,:".contains(c));
        let is_apart = behind_sign || css[at..].starts_with(char::is_whitespace);
        if !(is_comment && is_apart || behind_sign && c.is_whitespace()) {
            kept.push_str(text);
        }
        let plain = plain_length(&css[at..]);
        kept.push_str(&css[at..at + plain]);
        at += plain;
    }
    kept
}

/// How many bytes a text has before anything that may be a piece, or a space.
fn plain_length(text: &str) -> usize {
    let is_plain = |byte: u8| byte > b' ' && byte.is_ascii() && !b"\\/\"'uU{}()[]".contains(&byte);
    text.bytes().position(|byte| !is_plain(byte)).unwrap_or(text.len())
}

/// How long the piece is that begins at a byte, and what it is.
fn piece(css: &str, at: usize, first: char) -> (usize, Option<Piece<'_>>) {
    let rest = &css[at..];
    match first {
        '\\' => (1 + rest[1..].chars().next().map_or(0, char::len_utf8), None),
        '/' if rest.starts_with("/*") => match rest[2..].find("*/") {
            Some(length) => (length + 4, None),
            None => (rest.len(), Some(Piece::Open("/*"))),
        },
        '"' | '\'' => match closed(&rest[1..], first) {
            Some(length) => (length + 2, Some(Piece::Quoted(&rest[1..=length]))),
            None => (rest.len(), Some(Piece::Open(if first == '"' { "\"" } else { "'" }))),
        },
        'u' | 'U' if is_bare_address(css, at) => match closed(&rest[4..], ')') {
            Some(length) => (length + 5, Some(Piece::Address(rest[4..4 + length].trim()))),
            None => (rest.len(), Some(Piece::Open("url("))),
        },
        '{' | '}' | '(' | ')' | '[' | ']' => (1, Some(Piece::Bracket(first))),
        _ => (first.len_utf8(), None),
    }
}

/// Where a text ends, in bytes: at the sign that closes it, on its line.
fn closed(text: &str, sign: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return None,
            _ if c == sign => return Some(at),
            _ => {}
        }
    }
    None
}

/// Whether `url(` begins here, without quotes after it.
fn is_bare_address(css: &str, at: usize) -> bool {
    let is_word = css[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let follows = css.get(at..at + 4).is_some_and(|word| word.eq_ignore_ascii_case("url("));
    !is_word && follows && !css[at + 4..].trim_start().starts_with(['"', '\''])
}

/// What is opened and not closed, or closed and not open: the line from 1, and what is wrong in Italian.
pub(super) fn unbalanced(css: &str) -> Option<(usize, String)> {
    let line = |at: usize| css[..at].matches('\n').count() + 1;
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, piece) in pieces(css) {
        match piece {
            Piece::Open(sign) => return Some((line(at), format!("ciò che comincia con `{sign}` non è chiuso"))),
            Piece::Bracket(c @ ('{' | '(' | '[')) => open.push((at, c)),
            Piece::Bracket(c) => match open.pop() {
                Some((_, opening)) if closing(opening) == c => {}
                Some((start, opening)) => return Some((line(start), format!("`{opening}` non è chiusa"))),
                None => return Some((line(at), format!("`{c}` chiude ciò che nessuno ha aperto"))),
            },
            Piece::Quoted(_) | Piece::Address(_) => {}
        }
    }
    open.last().map(|(at, c)| (line(*at), format!("`{c}` non è chiusa")))
}

fn closing(opening: char) -> char {
    match opening {
        '{' => '}',
        '(' => ')',
        _ => ']',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_idle_spaces_are_not_sent() {
        let css = "/* Di che si tratta */\n\n  a, b { c: d; } /* perché */\n  e > /* m */ f :hover { g: \"/* h:  i */\"; }\nj/**/k { l: url(/*m) }\n";
        let sent = "a,b {c:d;}e > f :hover {g:\"/* h:  i */\";}j/**/k {l:url(/*m) }";
        assert_eq!(compact(css), sent);
        assert_eq!(compact(sent), sent);
    }

    #[test]
    fn what_is_not_closed_is_found_at_its_line() {
        let found = |css: &str| unbalanced(css).map(|(line, words)| format!("{line}: {words}"));
        for fine in [
            "a{b:c}/* { */ d::after{content:\"}\\\"\"} e{background:url(data:image/png;base64,a/b'c)}",
            "a[href^='http://']{color:red} @media (min-width: 3em) { b { c: calc((1em + 2px) * 3) } }",
            "é{b:\\}}",
            "",
        ] {
            assert_eq!(found(fine), None, "{fine}");
        }
        for (css, told) in [
            ("a{b:c}\nd{e:f", "2: `{` non è chiusa"),
            ("a{b:c}\n}", "2: `}` chiude ciò che nessuno ha aperto"),
            ("a{b:calc(1px + 2px}\nc{}", "1: `(` non è chiusa"),
            ("a{}\n/* b{}", "2: ciò che comincia con `/*` non è chiuso"),
            ("a{content:\"b}\nc{}", "1: ciò che comincia con `\"` non è chiuso"),
            ("a{background:url(b\n}", "1: ciò che comincia con `url(` non è chiuso"),
        ] {
            assert_eq!(found(css).as_deref(), Some(told), "{css}");
        }
    }
}
