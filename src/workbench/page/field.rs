use crate::workbench::finding_item::FindingItem;
use crate::workbench::plain_words::quoted;
use crate::workbench::table::{Collision, Field, FieldKind, FieldOption, before, items_of, typed};
use crate::workbench::visit::Form;
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
    /// What stood in it when it was read, by which it is known whether it was touched; nothing in the form of what is not there yet.
    before: Option<String>,
    /// What the file says by now, where that is something else than what was typed.
    theirs: Option<String>,
    /// What the file said before, where it alone changed it.
    was: Option<String>,
    /// Whether the other value may be kept as a doubt.
    doubts: bool,
}

/// What stands in a field.
#[derive(Debug, Default)]
pub(super) struct FieldText {
    value: String,
    before: Option<String>,
    theirs: Option<String>,
    was: Option<String>,
}

impl FieldText {
    /// A value of what is not there yet.
    pub(super) fn new(value: String) -> Self {
        Self { value, ..Self::default() }
    }

    /// What the file says now, or what was typed in its place; `collision` are the two held against each other.
    pub(super) fn standing(field: &Field, now: String, form: Option<&Form>, collision: Option<&Collision>) -> Self {
        let typed = collision.map(|collision| &collision.form).or(form).and_then(|form| typed(field, form));
        let clashes = collision.is_some_and(|collision| collision.clashes.contains(&field.key));
        // What is shown beside what the file says is read from that.
        let read = form.filter(|_| collision.is_none()).and_then(|form| before(field, form));
        Self {
            before: Some(read.unwrap_or_else(|| now.clone())),
            theirs: clashes.then(|| named(field, &now)),
            was: collision.and_then(|collision| collision.was(field)).map(|was| named(field, &was)),
            value: typed.unwrap_or(now),
        }
    }
}

/// A value as people call it.
fn named(field: &Field, text: &str) -> String {
    let name = |line: &str| {
        let option = field.options().iter().find(|option| option.value == line);
        option.map_or_else(|| line.to_owned(), |option| option.label.clone())
    };
    text.trim().lines().map(name).collect::<Vec<_>>().join("; ")
}

impl FieldItem {
    /// Whether something stands in it, or is said of it.
    pub(super) fn is_filled(&self) -> bool {
        !self.value.is_empty() || !self.findings.is_empty() || self.theirs.is_some() || self.was.is_some()
    }

    /// Whether there is anything to be done with it: a reference to a table in which nothing stands yet offers nothing.
    pub(super) fn offers(&self) -> bool {
        self.required || !self.is_choice() || !self.options.is_empty() || self.is_filled()
    }

    fn is_choice(&self) -> bool {
        matches!(self.kind, "scelta" | "scelte")
    }
}

/// A field with what stands in it, and what is said of that.
pub(super) fn field_item(field: &Field, text: FieldText, findings: Vec<FindingItem>) -> FieldItem {
    let FieldText { value, before, theirs, was } = text;
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
    // What is written and is none of the words stays to be seen, and is sent back with the form.
    let written = match kind {
        "scelta" => vec![value.trim().to_owned()],
        _ => chosen.clone(),
    };
    for word in written.iter().filter(|word| !word.is_empty()) {
        if options.iter().all(|option| option.value != *word) {
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
        before,
        doubts: field.doubts,
        theirs,
        was,
    }
}
