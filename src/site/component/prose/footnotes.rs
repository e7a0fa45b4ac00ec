use serde::Serialize;
use std::collections::HashMap;
use tera::Value;

/// The notes of a chapter, numbered in the order in which the text calls them.
#[derive(Debug)]
pub(super) struct Footnotes {
    prefix: String,
    numbers: HashMap<String, usize>,
    /// How many times each note has been called.
    calls: Vec<usize>,
    texts: HashMap<String, String>,
}

/// A note at the end of a chapter.
#[derive(Debug, Serialize)]
pub(super) struct Footnote {
    number: usize,
    id: String,
    html: Value,
    /// Where it is called.
    calls: Vec<String>,
}

impl Footnote {
    /// Its identifier on the page.
    #[cfg(test)]
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

impl Footnotes {
    pub(super) fn new(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), numbers: HashMap::new(), calls: Vec::new(), texts: HashMap::new() }
    }

    /// The mark in the text that calls a note.
    pub(super) fn refer(&mut self, label: &str) -> String {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(label.to_owned()).or_insert(next);
        if number > self.calls.len() {
            self.calls.push(0);
        }
        let time = self.calls.get_mut(number - 1).map_or(1, |calls| {
            *calls += 1;
            *calls
        });
        let prefix = &self.prefix;
        let id = call_id(prefix, number, time);
        format!(
            "<sup class=\"richiamo\"><a id=\"{id}\" href=\"#{prefix}nota_{number}\" aria-label=\"Nota {number}\">{number}</a></sup>"
        )
    }

    /// Says what a note says; a note that is written twice says both.
    pub(super) fn define(&mut self, label: &str, html: &str) {
        self.texts.entry(label.to_owned()).or_default().push_str(html);
    }

    /// The notes that are called, in order.
    pub(super) fn into_notes(self) -> Vec<Footnote> {
        let mut notes: Vec<Footnote> = Vec::new();
        for (label, number) in &self.numbers {
            let calls = self.calls.get(number - 1).copied().unwrap_or(1);
            notes.push(Footnote {
                number: *number,
                id: format!("{}nota_{number}", self.prefix),
                html: Value::safe_string(self.texts.get(label).map_or("", String::as_str)),
                calls: (1..=calls).map(|time| call_id(&self.prefix, *number, time)).collect(),
            });
        }
        notes.sort_by_key(|note| note.number);
        notes
    }
}

fn call_id(prefix: &str, number: usize, time: usize) -> String {
    match time {
        1 => format!("{prefix}richiamo_{number}"),
        _ => format!("{prefix}richiamo_{number}_{time}"),
    }
}
