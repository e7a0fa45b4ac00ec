use super::value::on_one_line;
use crate::edit::Written;

/// What a row states, as it is gathered cell by cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    list: Vec<(String, Written)>,
    marks: Vec<String>,
    notes: Vec<String>,
    doubts: Vec<String>,
    clashes: Vec<Clash>,
}

/// What a key would have been given that has something else already.
#[derive(Clone, Debug)]
pub(super) struct Clash {
    /// What it keeps.
    pub(super) kept: String,
    /// What it would have been given.
    pub(super) other: String,
}

impl Fields {
    /// States a value; a key that is stated already keeps its own, and what it does not take is a clash.
    pub(super) fn put(&mut self, key: &str, value: Written) {
        let clash = put(&mut self.list, key, value);
        self.clashes.extend(clash);
    }

    /// The values that were not taken since this was asked last.
    pub(super) fn take_clashes(&mut self) -> Vec<Clash> {
        std::mem::take(&mut self.clashes)
    }

    /// States a text, in its place as it is written.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.put(key, Written::Text(on_one_line(text)));
    }

    /// States a number.
    pub(super) fn number(&mut self, key: &str, number: f64) {
        self.put(key, written_number(number));
    }

    /// States several texts.
    pub(super) fn texts(&mut self, key: &str, texts: Vec<String>) {
        self.put(key, Written::List(texts.into_iter().map(Written::Text).collect()));
    }

    /// States a value of a group.
    pub(super) fn within(&mut self, group: &str, key: &str, value: Written) {
        match self.list.iter_mut().find(|(name, _)| name == group) {
            Some((_, Written::Group(values))) => {
                let clash = put(values, key, value);
                self.clashes.extend(clash);
            }
            Some(_) => {}
            None => self.list.push((group.to_owned(), Written::Group(vec![(key.to_owned(), value)]))),
        }
    }

    /// The number of a key of a group.
    pub(super) fn within_number(&self, group: &str, key: &str) -> Option<f64> {
        let group = self.list.iter().find(|(name, _)| name == group).map(|(_, value)| value)?;
        let Written::Group(values) = group else { return None };
        match values.iter().find(|(known, _)| known == key)? {
            (_, Written::Number(text)) => text.parse().ok(),
            _ => None,
        }
    }

    /// States a value no more.
    pub(super) fn take_back(&mut self, key: &str) {
        self.list.retain(|(known, _)| known != key);
    }

    /// Adds marks that stand beside a value.
    pub(super) fn mark(&mut self, marks: Vec<String>) {
        for mark in marks {
            if !self.marks.contains(&mark) {
                self.marks.push(mark);
            }
        }
    }

    /// Adds a text to the note.
    pub(super) fn note(&mut self, note: &str) {
        self.notes.push(on_one_line(note));
    }

    /// Adds what was not read for sure.
    pub(super) fn doubt(&mut self, text: &str, message: &str) {
        let text = on_one_line(text);
        self.doubts.push(if text.is_empty() {
            capitalised(message)
        } else {
            format!("Nel foglio: «{text}» ({message})")
        });
    }

    /// Whether a key is stated.
    pub(super) fn has(&self, key: &str) -> bool {
        self.list.iter().any(|(known, _)| known == key)
    }

    /// The text of a key.
    pub(super) fn stated(&self, key: &str) -> Option<&str> {
        self.list.iter().find(|(known, _)| known == key).and_then(|(_, value)| match value {
            Written::Text(text) | Written::Number(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Whether nothing is stated.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Everything in the order of these keys, the others after them, and what is to be verified.
    pub(super) fn finish(mut self, order: &[&str]) -> (Vec<(String, Written)>, Option<String>) {
        let place = |key: &str| order.iter().position(|known| *known == key).unwrap_or(order.len());
        self.list.sort_by_key(|(key, _)| place(key));
        if !self.notes.is_empty() {
            self.list.retain(|(key, _)| key != "nota");
            self.list.push(("nota".to_owned(), Written::Text(self.notes.join("; "))));
        }
        if !self.marks.is_empty() {
            self.list.push(("richiami".to_owned(), Written::List(self.marks.into_iter().map(Written::Text).collect())));
        }
        let to_verify = (!self.doubts.is_empty()).then(|| self.doubts.join(". "));
        (self.list, to_verify)
    }
}

/// Gives a key a value that it does not have yet; says where it has another.
fn put(list: &mut Vec<(String, Written)>, key: &str, value: Written) -> Option<Clash> {
    match list.iter().find(|(known, _)| known == key) {
        None => {
            list.push((key.to_owned(), value));
            None
        }
        Some((_, kept)) if kept.means(&value) => None,
        Some((_, kept)) => Some(Clash { kept: shown(kept), other: shown(&value) }),
    }
}

/// A value for people.
fn shown(value: &Written) -> String {
    let items: Vec<&str> = value.items().iter().filter_map(Written::scalar).collect();
    value.scalar().map_or_else(|| items.join("; "), str::to_owned)
}

/// A number as the data write it.
pub(super) fn written_number(number: f64) -> Written {
    Written::Number(number.to_string())
}

fn capitalised(text: &str) -> String {
    crate::model::capital(text)
}
