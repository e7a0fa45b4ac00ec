//! The decisions of whoever imports, as a YAML file: read here, and written ready to be filled in by `questions`.

use crate::diagnostic::nearest;
use crate::model::fold;
use crate::trouble::Trouble;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The keys of the file.
const KEYS: [&str; 6] = ["fogli", "colonne", "nomi", "parole", "separatori", "uffici_nuovi"];

/// The decisions of whoever imports.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    sheets: BTreeMap<String, String>,
    columns: BTreeMap<String, ColumnAnswer>,
    names: BTreeMap<String, String>,
    words: BTreeMap<String, String>,
    separators: BTreeMap<String, String>,
    /// Whether offices that the edition does not have are added to it; `None` if nothing is said.
    pub new_offices: Option<bool>,
}

/// What an answer says of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnAnswer {
    /// It is left out.
    Ignored,
    /// It fills this key.
    Key(String),
}

impl Answers {
    /// Reads the file of answers; `shown` is what messages call it.
    ///
    /// # Errors
    ///
    /// When it is no YAML, or has other keys than those of answers.
    pub fn parse(shown: &str, text: &str) -> Result<Self, Trouble> {
        let wrong = |what: String| {
            Trouble::new(
                format!("le risposte di `{shown}` non si possono usare: {what}"),
                "chiedere un file da compilare con --risposte-da-compilare FILE",
            )
        };
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Self::default());
        }
        let file: Map<String, Value> = serde_saphyr::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|_| wrong("non è YAML, o non è un elenco di chiavi".to_owned()))?;
        if let Some(key) = file.keys().find(|key| !KEYS.contains(&key.as_str())) {
            let meant = nearest(key, KEYS).map(|near| format!(" (forse `{near}`?)")).unwrap_or_default();
            return Err(wrong(format!("la chiave `{key}` non c'è{meant}; le chiavi sono {}", KEYS.join(", "))));
        }
        let mut columns = BTreeMap::new();
        for (heading, value) in group(&file, "colonne") {
            match value {
                // The columns of one sheet, under its name.
                Value::Object(inner) if !inner.contains_key("chiave") => {
                    columns.extend(inner.iter().filter_map(|(inner, value)| {
                        Some((format!("{}\n{}", fold(heading), fold_heading(inner)), column(value)?))
                    }));
                }
                value => columns.extend(column(value).map(|answer| (fold_heading(heading), answer))),
            }
        }
        Ok(Self {
            sheets: texts(&file, "fogli", fold),
            columns,
            names: texts(&file, "nomi", fold),
            words: texts(&file, "parole", spelled),
            separators: texts(&file, "separatori", fold_heading),
            new_offices: file
                .get("uffici_nuovi")
                .and_then(scalar)
                .map(|word| matches!(fold(&word).as_str(), "si" | "true")),
        })
    }

    /// The table that a sheet holds, or `ignora`.
    pub fn sheet(&self, name: &str) -> Option<&str> {
        self.sheets.get(&fold(name)).map(String::as_str)
    }

    /// What a heading means, of this sheet before all others.
    pub fn column(&self, sheet: &str, heading: &str) -> Option<&ColumnAnswer> {
        let heading = fold_heading(heading);
        self.columns.get(&format!("{}\n{heading}", fold(sheet))).or_else(|| self.columns.get(&heading))
    }

    /// Whom a name means: an identifier, `nuovo` or `ignora`.
    pub fn name(&self, name: &str) -> Option<&str> {
        self.names.get(&fold(name)).map(String::as_str)
    }

    /// What a word or a number means.
    pub fn word(&self, word: &str) -> Option<&str> {
        self.words.get(&spelled(word)).map(String::as_str)
    }

    /// What parts the items of the lists of a column, by its heading or its key.
    pub fn separator(&self, heading: &str, key: &str) -> Option<&str> {
        let found = self.separators.get(&fold_heading(heading)).or_else(|| self.separators.get(&fold_heading(key)));
        found.map(String::as_str)
    }
}

fn column(value: &Value) -> Option<ColumnAnswer> {
    let key = match value {
        Value::Object(own) => own.get("chiave").and_then(scalar)?,
        value => scalar(value)?,
    };
    Some(if fold(&key) == "ignora" { ColumnAnswer::Ignored } else { ColumnAnswer::Key(key) })
}

fn group<'a>(file: &'a Map<String, Value>, key: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    file.get(key).and_then(Value::as_object).into_iter().flatten()
}

/// The entries of a group whose values are words; those not filled in are left out.
fn texts(file: &Map<String, Value>, key: &str, spelling: fn(&str) -> String) -> BTreeMap<String, String> {
    group(file, key).filter_map(|(name, value)| Some((spelling(name), scalar(value)?))).collect()
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(if *truth { "si" } else { "no" }.to_owned()),
        _ => None,
    }
}

/// A heading without what `fold` leaves out but tells headings apart: `%`.
fn fold_heading(heading: &str) -> String {
    fold(&heading.replace('%', " percento "))
}

/// A word in whose signs something may be said: `1/2` is not `1-2`.
fn spelled(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
