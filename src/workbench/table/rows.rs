use super::called::{CalledBy, called, keys, label, said};
use super::names;
use crate::digest::Sha256;
use crate::edit::{Document, Refusal, Step, Written};
use crate::model::{Edition, OutlineEntry};
use crate::plain_file;
use crate::source::Span;
use crate::tables::{Home, Names};
use crate::workbench::bench::{Bench, Parsed};
use crate::workbench::visit::{Form, field};
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

/// The records of a table, as its files say them.
#[derive(Debug)]
pub(in crate::workbench) struct Rows<'a> {
    pub(in crate::workbench) files: Vec<FileText<'a>>,
    pub(in crate::workbench) rows: Vec<Row<'a>>,
}

/// A file that holds records of the table.
#[derive(Debug)]
pub(in crate::workbench) struct FileText<'a> {
    /// Its path below the root.
    pub(in crate::workbench) path: String,
    /// What it says; `None` if it is not there.
    pub(in crate::workbench) text: Option<&'a str>,
    /// The same, to be changed; why not, where it cannot be.
    document: Parsed,
}

/// A record.
#[derive(Debug)]
pub(in crate::workbench) struct Row<'a> {
    /// Which of the files holds it.
    pub(in crate::workbench) file: usize,
    /// The way to it.
    pub(in crate::workbench) at: Vec<Step>,
    /// What it says.
    pub(in crate::workbench) value: Written,
    /// What it is called in addresses.
    pub(in crate::workbench) id: String,
    /// What it is called for people.
    pub(in crate::workbench) label: String,
    /// Where it stands.
    pub(in crate::workbench) entry: Option<&'a OutlineEntry>,
    /// What it would be called in addresses if none were called the same.
    pub(super) base: String,
    /// Whether none is called the same.
    is_alone: bool,
}

/// The name under which a form sends which record it was read from.
const RECORD: &str = "_voce";

/// Behind the fingerprint of a record that is called like another.
const TWIN: &str = "-omonima";

impl<'a> FileText<'a> {
    /// A file that was read.
    pub(in crate::workbench) fn of(bench: &Bench<'a>, path: &str) -> Option<Self> {
        let text = bench.text(path)?;
        Some(Self { path: path.to_owned(), text: Some(text), document: bench.document(path, text) })
    }

    /// A file that is not there yet.
    pub(super) fn absent(path: String) -> Self {
        Self { path, text: None, document: Rc::new(Document::parse("")) }
    }

    /// The same, to be changed.
    ///
    /// # Errors
    ///
    /// Why it cannot be.
    pub(in crate::workbench) fn document(&self) -> Result<&Document, &Refusal> {
        self.document.as_ref().as_ref()
    }

    /// Tells this text from others.
    pub(in crate::workbench) fn fingerprint(&self) -> String {
        Sha256::of(self.text.unwrap_or_default().as_bytes())
    }
}

impl Row<'_> {
    /// Whether something stands in it.
    pub(in crate::workbench) fn holds(&self, span: Span) -> bool {
        self.entry.is_some_and(|entry| entry.span.contains(span))
    }

    /// Tells what the record says from what others say, and whether another is called the same.
    pub(in crate::workbench) fn fingerprint(&self) -> String {
        let said = self.said();
        if self.is_alone { said } else { said + TWIN }
    }

    fn said(&self) -> String {
        Sha256::of(format!("{:?}", self.value).as_bytes())
    }

    /// Whether it still says what it said when a form was read from it, or the form does not say what it was read from.
    pub(in crate::workbench) fn is_as_read(&self, form: &Form) -> bool {
        read_from(form).is_none_or(|read| read.trim_end_matches(TWIN) == self.said())
    }

    /// Whether it is the record that a form was read from, though it may say something else by now: none was and none is called the same, so that
    /// its name tells it.
    pub(in crate::workbench) fn is_the_one_read(&self, form: &Form) -> bool {
        self.is_as_read(form) || (self.is_alone && read_from(form).is_some_and(|read| !read.ends_with(TWIN)))
    }

    /// What stands above its form: its code, and its name beside it where it has both.
    pub(in crate::workbench) fn title(&self, home: &Home) -> String {
        let names = match home.names {
            Names::First(_) => keys(home).filter(|key| *key != "id").filter_map(|key| said(&self.value, key)).nth(1),
            Names::All(_) => None,
        };
        let names = names.filter(|name| *name != self.label);
        names.map_or_else(|| self.label.clone(), |name| format!("{} – {name}", self.label))
    }

    /// The list that holds it, and its place there.
    pub(in crate::workbench) fn place(&self) -> Option<(Vec<Step>, usize)> {
        match self.at.split_last() {
            Some((Step::Item(place), list)) => Some((list.to_vec(), *place)),
            _ => None,
        }
    }
}

