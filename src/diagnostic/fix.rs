use crate::source::{Source, Span};

/// A correction of the text itself: the bytes of `span` give way to `replacement`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What goes.
    pub span: Span,
    /// What comes, ready to stand in the YAML.
    pub replacement: String,
}

impl Fix {
    /// A correction of the YAML scalar at `span`, whose value is `old`, into `new`.
    ///
    /// There is none where the text on disk is not the plain value or the value between quotes without escapes
    /// (a folded or escaped text): there a blind replacement could break the layout.
    pub fn scalar(source: &Source, span: Span, old: &str, new: &str) -> Option<Self> {
        let written = source.slice(span.range());
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        match quote {
            Some(quote) if written.len() >= 2 && written.ends_with(quote) => {
                let inside = &written[1..written.len() - 1];
                let escapes = |text: &str| text.contains(['\\', '"', '\'', '\n']);
                (inside == old && !escapes(old) && !escapes(new))
                    .then(|| Self { span: span.part(1, written.len() - 1), replacement: new.to_owned() })
            }
            Some(_) => None,
            None => (written == old).then(|| Self { span, replacement: scalar(new) }),
        }
    }
}

/// A text as a YAML scalar: bare where that reads back as the same text, between double quotes otherwise.
pub fn scalar(text: &str) -> String {
    let special_start = text.starts_with(|c: char| !(c.is_alphanumeric() || c == '('));
    let special_inside = text.contains(": ")
        || text.contains(" #")
        || text.contains(['\n', '\t', ',', '[', ']', '{', '}', '"', '\\'])
        || text.chars().any(char::is_control);
    let special_end = text.ends_with(|c: char| c.is_whitespace() || c == ':');
    if text.is_empty() || special_start || special_inside || special_end {
        let mut quoted = String::with_capacity(text.len() + 2);
        quoted.push('"');
        for c in text.chars() {
            match c {
                '"' => quoted.push_str("\\\""),
                '\\' => quoted.push_str("\\\\"),
                '\n' => quoted.push_str("\\n"),
                '\t' => quoted.push_str("\\t"),
                c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => quoted.push(c),
            }
        }
        quoted.push('"');
        quoted
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn fixed(text: &str, old: &str, new: &str) -> Option<String> {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("a.yaml", text));
        let start = text.find(": ").map_or(0, |at| at + 2);
        let fix = Fix::scalar(sources.get(id), Span::new(id, start, text.len()), old, new)?;
        Some(format!("{}{}{}", &text[..fix.span.start as usize], fix.replacement, &text[fix.span.end as usize..]))
    }

    #[test]
    fn quotes_stay_and_bare_words_stay_bare() {
        assert_eq!(fixed("a: Sì", "Sì", "si").as_deref(), Some("a: si"));
        assert_eq!(fixed("a: \"Sì\"", "Sì", "si").as_deref(), Some("a: \"si\""));
        assert_eq!(fixed("a: 'Sì'", "Sì", "si").as_deref(), Some("a: 'si'"));
        assert_eq!(fixed("a: x", "x", "y: z").as_deref(), Some("a: \"y: z\""));
    }

    #[test]
    fn a_text_that_is_not_written_as_it_reads_is_left_alone() {
        assert_eq!(fixed("a: \"S\\u00ec\"", "Sì", "si"), None);
        assert_eq!(fixed("a: uno\n  due", "uno due", "uno"), None);
    }
}
