/// A text from the data with its invisible and control characters escaped, so that it cannot drive the terminal.
pub fn sanitized(text: &str) -> String {
    let commands = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().map(|c| if commands(c) { format!("<U+{:04X}>", u32::from(c)) } else { c.to_string() }).collect()
}

#[cfg(test)]
mod tests {
    use super::sanitized;

    #[test]
    fn data_cannot_command_the_terminal() {
        assert_eq!(sanitized("a\u{1b}[31mb\u{202e}c"), "a<U+001B>[31mb<U+202E>c");
    }
}
