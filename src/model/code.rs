use super::fold::slug;
use super::is_hyphen;

/// The code of a process, such as `500-1-B`: prefix of the service, number, initial of the risk.
///
/// Spaces around the hyphens and lower case do not count: the value always has the canonical spelling.
/// A text of another form is kept as it is but for spaces that stand twice, and has no parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProcessCode {
    text: String,
    parts: Option<(usize, u32)>,
}

impl ProcessCode {
    /// The code meant by a text.
    pub fn parse(text: &str) -> Self {
        let compact = text.split(is_dash).map(str::trim).collect::<Vec<_>>().join("-").to_uppercase();
        let parts = Self::split(&compact);
        if parts.is_some() {
            return Self { text: compact, parts };
        }
        Self { text: text.split_whitespace().collect::<Vec<_>>().join(" "), parts: None }
    }

    fn split(text: &str) -> Option<(usize, u32)> {
        let mut pieces = text.split('-');
        let prefix = pieces.next().filter(|piece| is_plain(piece))?;
        let digits = pieces.next().filter(|piece| piece.bytes().all(|byte| byte.is_ascii_digit()))?;
        let number = digits.parse().ok()?;
        let suffix = pieces.next()?;
        (pieces.next().is_none() && matches!(suffix, "B" | "M" | "A")).then_some((prefix.len(), number))
    }

    /// The code in its right spelling.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it has the form `prefix-number-B|M|A`.
    pub fn is_well_formed(&self) -> bool {
        self.parts.is_some()
    }

    /// The prefix; `None` if the code is malformed.
    pub fn prefix(&self) -> Option<&str> {
        self.parts.map(|(length, _)| &self.text[..length])
    }

    /// The number; `None` if the code is malformed.
    pub fn number(&self) -> Option<u32> {
        self.parts.map(|(_, number)| number)
    }

    /// The last letter, which states the risk: `B`, `M` or `A`; `None` if the code is malformed.
    pub fn risk_letter(&self) -> Option<char> {
        self.parts?;
        self.text.chars().last().filter(|letter| matches!(letter, 'B' | 'M' | 'A'))
    }

    /// The code as the name of its page: lower case, with hyphens for what no address may hold.
    pub fn slug(&self) -> String {
        if self.is_well_formed() { self.text.to_lowercase() } else { slug(&self.text) }
    }

    /// Whether it has nothing but letters, digits, spaces and the signs `. - _ /`, and at least one letter or digit.
    pub fn is_admitted(&self) -> bool {
        let admitted = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '/');
        self.text.chars().all(admitted) && self.text.chars().any(char::is_alphanumeric)
    }
}

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A hyphen, or what a word processor makes of one.
fn is_dash(c: char) -> bool {
    is_hyphen(c) || c == '\u{ad}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_and_case_are_spelling() {
        for text in ["500-1-B", "500 - 1 -B", "500–1–b", " 500- 1-B "] {
            let code = ProcessCode::parse(text);
            assert_eq!(code.as_str(), "500-1-B", "{text}");
            assert_eq!((code.prefix(), code.number(), code.risk_letter()), (Some("500"), Some(1), Some('B')));
        }
        assert_eq!(ProcessCode::parse("dir-8-a").prefix(), Some("DIR"));
    }

    #[test]
    fn other_forms_have_no_parts() {
        // The last letter of the third is Cyrillic.
        for text in ["500-1", "500-x-B", "220-10-В", "500-1-B-2", "", "--", "500-1 2-B"] {
            assert!(!ProcessCode::parse(text).is_well_formed(), "{text}");
        }
    }
}
