use serde::Serialize;
use std::fmt::Write;

/// A plain text of SARIF, in which braces and links have a meaning of their own.
#[derive(Serialize)]
pub(super) struct Message {
    text: String,
}

impl Message {
    /// A message that reads just as `text`: braces would be placeholders, and `[…](…)` a link (SARIF 2.1.0, 3.11.5 and 3.11.6).
    pub(super) fn new(text: &str) -> Self {
        let mut text = text.replace('{', "{{").replace('}', "}}");
        if text.contains("](") {
            text = text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        }
        Self { text }
    }
}

/// A path with `/` as a relative address: whatever is not plain is escaped.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::{Message, uri};

    #[test]
    fn texts_read_as_they_were_written() {
        assert_eq!(Message::new("{{ totali }}").text, "{{{{ totali }}}}");
        assert_eq!(Message::new("[a] \\ b").text, "[a] \\ b");
        assert_eq!(Message::new("[a](b)").text, "\\[a\\](b)");
    }

    #[test]
    fn paths_become_addresses() {
        assert_eq!(uri("data/2025-2027/processi/è uno.yaml"), "data/2025-2027/processi/%C3%A8%20uno.yaml");
    }
}
