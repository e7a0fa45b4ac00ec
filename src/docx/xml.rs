/// A text as the XML of a part may hold it, within quotes too: without the characters that no XML holds, nor those that turn the
/// direction of what follows.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_writable(*c)) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Whether a part may hold a character.
pub(super) fn is_writable(c: char) -> bool {
    let code = u32::from(c);
    let is_control = c.is_control() && c != '\n' && c != '\t';
    let turns = matches!(code, 0x202a..=0x202e | 0x2066..=0x2069 | 0xfeff);
    !is_control && !turns && !matches!(code, 0xfdd0..=0xfdef) && code & 0xfffe != 0xfffe
}
