use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

/// Everything but slashes and what RFC 3986 (2.3) leaves as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

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
    utf8_percent_encode(path, ESCAPED).to_string()
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