impl<'a> Rows<'a> {
    /// The records of a table of an edition.
    pub(in crate::workbench) fn of(bench: &Bench<'a>, edition: &Edition, home: &Home) -> Self {
        let Ok(annex) = bench.annex else { return Self { files: Vec::new(), rows: Vec::new() } };
        let stem = format!("data/{}/{}", edition.id.as_str(), home.file);
        let (single, folder) = (format!("{stem}.yaml"), format!("{stem}/"));
        let mut found = Self { files: Vec::new(), rows: Vec::new() };
        let called = CalledBy::of(edition, home);
        for source in annex.sources().iter() {
            let path = source.path();
            let is_own = path == single || (path.starts_with(&folder) && path.ends_with(".yaml"));
            if !is_own || found.files.iter().any(|file| file.path == path) {
                continue;
            }
            let is_empty = source.text().trim().is_empty();
            // What is not there has been asked for, and says as little as an empty file.
            if is_empty && plain_file::read(&bench.root.join(path)).is_err() {
                continue;
            }
            let document = if is_empty && has_bytes(bench, path) {
                Rc::new(Err(Refusal::unread()))
            } else if is_empty {
                nothing_yet(home)
            } else {
                bench.document(path, source.text())
            };
            let first = found.rows.len();
            if let Ok(document) = document.as_ref() {
                let file = found.files.len();
                for (at, value) in records(document.read(), home) {
                    found.rows.push(row((home, &called), file, at, value));
                }
            }
            found.files.push(FileText { path: path.to_owned(), text: Some(source.text()), document });
            if let Some(id) = annex.sources().find(path) {
                let entries = annex.loaded().annex.outline.entries().filter(|entry| entry.span.source == id);
                let entries: Vec<&OutlineEntry> = entries.collect();
                let document = found.files.last().and_then(|file| file.document().ok());
                for row in &mut found.rows[first..] {
                    let span = document.and_then(|document| document.span(&row.at));
                    row.entry = span.and_then(|span| outermost(&entries, &span));
                }
            }
        }
        found.name();
        if found.files.is_empty() {
            found.files.push(FileText { path: single, text: None, document: nothing_yet(home) });
        }
        found
    }

    /// The first of its files that cannot be read as it is, and why: what stands in it is not among the rows.
    pub(in crate::workbench) fn unread(&self) -> Option<(String, String)> {
        self.files.iter().find_map(|file| Some((file.path.clone(), file.document().err()?.to_string())))
    }

    /// Gives each record its name in addresses, by which it is told from the others.
    fn name(&mut self) {
        let names = names::ids(self.rows.iter().map(|row| row.base.as_str()));
        for (row, name) in self.rows.iter_mut().zip(names) {
            row.id = name;
        }
        let (mut once, mut more) = (HashSet::new(), HashSet::new());
        for row in &self.rows {
            if !once.insert(row.base.as_str()) {
                more.insert(row.base.clone());
            }
        }
        for row in &mut self.rows {
            row.is_alone = !more.contains(&row.base);
        }
    }

