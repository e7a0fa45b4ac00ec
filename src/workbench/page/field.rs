use crate::workbench::finding_item::FindingItem;
use crate::workbench::plain_words::quoted;
use crate::workbench::table::{Field, FieldKind, FieldOption, items_of};
use serde::Serialize;

/// A field as the forms show it.
#[derive(Debug, Serialize)]
pub(super) struct FieldItem {
    key: String,
    id: String,
    heading: String,
    meaning: String,
    required: bool,
    /// `linea`, `testo`, `elenco`, `coppie`, `scelta`, `scelte`.
    kind: &'static str,
    value: String,
    /// For choices: what is chosen now, one blank at the end.
    chosen: Vec<String>,
    options: Vec<FieldOption>,
    lines: usize,
    findings: Vec<FindingItem>,
    /// What the file says by now, where that is something else.
    theirs: Option<String>,
}

impl FieldItem {
    /// Whether something stands in it, or is said of it.
    pub(super) fn is_filled(&self) -> bool {
        !self.value.is_empty() || !self.findings.is_empty() || self.theirs.is_some()
    }
}

/// A field with what stands in it, and what is said of that.
pub(super) fn field_item(
    field: &Field,
    value: String,
    findings: Vec<FindingItem>,
    theirs: Option<String>,
) -> FieldItem {
    let kind = match &field.kind {
        FieldKind::Line | FieldKind::Number => "linea",
        FieldKind::Prose => "testo",
        FieldKind::Items => "elenco",
        FieldKind::Choice(_) => "scelta",
        FieldKind::Choices(_) => "scelte",
        FieldKind::Pairs | FieldKind::Years => "coppie",
    };
    let mut options = field.options().to_vec();
    let mut chosen = if kind == "scelte" { items_of(&value) } else { Vec::new() };
    // What is written and is none of the words stays to be seen.
    let written = if kind == "scelte" { chosen.clone() } else { vec![value.trim().to_owned()] };
    for word in written.iter().filter(|word| !word.is_empty()) {
        if !options.is_empty() && options.iter().all(|option| option.value != *word) {
            options.push(FieldOption::new(word.as_str(), format!("«{word}», che non c'è")));
        }
    }
    if kind == "scelte" {
        chosen.push(String::new());
    }
    let least = if matches!(kind, "elenco" | "coppie") { 3 } else { 1 };
    let lines = value.lines().count().max(value.chars().count() / 70 + 1).max(least);
    FieldItem {
        id: format!("campo-{}", field.key.replace('.', "-")),
        key: field.key.clone(),
        heading: field.heading.clone(),
        meaning: quoted(&field.meaning),
        required: field.required,
        kind,
        value: if kind == "scelta" { value.trim().to_owned() } else { value },
        chosen,
        options,
        lines,
        findings,
        theirs,
    }
}
