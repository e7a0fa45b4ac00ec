//! The decisions of whoever imports, as a YAML file: read here, and written ready to be filled in by `questions`.

use crate::diagnostic::nearest;
use crate::model::fold;
use crate::tables::HOMES;
use crate::trouble::Trouble;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The keys of the file.
const KEYS: [&str; 6] = ["fogli", "colonne", "nomi", "parole", "separatori", "uffici_nuovi"];

/// The decisions of whoever imports.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    sheets: BTreeMap<Vec<String>, String>,
    columns: BTreeMap<Vec<String>, ColumnAnswer>,
    names: BTreeMap<String, String>,
    words: BTreeMap<String, String>,
    separators: BTreeMap<Vec<String>, String>,
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
        if let Some(place) = unanswered(&file) {
            return Err(wrong(format!("`{place}` non è una parola né un gruppo di risposte")));
        }
        let tables: Vec<(Vec<String>, String)> = placed(&file, "fogli", &scalar).collect();
        if let Some((_, table)) = tables.iter().find(|(_, table)| !is_table(table)) {
            return Err(wrong(format!("sotto `fogli` la tabella `{table}` non c'è, e non è `ignora`")));
        }
        let new_offices = match file.get("uffici_nuovi").and_then(scalar) {
            Some(word) => Some(
                yes_or_no(&word)
                    .ok_or_else(|| wrong(format!("`uffici_nuovi` non può essere `{word}`: è si oppure no")))?,
            ),
            None => None,
        };
        Ok(Self {
            sheets: tables.into_iter().filter_map(|(path, table)| Some((table_key(&path)?, table))).collect(),
            columns: columns_of(&file, "colonne", &column),
            names: texts(&file, "nomi", fold),
            words: texts(&file, "parole", spelled),
            separators: columns_of(&file, "separatori", &scalar),
            new_offices,
        })
    }

    /// The answers as one sheet of a file sees them.
    pub fn of_sheet(&self, file: &str, sheet: &str) -> SheetAnswers<'_> {
        let scopes = [vec![file.to_owned(), spelled(sheet)], vec![fold(sheet)], Vec::new()];
        SheetAnswers { all: self, scopes }
    }

    /// Whom a name means: an identifier, `nuovo` or `ignora`.
    pub fn name(&self, name: &str) -> Option<&str> {
        self.names.get(&fold(name)).map(String::as_str)
    }

    /// What a word or a number means.
    pub fn word(&self, word: &str) -> Option<&str> {
        self.words.get(&spelled(word)).map(String::as_str)
    }
}

/// The answers as a sheet sees them: of its file before those of its name, these before all others.
#[derive(Clone, Debug)]
pub struct SheetAnswers<'a> {
    /// The answers to what is the same in every sheet.
    pub all: &'a Answers,
    /// Under what the answers to its columns may stand, the surest first.
    scopes: [Vec<String>; 3],
}

impl SheetAnswers<'_> {
    /// The table that the sheet holds, or `ignora`.
    pub fn table(&self) -> Option<&str> {
        let found = self.scopes.iter().find_map(|scope| self.all.sheets.get(scope));
        found.map(String::as_str)
    }

    /// The table that one of several parts of the sheet holds, or `ignora`; `number` counts them from 1.
    pub fn table_of_part(&self, number: usize) -> Option<&str> {
        let [of_file, ..] = &self.scopes;
        let key = of_file.iter().cloned().chain([number.to_string()]).collect::<Vec<_>>();
        self.all.sheets.get(&key).map(String::as_str)
    }

    /// What a column is, by its heading; `cell` tells it from others with the same one.
    pub fn column(&self, heading: &str, cell: &str) -> Option<&ColumnAnswer> {
        self.found(&self.all.columns, heading, cell)
    }

    /// What parts the items of the lists of a column, by its heading or its key.
    pub fn separator(&self, heading: &str, cell: &str, key: &str) -> Option<&str> {
        let separators = &self.all.separators;
        let found = self.found(separators, heading, cell).or_else(|| separators.get(&vec![heading_key(key)]));
        found.map(String::as_str)
    }

    fn found<'m, T>(&self, answers: &'m BTreeMap<Vec<String>, T>, heading: &str, cell: &str) -> Option<&'m T> {
        if answers.is_empty() {
            return None;
        }
        let names = [heading_key(&with_cell(heading, cell)), heading_key(heading)];
        let key = |scope: &[String], name: &String| scope.iter().chain([name]).cloned().collect::<Vec<_>>();
        self.scopes.iter().find_map(|scope| names.iter().find_map(|name| answers.get(&key(scope, name))))
    }
}