    /// The record that an address names: by what it is called in addresses, or by its code, identifier or name.
    pub(in crate::workbench) fn find(&self, home: &Home, id: &str) -> Option<&Row<'a>> {
        self.position(home, id).map(|at| &self.rows[at])
    }

    /// The place of the same among the rows.
    pub(super) fn position(&self, home: &Home, id: &str) -> Option<usize> {
        let at = |is: &dyn Fn(&Row<'a>) -> bool| self.rows.iter().position(is);
        let is_called = |row: &Row<'a>| called(home, &row.value).is_some_and(|name| name == id);
        at(&|row| row.id == id).or_else(|| at(&is_called)).or_else(|| at(&|row| row.id.eq_ignore_ascii_case(id)))
    }

    /// The place among the rows of the record that a form was read from: the one at its address, or wherever it stands by now, as records that
    /// are called the same are numbered in their order.
    pub(in crate::workbench) fn sent(&self, home: &Home, id: &str, form: &Form) -> Option<usize> {
        let at = self.position(home, id);
        if read_from(form).is_none() {
            return at;
        }
        if at.is_some_and(|at| self.rows[at].is_the_one_read(form)) {
            return at;
        }
        let mut same = (0..self.rows.len()).filter(|at| self.rows[*at].is_as_read(form));
        match (same.next(), same.next()) {
            (Some(row), None) => Some(row),
            _ => at,
        }
    }

    /// The line of its file on which a record begins, counted from 1.
    pub(in crate::workbench) fn line(&self, row: &Row<'_>) -> Option<usize> {
        let file = &self.files[row.file];
        let start = file.document().ok()?.span(&row.at)?.start;
        Some(file.text?.get(..start)?.matches('\n').count() + 1)
    }
}

/// The fingerprint of the record that a form was read from, where it says so.
fn read_from(form: &Form) -> Option<&str> {
    field(form, RECORD).filter(|read| !read.is_empty())
}

/// Whether a file of which no text was read has something all the same: it is not in UTF-8.
fn has_bytes(bench: &Bench<'_>, path: &str) -> bool {
    plain_file::read(&bench.root.join(path)).is_ok_and(|bytes| !bytes.trim_ascii().is_empty())
}

/// A file of a table without any record.
fn nothing_yet(home: &Home) -> Parsed {
    Rc::new(Document::parse(&format!("{}: []\n", home.list)))
}

/// The first and longest of the entries, which nest and stand in order, that begins within some bytes.
fn outermost<'a>(entries: &[&'a OutlineEntry], bytes: &Range<usize>) -> Option<&'a OutlineEntry> {
    let start = |entry: &OutlineEntry| entry.span.range().start;
    let first = entries.partition_point(|entry| start(entry) < bytes.start);
    entries.get(first).copied().filter(|entry| start(entry) < bytes.end)
}

fn row<'a>((home, called_by): (&Home, &CalledBy), file: usize, at: Vec<Step>, value: Written) -> Row<'a> {
    let label = label(home, &value, called_by).unwrap_or_default();
    let base = names::base(home, &value);
    let label = if label.is_empty() { format!("{} senza nome", home.singular()) } else { label };
    Row { file, at, value, id: String::new(), label, entry: None, base, is_alone: true }
}

/// The records of a file with the ways to them.
fn records(read: &Written, home: &Home) -> Vec<(Vec<Step>, Written)> {
    let list = vec![Step::from(home.list)];
    let items = read.at(&list).map(Written::items).unwrap_or_default();
    let at = |list: &[Step], number: usize| list.iter().cloned().chain([Step::Item(number)]).collect::<Vec<_>>();
    let Some(inner) = home.inner else {
        let rows = items.iter().enumerate().filter(|(_, item)| matches!(item, Written::Group(_)));
        return rows.map(|(number, item)| (at(&list, number), item.clone())).collect();
    };
    let mut all = Vec::new();
    for (number, group) in items.iter().enumerate() {
        let mut below = at(&list, number);
        below.push(Step::from(inner));
        let rows = group.get(inner).map(Written::items).unwrap_or_default();
        all.extend(rows.iter().enumerate().map(|(number, item)| (at(&below, number), item.clone())));
    }
    all
}
