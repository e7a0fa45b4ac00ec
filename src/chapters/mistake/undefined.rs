use super::Mistake;
use std::ops::Range;

/// A name that stands for nothing; `detail` is what the engine says, `inside` what stands between the braces.
pub(super) fn mistake(shown: Range<usize>, detail: &str, inside: &str, figures: &serde_json::Value) -> Mistake {
    // The engine names what it looked for, unless that is itself the result of something.
    let told =
        detail.split('`').nth(1).filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.'));
    let path = told.unwrap_or_else(|| inside.split('|').next().unwrap_or_default().trim());
    // `smart-team` is a difference to the engine; in the data it is a name.
    let path =
        if inside.starts_with(&format!("{path}-")) { inside.split([' ', '|']).next().unwrap_or(path) } else { path };
    let (name, known) = undefined_name(path, figures);
    let known = if name.contains('.') && known.is_empty() { Vec::new() } else { known };
    Mistake { known, name: Some(name.clone()), ..Mistake::new(shown, format!("il nome `{name}` non è definito")) }
}

/// The first part of a dotted name that does not exist, and the names that exist in its place; the whole name if it is one of
/// a loop.
fn undefined_name(path: &str, figures: &serde_json::Value) -> (String, Vec<String>) {
    let mut here = figures;
    let mut so_far: Vec<&str> = Vec::new();
    for part in path.split('.') {
        so_far.push(part);
        match here.get(part) {
            Some(next) => here = next,
            None => break,
        }
    }
    if so_far.len() == 1 && path.contains('.') {
        return (path.to_owned(), Vec::new());
    }
    let prefix = so_far[..so_far.len().saturating_sub(1)].join(".");
    let keys = here.as_object().map(|object| object.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let known = keys.into_iter().map(|key| if prefix.is_empty() { key } else { format!("{prefix}.{key}") }).collect();
    (so_far.join("."), known)
}