/// Whether a word says which table a sheet holds, or that it holds none.
fn is_table(word: &str) -> bool {
    word == "ignora" || HOMES.iter().any(|home| home.table == word)
}

fn yes_or_no(word: &str) -> Option<bool> {
    match fold(word).as_str() {
        "si" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

/// A heading with the cell where it stands, by which answers tell it from others like it: `Note (D3)`.
pub(super) fn with_cell(heading: &str, cell: &str) -> String {
    format!("{} ({cell})", heading.trim()).trim_start().to_owned()
}

/// The answers of a group to what is asked of columns.
fn columns_of<T>(
    file: &Map<String, Value>,
    group: &str,
    read: &dyn Fn(&Value) -> Option<T>,
) -> BTreeMap<Vec<String>, T> {
    placed(file, group, read).filter_map(|(path, answer)| Some((column_key(&path)?, answer))).collect()
}

/// The answers of a group that stand by themselves, under a sheet, or under a file and its sheet, each with the names above it.
fn placed<T>(
    file: &Map<String, Value>,
    group: &str,
    read: &dyn Fn(&Value) -> Option<T>,
) -> impl Iterator<Item = (Vec<String>, T)> {
    let mut found = Vec::new();
    if let Some(group) = file.get(group).and_then(Value::as_object) {
        walk(group, &mut Vec::new(), read, &mut found);
    }
    found.into_iter()
}

fn walk<T>(
    group: &Map<String, Value>,
    above: &mut Vec<String>,
    read: &dyn Fn(&Value) -> Option<T>,
    found: &mut Vec<(Vec<String>, T)>,
) {
    for (name, value) in group {
        above.push(name.clone());
        match (read(value), value) {
            (Some(answer), _) => found.push((above.clone(), answer)),
            (None, Value::Object(inner)) => walk(inner, above, read, found),
            (None, _) => {}
        }
        above.pop();
    }
}

/// Where in the file something stands that is no answer: a list, or a word where answers should stand below names.
fn unanswered(file: &Map<String, Value>) -> Option<String> {
    file.iter().find_map(|(key, value)| {
        let is_group = key != "uffici_nuovi";
        match value {
            Value::Object(group) if is_group => unanswered_in(group).map(|place| format!("{key}: {place}")),
            Value::Null => None,
            value if !is_group && scalar(value).is_some() => None,
            _ => Some(key.clone()),
        }
    })
}

fn unanswered_in(group: &Map<String, Value>) -> Option<String> {
    group.iter().find_map(|(name, value)| match value {
        Value::Object(inner) => unanswered_in(inner).map(|place| format!("{name}: {place}")),
        Value::Array(_) => Some(name.clone()),
        _ => None,
    })
}

/// By what the answer to the table of a sheet is found, or to that of one of the parts of a sheet of a file.
fn table_key(path: &[String]) -> Option<Vec<String>> {
    match path {
        [above @ .., part] if above.len() == 2 => Some([sheet_key(above)?, vec![part.clone()]].concat()),
        path => sheet_key(path),
    }
}

/// By what the answer to a sheet is found: its name, or its file and its very name.
fn sheet_key(path: &[String]) -> Option<Vec<String>> {
    match path {
        [sheet] => Some(vec![fold(sheet)]),
        [file, sheet] => Some(vec![file.clone(), spelled(sheet)]),
        _ => None,
    }
}

/// By what the answer to a column is found: its heading, with its sheet, or with its file and sheet.
fn column_key(path: &[String]) -> Option<Vec<String>> {
    let (heading, above) = path.split_last()?;
    let mut key = if above.is_empty() { Vec::new() } else { sheet_key(above)? };
    key.push(heading_key(heading));
    Some(key)
}

fn column(value: &Value) -> Option<ColumnAnswer> {
    let key = match value {
        // A sheet may have a column of this name, whose answer is then a group again.
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
pub(super) fn heading_key(heading: &str) -> String {
    fold(&heading.replace('%', " percento "))
}

/// A word in whose signs something may be said: `1/2` is not `1-2`.
pub(super) fn spelled(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
