/// A text from the data with its invisible and control characters escaped, so that it cannot drive the terminal.
pub fn sanitized(text: &str) -> String {
    escaped(text, |c| format!("<U+{:04X}>", u32::from(c)))
}

/// A text of JSON with the same characters as escapes: it says the same to a program, and drives no terminal.
pub fn sanitized_json(text: &str) -> String {
    escaped(text, |c| format!("\\u{:04x}", u32::from(c)))
}

/// A piece of a file as it may be shown: every character that does something gives way to a sign of as many bytes, so that
/// all the others keep their place.
pub(super) fn stilled(text: &str) -> String {
    let still = |c: char| match c.len_utf8() {
        _ if c == '\t' || !is_command(c) => c,
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    };
    text.chars().map(still).collect()
}

fn escaped(text: &str, escape: impl Fn(char) -> String) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut done = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| is_command(*c)) {
        escaped.push_str(&text[done..at]);
        escaped.push_str(&escape(c));
        done = at + c.len_utf8();
    }
    escaped.push_str(&text[done..]);
    escaped
}

/// Whether a character does something instead of being seen; none of them is over U+FFFF.
fn is_command(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{sanitized, sanitized_json};

    #[test]
    fn data_cannot_command_the_terminal() {
        assert_eq!(sanitized("a\u{1b}[31mb\u{202e}c\u{9b}2J"), "a<U+001B>[31mb<U+202E>c<U+009B>2J");
        let text = serde_json::to_string("a\u{9b}2J\u{202e}è\n").expect("JSON");
        assert_eq!(sanitized_json(&text), "\"a\\u009b2J\\u202eè\\n\"");
        assert_eq!(serde_json::from_str::<String>(&sanitized_json(&text)).expect("JSON"), "a\u{9b}2J\u{202e}è\n");
    }
}
