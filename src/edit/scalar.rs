use super::item::Style;
use super::parse::is_null;
use std::fmt::Write as _;

/// How a scalar is written where nothing stood before: bare if it can be, between quotation marks otherwise.
pub(super) fn inline(text: &str, style: Style, is_number: bool, flow: bool) -> String {
    match style {
        Style::Single if can_be_single(text) => single(text),
        Style::Single | Style::Double => quoted(text),
        _ if can_be_plain(text, flow) && (is_number || !is_other_word(text)) => text.to_owned(),
        _ if text.contains(['"', '\\']) && can_be_single(text) => single(text),
        _ => quoted(text),
    }
}

/// Whether a text needs quotation marks wherever it stands.
pub(super) fn needs_quotes(text: &str) -> bool {
    !can_be_plain(text, true) || is_other_word(text)
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn can_be_single(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() || is_odd(c))
}

/// Letters that YAML takes for line breaks, or forbids.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// A text between double quotation marks, with every sign escaped that cannot stand there.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() || is_odd(c) => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether YAML reads a bare text as that text.
pub(super) fn can_be_plain(text: &str, flow: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let begins_well = !matches!(
        first,
        '-' | '?'
            | ':'
            | ','
            | '['
            | ']'
            | '{'
            | '}'
            | '#'
            | '&'
            | '*'
            | '!'
            | '|'
            | '>'
            | '\''
            | '"'
            | '%'
            | '@'
            | '`'
    ) || is_negative(text);
    begins_well
        && text.trim() == text
        && !text.starts_with("...")
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.chars().any(|c| c.is_control() || is_odd(c))
        && !(flow && text.contains([',', '[', ']', '{', '}', '?']))
        && !(flow && text.contains(':'))
        && !is_null(text)
}

fn is_negative(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && is_number(rest))
}

/// Whether some reader of YAML takes a bare word for a number, a date or a truth value. `si` and `no` are words of our data.
pub(super) fn is_other_word(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(lower.as_str(), "true" | "false" | "yes" | "on" | "off" | ".inf" | "-.inf" | "+.inf" | ".nan")
        || is_number(text)
        || is_date(text)
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return false;
    }
    let plain = digits.replace('_', "");
    let based = |prefix: &str, base: u32| {
        let rest = plain.strip_prefix(prefix);
        rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_digit(base)))
    };
    let sexagesimal = plain.contains(':') && plain.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'));
    plain.parse::<f64>().is_ok() || based("0x", 16) || based("0o", 8) || based("0b", 2) || sexagesimal
}

fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let digits = |part: Option<&str>, length: std::ops::RangeInclusive<usize>| {
        part.is_some_and(|part| length.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let (year, month) = (digits(parts.next(), 4..=4), digits(parts.next(), 1..=2));
    year && month && parts.next().is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a text can stand in the lines of a block scalar.
pub(super) fn can_be_block(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.lines().all(|line| line.trim_end() == line && !line.starts_with([' ', '\t']))
        && !text.chars().any(|c| (c.is_control() && c != '\n') || is_odd(c))
}

/// The lines of a folded text, each not longer than `width` letters where its words allow.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    if text.contains("  ") {
        return vec![text.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
