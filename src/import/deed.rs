use crate::edit::Written;
use crate::tables::{Home, Names};
use crate::workbook::name_of;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write as _;

/// A record that an import changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The title of its table.
    pub table: String,
    /// What it is called.
    pub record: String,
    /// What happens to it.
    pub kind: DeedKind,
    /// The values that change.
    pub fields: Vec<FieldChange>,
    /// The files that say so.
    pub files: Vec<String>,
}

/// What happens to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeedKind {
    /// Some of its values change.
    Changed,
    /// It is new.
    Added,
    /// It goes.
    Removed,
}

/// A value that changes, as people read it; empty = not stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The heading of its column.
    pub heading: String,
    /// What it was.
    pub before: String,
    /// What it becomes.
    pub after: String,
}

/// What was not done, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The sheet; empty where it is about the file.
    pub sheet: String,
    /// The row, as the spreadsheet numbers it; 0 where it is about no row.
    pub row: usize,
    /// The heading of the column; empty where it is about the row.
    pub column: String,
    /// What is written there.
    pub text: String,
    /// What is the matter, in Italian.
    pub message: String,
}

/// What an import does and what it leaves.
#[derive(Clone, Debug, Default)]
pub struct Effect {
    /// What changes.
    pub deeds: Vec<Deed>,
    /// What was left.
    pub problems: Vec<Problem>,
    /// What is to be known and stops nothing.
    pub remarks: Vec<String>,
    /// The last deed that changes each record, by its table and what it is called.
    pub(super) changed: HashMap<(String, String), usize>,
}

/// What people call a new record: by its name where only an identifier tells it from the others.
pub(super) fn called(home: &Home, record: &Written) -> String {
    let name = record.get("nome").and_then(Written::scalar).filter(|name| !name.is_empty());
    match (home.names, name) {
        (Names::First(["id", ..]), Some(name)) => name.to_owned(),
        _ => name_of(home, record),
    }
}

/// Longest text of a value in a summary.
const SHOWN: usize = 160;

impl Effect {
    /// The effect in words, table by table.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for remark in &self.remarks {
            let _ = writeln!(text, "{remark}");
        }
        let mut tables: Vec<&str> = Vec::new();
        for deed in &self.deeds {
            if !tables.contains(&deed.table.as_str()) {
                tables.push(&deed.table);
            }
        }
        for table in tables {
            let _ = writeln!(text, "\n{table}");
            for deed in self.deeds.iter().filter(|deed| deed.table == table) {
                deed.tell(&mut text);
            }
        }
        if !self.problems.is_empty() {
            let _ = writeln!(text, "\nNon scritto, da decidere");
            for problem in &self.problems {
                let _ = writeln!(text, "  {}", problem.line());
            }
        }
        text
    }
}

impl Deed {
    fn tell(&self, text: &mut String) {
        let from = if self.files.len() > 1 { format!(" (da {})", self.files.join(", ")) } else { String::new() };
        let sign = match self.kind {
            DeedKind::Changed => "~",
            DeedKind::Added => "+ nuova voce:",
            DeedKind::Removed => "- voce tolta:",
        };
        let _ = writeln!(text, "  {sign} {}{from}", self.record);
        for FieldChange { heading, before, after } in &self.fields {
            let (before, after) = (shown(before), shown(after));
            let _ = match self.kind {
                DeedKind::Added => writeln!(text, "      {heading}: {after}"),
                _ => writeln!(text, "      {heading}: {before} → {after}"),
            };
        }
    }
}

impl Problem {
    /// A problem with its place.
    pub fn line(&self) -> String {
        let mut line = self.file.clone();
        if !self.sheet.is_empty() {
            let _ = write!(line, ", foglio «{}»", self.sheet);
        }
        if self.row > 0 {
            let _ = write!(line, ", riga {}", self.row);
        }
        if !self.column.is_empty() {
            let _ = write!(line, ", colonna «{}»", self.column);
        }
        let _ = write!(line, ": {}", self.message);
        line
    }
}

/// A value on one line, not too long.
fn shown(value: &str) -> String {
    let line = value.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ");
    if line.is_empty() {
        return "(vuoto)".to_owned();
    }
    if line.chars().count() > SHOWN { line.chars().take(SHOWN).chain(['…']).collect() } else { line }
}

impl Effect {
    /// Takes what another import did.
    pub fn join(&mut self, other: Self) {
        let before = self.deeds.len();
        self.changed.extend(other.changed.into_iter().map(|(record, at)| (record, at + before)));
        self.deeds.extend(other.deeds);
        self.problems.extend(other.problems);
        self.remarks.extend(other.remarks);
    }

    /// What changes, for programs.
    pub fn json(&self) -> Value {
        let deed = |deed: &Deed| {
            let field =
                |field: &FieldChange| json!({ "heading": field.heading, "before": field.before, "after": field.after });
            let kind = match deed.kind {
                DeedKind::Changed => "changed",
                DeedKind::Added => "added",
                DeedKind::Removed => "removed",
            };
            let fields: Vec<Value> = deed.fields.iter().map(field).collect();
            json!({ "table": deed.table, "record": deed.record, "kind": kind, "fields": fields, "files": deed.files })
        };
        let problem = |problem: &Problem| {
            json!({
                "file": problem.file, "sheet": problem.sheet, "row": problem.row, "column": problem.column,
                "text": problem.text, "message": problem.message,
            })
        };
        let deeds: Vec<Value> = self.deeds.iter().map(deed).collect();
        let problems: Vec<Value> = self.problems.iter().map(problem).collect();
        json!({ "records": deeds, "problems": problems, "remarks": self.remarks })
    }

    /// Notes that a value of a record changes.
    pub(super) fn change(&mut self, table: String, record: &str, field: FieldChange, file: &str) {
        let files: Vec<String> = file.split(", ").filter(|file| !file.is_empty()).map(str::to_owned).collect();
        let known = self.changed.get(&(table.clone(), record.to_owned())).copied();
        if let Some(deed) = known.and_then(|at| self.deeds.get_mut(at)) {
            deed.fields.push(field);
            let new: Vec<String> = files.into_iter().filter(|file| !deed.files.contains(file)).collect();
            deed.files.extend(new);
            return;
        }
        self.changed.insert((table.clone(), record.to_owned()), self.deeds.len());
        let (record, kind) = (record.to_owned(), DeedKind::Changed);
        self.deeds.push(Deed { table, record, kind, fields: vec![field], files });
    }
}
