//! What the rows of others' spreadsheets state, held against the records that are there: a record is found again by its code, its identifier or
//! its name; what differs is changed, what is new is added, and what the sheet does not speak of is left.

mod heads;
mod identity;
mod new_records;
mod own_columns;
mod pending;
mod same;
mod same_office;
mod settings;

use super::deed::{Effect, FieldChange, Problem};
use super::{Draft, FileReading, Target};
use crate::edit::Written;
use crate::model::fold;
use crate::tables::Home;
use crate::workbook::{GridRow, encode};
use heads::Heads;
use identity::Index;
use pending::Pending;
use same::is_same;
use std::collections::HashMap;

/// Keys of which a record has one alone: where a row states one, the others go.
const CHOICES: [&[&str]; 3] = [&["smart_team", "servizio"], &["giorni_settimana", "giorni"], &["profili", "attivita"]];

/// Makes what foreign workbooks state part of the data.
pub fn merge(target: &mut Target<'_>, files: &[FileReading]) -> Effect {
    let (effect, index) = (Effect::default(), Index::default());
    let mut merger = Merger { target, effect, index, pending: Vec::new(), waiting: HashMap::new() };
    merger.index = Index::of(merger.target);
    merger.learn(files);
    for file in files {
        for sheet in &file.sheets {
            let heads = Heads::of(merger.target, files, sheet);
            let may_change = |key: &str, value: &Written| heads.may_change(key, value);
            settings::apply(merger.target, &mut merger.effect, (&file.file, sheet), may_change);
            let has_ids = sheet.columns.iter().any(|column| column.key.as_deref() == Some("id"));
            for draft in sheet.offices.iter().chain(&sheet.drafts) {
                merger.take(&file.file, draft, has_ids);
            }
        }
    }
    merger.find_offices();
    merger.add();
    merger.effect
}

struct Merger<'t, 'a> {
    target: &'t mut Target<'a>,
    effect: Effect,
    index: Index,
    pending: Vec<Pending>,
    /// Which of them a row speaks of, by its table and the surest of its names.
    waiting: HashMap<(&'static str, String), usize>,
}

/// What a row says, and where.
#[derive(Clone, Copy)]
struct Said<'d> {
    file: &'d str,
    draft: &'d Draft,
    home: &'static Home,
    /// Whether a column of its sheet names the records by their identifiers.
    has_ids: bool,
}

impl Said<'_> {
    fn problem(&self, heading: String, message: String) -> Problem {
        Problem {
            file: self.file.to_owned(),
            sheet: self.draft.sheet.clone(),
            row: self.draft.row,
            column: heading,
            text: String::new(),
            message,
        }
    }

    fn record(&self) -> Written {
        Written::Group(self.draft.fields.clone())
    }
}

impl Merger<'_, '_> {
    /// Learns what the records are called that sheets bring and others refer to.
    fn learn(&mut self, files: &[FileReading]) {
        let sheets = files.iter().flat_map(|file| &file.sheets);
        for draft in sheets.flat_map(|sheet| sheet.offices.iter().chain(&sheet.drafts)) {
            if let Some(home) = Home::of(&draft.table) {
                self.target.learn(home, &draft.fields);
            }
        }
    }

    fn take(&mut self, file: &str, draft: &Draft, has_ids: bool) {
        let Some(home) = Home::of(&draft.table) else { return };
        let said = Said { file, draft, home, has_ids };
        let record = said.record();
        if let Some(number) = self.index.find(home.table, &record) {
            let row = self.target.grid(home.table).and_then(|grid| grid.rows.get(number)).cloned();
            if let Some(row) = row {
                self.update(said, &row, self.index.is_touched(home.table, number));
                self.index.touch(home.table, number);
            }
            return;
        }
        let name = identity::names(home.table, &record, false).into_iter().next().map(|name| (home.table, name));
        let known = name.as_ref().and_then(|name| self.waiting.get(name)).copied();
        if let Some(at) = known.filter(|_| identity::is_one(home.table)) {
            let problems = self.pending.get_mut(at).map(|pending| pending.join(draft)).unwrap_or_default();
            for (key, message) in problems {
                self.left(said, &key, message);
            }
            return;
        }
        if let Some(name) = name {
            self.waiting.entry(name).or_insert(self.pending.len());
        }
        self.pending.push(Pending::new(file, home, draft));
    }

    /// Changes what a row says otherwise than its record; a second row of one record adds to what the first said.
    fn update(&mut self, said: Said<'_>, row: &GridRow, again: bool) {
        let now = self.target.ledger.at(&row.place).filter(|_| again);
        if let Some(key) = now.and_then(|now| identity::other_name(said.home.table, now, &said.record())) {
            let message = format!(
                "«{}» è già in un'altra riga del foglio, con un altro nome: questa riga non è stata scritta",
                row.key
            );
            self.left(said, key, message);
            return;
        }
        let mut is_changed = false;
        for (key, value) in &said.draft.fields {
            let parts = match value {
                Written::Group(parts) => parts.iter().map(|(part, value)| (vec![key.as_str(), part], value)).collect(),
                _ => vec![(vec![key.as_str()], value)],
            };
            for (path, value) in parts {
                is_changed |= self.set(said, row, &path, value, again);
            }
        }
        if let (true, Some(doubt)) = (is_changed, &said.draft.to_verify) {
            let now = self.target.ledger.at(&row.place).and_then(|now| now.get("da_verificare"));
            let before = now.and_then(Written::scalar).unwrap_or_default().to_owned();
            if !before.contains(doubt.as_str()) {
                let text = if before.is_empty() { doubt.clone() } else { format!("{} {doubt}", before.trim_end()) };
                self.put(said, row, &["da_verificare"], Written::text(text));
            }
        }
    }

