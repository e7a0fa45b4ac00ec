use minijinja::{Error, ErrorKind};
use std::ops::Range;

/// An expression of a chapter that cannot be replaced.
#[derive(Debug)]
pub struct Mistake {
    /// Its bytes, from the start of the chapter's Markdown.
    pub range: Range<usize>,
    /// What is wrong, in Italian.
    pub message: String,
    /// The names that could have been meant: fields of the same object, or the names that exist.
    pub known: Vec<String>,
    /// The name that was not found, where it is a matter of a name.
    pub name: Option<String>,
}

/// A range that may begin or end inside a letter, stretched to the whole of it: the templates count bytes.
pub(super) fn whole_letters(source: &str, range: Range<usize>) -> Range<usize> {
    source.floor_char_boundary(range.start)..source.ceil_char_boundary(range.end)
}

/// The `{{ … }}` that holds a range.
pub(super) fn enclosing_expression(source: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let start = source
        .get(..range.start.max(2).min(source.len()))?
        .rfind("{{")
        .or_else(|| source.get(range.start..)?.starts_with("{{").then_some(range.start))?;
    let end = start + source.get(start..)?.find("}}")? + 2;
    (end >= range.end && !source[start..end].contains('\n')).then_some(start..end)
}

/// What is wrong with the expression at which a template stopped.
pub(super) fn mistake(
    error: &Error,
    source: &str,
    range: Range<usize>,
    expression: Option<&Range<usize>>,
    figures: &serde_json::Value,
) -> Mistake {
    let shown = expression.unwrap_or(&range).clone();
    let path = expression.map(|expression| source[expression.clone()].trim_matches(['{', '}', ' ', '-']).to_owned());
    let detail = error.detail().unwrap_or("").to_owned();
    let simple = |message: String| Mistake { range: shown.clone(), message, known: Vec::new(), name: None };
    match error.kind() {
        ErrorKind::UndefinedError => {
            let expression = path.unwrap_or_else(|| source.get(range.clone()).unwrap_or("").to_owned());
            let (name, known) = undefined_name(&expression, figures);
            Mistake { range: shown, message: format!("il nome `{name}` non è definito"), known, name: Some(name) }
        }
        ErrorKind::UnknownFunction => simple("questa funzione non esiste: l'unica è `tabella(\"nome\")`".to_owned()),
        ErrorKind::UnknownFilter => {
            simple("questo filtro non esiste; fra gli altri ci sono `data` e `parola`".to_owned())
        }
        ErrorKind::OutOfFuel => simple("le espressioni del capitolo non finiscono mai".to_owned()),
        ErrorKind::SyntaxError => simple(format!("l'espressione non è scritta bene ({detail})")),
        ErrorKind::InvalidOperation if !detail.is_empty() => simple(detail),
        kind => simple(format!(
            "l'espressione non si può calcolare ({kind}{}{detail})",
            if detail.is_empty() { "" } else { ": " }
        )),
    }
}

/// The first part of a dotted name that does not exist, and the names that exist in its place.
fn undefined_name(expression: &str, figures: &serde_json::Value) -> (String, Vec<String>) {
    let path = expression.split('|').next().unwrap_or("").trim();
    let mut here = figures;
    let mut so_far: Vec<&str> = Vec::new();
    for part in path.split('.') {
        so_far.push(part);
        match here.get(part) {
            Some(next) => here = next,
            None => break,
        }
    }
    let prefix = so_far[..so_far.len().saturating_sub(1)].join(".");
    let keys = here.as_object().map(|object| object.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let known = keys.into_iter().map(|key| if prefix.is_empty() { key } else { format!("{prefix}.{key}") }).collect();
    (so_far.join("."), known)
}
