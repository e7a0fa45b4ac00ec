use super::typed_chapter::TypedChapter;
use std::ops::Range;

/// An expression that lacks some of its braces, so that readers see it as it was typed.
pub(super) struct HalfExpression {
    /// Its bytes in the chapter.
    pub(super) range: Range<usize>,
    /// The same as it should be written; `None` if only a brace is left over.
    pub(super) whole: Option<String>,
}

/// What the expressions of a chapter can begin with.
const ROOTS: [&str; 15] = [
    "ente",
    "edizione",
    "totali",
    "aree",
    "servizi",
    "smart_team",
    "processi",
    "software",
    "formazione",
    "attuazione",
    "valutazione",
    "indicatori",
    "esclusioni",
    "riferimenti",
    "tabella",
];

/// Bytes that an expression is looked for in: none that is written by mistake is longer.
const REACH: usize = 400;

/// The half expressions of a chapter, in order.
pub(super) fn half_expressions(chapter: &TypedChapter<'_>) -> Vec<HalfExpression> {
    let mut found = Vec::new();
    for (_, range, literal) in chapter.paragraphs() {
        let mut from = 0;
        while let Some(at) = literal[from..].find(['{', '}', '%', '#']).map(|at| from + at) {
            from = at + 1;
            let half = match literal.as_bytes().get(at) {
                Some(b'{') => opened(&literal[at..]).map(|(length, whole)| (length, Some(whole))),
                _ => closed(chapter.slice(range.clone()), at).map(|length| (length, None)),
            };
            if let Some((length, whole)) = half {
                found.push(HalfExpression { range: range.start + at..range.start + at + length, whole });
                from = at + length;
            }
        }
    }
    found
}

/// `{ totali.aree }`, `{ { totali.aree } }`, `{totali.aree}}`: how long it is, and how it should be written.
fn opened(text: &str) -> Option<(usize, String)> {
    let text = &text[..text.floor_char_boundary(REACH)];
    let inside = text.trim_start_matches(['{', ' ', '(']);
    let end = inside.find(['}', '{', '\n'])?;
    let rest = &inside[end..];
    if !rest.starts_with('}') {
        return None;
    }
    let tail = rest.len() - rest.trim_start_matches(['}', ' ']).len();
    let closing = rest[..tail].trim_end().len();
    let path = inside[..end].trim();
    let name = path.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).next().unwrap_or_default();
    let words: Vec<&str> = name.split('.').collect();
    let dotted = words.len() > 1 && words.iter().all(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
    let known = words.first().is_some_and(|root| ROOTS.contains(root));
    let alone = path.len() == name.len() || path[name.len()..].trim_start().starts_with(['|', '(', '[']);
    let likely = alone && if known { words.len() > 1 || path.starts_with("tabella") } else { dotted };
    likely.then(|| (text.len() - inside.len() + end + closing, format!("{{{{ {path} }}}}")))
}

/// What is left of the end of an expression: `totali.aree }}`, `%}`, the third brace of `{{ totali.aree }}}`.
fn closed(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = (text.get(..at)?, text.get(at..)?);
    let ends = rest.starts_with("}}") || rest.starts_with("%}") || rest.starts_with("#}");
    if ends { Some(2) } else { (rest.starts_with('}') && before.ends_with('}')).then_some(1) }
}

#[cfg(test)]
mod tests {
    use super::opened;

    #[test]
    fn what_was_meant_for_an_expression_is_known() {
        for text in ["{ totali.aree }", "{totali.aree}", "{ { totali.aree } }", "{totali.aree}}", "{ totale.aree }"] {
            let (length, whole) = opened(&format!("{text} poi")).expect(text);
            assert_eq!(
                (length, whole.replace("totale", "totali").as_str()),
                (text.len(), "{{ totali.aree }}"),
                "{text}"
            );
        }
        assert!(opened("{ tabella(\"processi\") }").is_some() && opened("{ totali.x | data }").is_some());
        for text in ["{a, b}", "{}", "{ nome }", "{processi}", "{ uno due.tre }", "{x.", "{\n}"] {
            assert!(opened(text).is_none(), "{text}");
        }
    }
}