    /// Sets a value that differs; whether it did.
    fn set(&mut self, said: Said<'_>, row: &GridRow, path: &[&str], value: &Written, again: bool) -> bool {
        if said.home.inner.is_some() && path == ["gruppo"] {
            return false;
        }
        let record = self.target.ledger.at(&row.place).cloned().unwrap_or(Written::Nothing);
        let now = path.iter().try_fold(&record, |value, key| value.get(key));
        let key = path.first().copied().unwrap_or_default();
        if key == "nome" && self.keeps_name(said, row, value) {
            return false;
        }
        if now.is_some_and(|now| same_office::is_one_name(said.home.table, key, now, value)) {
            return false;
        }
        if now.is_some_and(|now| is_same(key, now, value)) || (now.is_none() && *value == Written::List(Vec::new())) {
            return false;
        }
        let mut value = value.clone();
        if let (true, Some(now)) = (again, now) {
            match pending::joined(key, now, &value) {
                Some(joined) if is_same(key, now, &joined) => return false,
                Some(joined) => value = joined,
                None => {
                    let message =
                        format!("«{}» è già in un'altra riga del foglio, che dice altro: è rimasto quello", row.key);
                    self.left(said, key, message);
                    return false;
                }
            }
        }
        for choice in CHOICES.iter().filter(|choice| choice.contains(&key) && now.is_none()) {
            for other in choice.iter().filter(|other| **other != key && record.get(other).is_some()) {
                if !said.draft.fields.iter().any(|(stated, _)| stated == *other) {
                    self.take_away(said, row, other);
                }
            }
        }
        self.put(said, row, path, value)
    }

    /// Takes a key from a record, of which it may have one of several.
    fn take_away(&mut self, said: Said<'_>, row: &GridRow, key: &str) {
        let (heading, before) = (self.heading(said.home, &[key]), self.shown(said.home, &[key], &row.place));
        match self.target.ledger.remove(&row.place, &[key], &[]) {
            Ok(()) => {
                let field = FieldChange { heading, before, after: String::new() };
                self.effect.change(self.target.title(said.home), &row.key, field, said.file);
            }
            Err(refusal) => self.left(said, key, refusal.to_string()),
        }
    }

    /// Whether an office keeps its name: it was found by the one in the sheet, which is therefore another way of calling it, and said where
    /// that is more than another spelling.
    fn keeps_name(&mut self, said: Said<'_>, row: &GridRow, value: &Written) -> bool {
        if said.has_ids || !matches!(said.home.table, "aree" | "servizi" | "smart-team") {
            return false;
        }
        let now = self.target.ledger.at(&row.place).and_then(|record| record.get("nome")).and_then(Written::scalar);
        let (now, other) = (now.unwrap_or_default().to_owned(), value.scalar().unwrap_or_default());
        if fold(&now) != fold(other) {
            let remark = format!("«{other}» è «{now}» (`{}`): il nome resta quello dei dati", row.key);
            if !self.effect.remarks.contains(&remark) {
                self.effect.remarks.push(remark);
            }
        }
        true
    }

    fn put(&mut self, said: Said<'_>, row: &GridRow, path: &[&str], value: Written) -> bool {
        let mut order = self.target.order(said.home);
        // Columns that are new to the table follow those that it has, in the order of the sheet.
        for (key, _) in &said.draft.fields {
            if !order.contains(key) {
                order.push(key.clone());
            }
        }
        let order: Vec<&str> = order.iter().map(String::as_str).collect();
        let before = self.shown(said.home, path, &row.place);
        match self.target.ledger.set(&row.place, path, value, &order) {
            Ok(()) => {
                let (heading, after) = (self.heading(said.home, path), self.shown(said.home, path, &row.place));
                let field = FieldChange { heading, before, after };
                self.effect.change(self.target.title(said.home), &row.key, field, said.file);
                true
            }
            Err(refusal) => {
                self.left(said, path.first().unwrap_or(&""), refusal.to_string());
                false
            }
        }
    }

    /// Tells of a value that was not written.
    fn left(&mut self, said: Said<'_>, key: &str, message: String) {
        let heading = self.heading(said.home, &[key]);
        self.effect.problems.push(said.problem(heading, message));
    }

    fn heading(&self, home: &Home, path: &[&str]) -> String {
        let column = self.target.grid(home.table).and_then(|grid| grid.column(&path.join("/")));
        column.map_or_else(|| path.join(": "), |(_, column)| column.heading.clone())
    }

    fn shown(&self, home: &Home, path: &[&str], place: &crate::edit::Place) -> String {
        let Some(record) = self.target.ledger.at(place) else { return String::new() };
        let column = self.target.grid(home.table).and_then(|grid| grid.column(&path.join("/")));
        if let Some((_, column)) = column {
            return encode(column, record, &self.target.labels);
        }
        let value = path.iter().try_fold(record, |value, key| value.get(key));
        let items = value.map(Written::items).unwrap_or_default().iter().filter_map(Written::scalar);
        value.and_then(Written::scalar).map_or_else(|| items.collect::<Vec<_>>().join("\n"), str::to_owned)
    }
}
