use crate::edit::quoted;
use crate::source::{Source, Span};

/// A correction of the text: `replacement` takes the place of the bytes of `span`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The bytes to replace.
    pub span: Span,
    /// The new text, quoted as YAML needs.
    pub replacement: String,
    /// How sure it is.
    pub safety: Safety,
}

/// How sure a correction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// Another spelling of the very same thing: canonical form, spacing, look-alike letters, a slip with one possible correction.
    /// What it writes is known, and nothing that was written is lost.
    Certain,
    /// Probably what was meant: only on request.
    Guess,
}

impl Fix {
    /// A correction of the YAML scalar at `span`, whose value is `old`, into `new`.
    ///
    /// `None` if the text on disk is neither the plain value nor the value between quotes without escapes
    /// (a folded or escaped text): a blind replacement could break the layout. Quotes that cannot hold the new value give way to others.
    pub fn scalar(source: &Source, span: Span, old: &str, new: &str) -> Option<Self> {
        let written = source.slice(span.range());
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        match quote {
            Some(quote) if written.len() >= 2 && written.ends_with(quote) => {
                let inside = &written[1..written.len() - 1];
                let is_plain = |text: &str| match quote {
                    '"' => !text.contains(['\\', '"', '\n']),
                    _ => !text.contains(['\'', '\n']),
                };
                if inside.trim() != old || !is_plain(old) {
                    return None;
                }
                Some(if is_plain(new) {
                    Self::certain(span.part(1, written.len() - 1), new.to_owned())
                } else {
                    Self::certain(span, quoted(new))
                })
            }
            Some(_) => None,
            None => (written == old).then(|| Self::certain(span, scalar(new))),
        }
    }

    /// A correction of a piece of a longer text, wherever the text is folded or quoted: `old` must stand in it once, as it is.
    pub fn piece(source: &Source, span: Span, old: &str, new: &str) -> Option<Self> {
        let written = source.slice(span.range());
        let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
        let mut places = written.match_indices(old);
        let (at, _) = places.next().filter(|_| plain(old) && plain(new))?;
        places.next().is_none().then(|| Self::certain(span.part(at, at + old.len()), new.to_owned()))
    }

    fn certain(span: Span, replacement: String) -> Self {
        Self { span, replacement, safety: Safety::Certain }
    }

    /// The same correction, applied only on request.
    #[must_use]
    pub fn guess(self) -> Self {
        Self { safety: Safety::Guess, ..self }
    }

    /// Whether it can be applied without asking.
    pub fn is_certain(&self) -> bool {
        self.safety == Safety::Certain
    }
}

/// A text as a YAML scalar: bare if that reads back as the same text, between double quotes otherwise.
pub fn scalar(text: &str) -> String {
    let special_start = text.starts_with(|c: char| !(c.is_alphanumeric() || c == '('));
    let special_inside = text.contains(": ")
        || text.contains(" #")
        || text.contains(['\n', '\t', ',', '[', ']', '{', '}', '"', '\\'])
        || text.chars().any(char::is_control);
    let special_end = text.ends_with(|c: char| c.is_whitespace() || c == ':');
    let empty_word = text.eq_ignore_ascii_case("null");
    if text.is_empty() || empty_word || special_start || special_inside || special_end {
        quoted(text)
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
        assert_eq!(fixed("a: \"all’anno\"", "all’anno", "all'anno").as_deref(), Some("a: \"all'anno\""));
        assert_eq!(fixed("a: 'all’anno'", "all’anno", "all'anno").as_deref(), Some("a: \"all'anno\""));
        assert_eq!(fixed("a: \"x\"", "x", "y\"z").as_deref(), Some("a: \"y\\\"z\""));
    }

    #[test]
    fn a_text_that_is_not_written_as_it_reads_is_left_alone() {
        assert_eq!(fixed("a: \"S\\u00ec\"", "Sì", "si"), None);
        assert_eq!(fixed("a: uno\n  due", "uno due", "uno"), None);
    }

    #[test]
    fn a_piece_is_mended_where_it_stands_once() {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("a.yaml", "a: >-\n  uno Сdue\n  tre tre\n"));
        let piece = |old, new| Fix::piece(sources.get(id), Span::new(id, 3, 27), old, new).map(|fix| fix.replacement);
        assert_eq!(piece("Сdue", "Cdue").as_deref(), Some("Cdue"));
        assert_eq!(piece("tre", "quattro"), None);
        assert_eq!(piece("uno", "a: b"), None);
    }
}
