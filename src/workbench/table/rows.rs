use super::choice::records as choices;
use crate::digest::Sha256;
use crate::edit::{Document, Refusal, Step, Written};
use crate::model::{Edition, OutlineEntry, UniqueNames, slug};
use crate::source::Span;
use crate::tables::{Home, Kind, Names};
use crate::workbench::bench::{Bench, Parsed};
use std::collections::HashMap;
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
}

impl<'a> FileText<'a> {
    /// A file that was read.
    pub(super) fn of(bench: &Bench<'a>, path: &str) -> Option<Self> {
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

    /// Tells what the record says from what others say.
    pub(in crate::workbench) fn fingerprint(&self) -> String {
        Sha256::of(format!("{:?}", self.value).as_bytes())
    }

    /// What stands above its form: its code, and its name beside it where it has both.
    pub(in crate::workbench) fn title(&self, home: &Home) -> String {
        let names = match home.names {
            Names::First(_) => keys(home).filter(|key| *key != "id").filter_map(|key| said(&self.value, key)).nth(1),
            Names::All(_) => None,
        };
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
        let (mut taken, called) = (UniqueNames::default(), CalledBy::of(edition, home));
        for source in annex.sources().iter() {
            let path = source.path();
            let is_own = path == single || (path.starts_with(&folder) && path.ends_with(".yaml"));
            if !is_own || source.text().is_empty() || found.files.iter().any(|file| file.path == path) {
                continue;
            }
            let document = bench.document(path, source.text());
            let first = found.rows.len();
            if let Ok(document) = document.as_ref() {
                let file = found.files.len();
                for (at, value) in records(document.read(), home) {
                    found.rows.push(row((home, &called), file, at, value, &mut taken));
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
        if found.files.is_empty() {
            let document = Rc::new(Document::parse(&format!("{}: []\n", home.list)));
            found.files.push(FileText { path: single, text: None, document });
        }
        found
    }

    /// The record that an address names: by its code, identifier or name, or by what it is called in addresses.
    pub(in crate::workbench) fn find(&self, home: &Home, id: &str) -> Option<&Row<'a>> {
        let is = |row: &&Row<'a>| called(home, &row.value).is_some_and(|name| name == id);
        self.rows.iter().find(is).or_else(|| self.rows.iter().find(|row| row.id.eq_ignore_ascii_case(id)))
    }
}

/// The first and longest of the entries, which nest and stand in order, that begins within some bytes.
fn outermost<'a>(entries: &[&'a OutlineEntry], bytes: &Range<usize>) -> Option<&'a OutlineEntry> {
    let start = |entry: &OutlineEntry| entry.span.range().start;
    let first = entries.partition_point(|entry| start(entry) < bytes.start);
    entries.get(first).copied().filter(|entry| start(entry) < bytes.end)
}

/// The keys that name a record, the one by which it is known first.
fn keys(home: &Home) -> impl Iterator<Item = &'static str> {
    let (keys, last_first) = match home.names {
        Names::First(keys) => (keys, false),
        // What tells most stands last.
        Names::All(keys) => (keys, true),
    };
    let count = keys.len();
    let key = move |at: usize| keys[if last_first { count - 1 - at } else { at }];
    (0..count).map(key).chain(["nome"])
}

fn said<'v>(value: &'v Written, key: &str) -> Option<&'v str> {
    let value = value.get(key)?;
    value.scalar().or_else(|| value.items().first()?.scalar()).filter(|name| !name.is_empty())
}

/// What a record is known by.
pub(in crate::workbench) fn called<'v>(home: &Home, value: &'v Written) -> Option<&'v str> {
    keys(home).find_map(|key| said(value, key)).or_else(|| {
        let mut texts = value.entries().iter().map(|(_, value)| value);
        texts.find_map(|value| value.scalar().or_else(|| value.items().first()?.scalar()))
    })
}

/// How the records are called by which others are known: a row of the plan is called like its smart team.
struct CalledBy(HashMap<(&'static str, String), String>);

impl CalledBy {
    fn of(edition: &Edition, home: &Home) -> Self {
        let mut names = HashMap::new();
        for column in home.columns() {
            if let Some(key) = keys(home).find(|key| *key == column.key)
                && let Kind::Reference(target) | Kind::References(target) = column.kind
            {
                names.extend(choices(edition, target).into_iter().map(|one| ((key, one.value), one.label)));
            }
        }
        Self(names)
    }

    fn name<'s>(&'s self, key: &'static str, said: &'s str) -> &'s str {
        let known = if self.0.is_empty() { None } else { self.0.get(&(key, said.to_owned())) };
        known.map_or(said, String::as_str)
    }
}

/// What people call a record: its name before its identifier.
fn label(home: &Home, value: &Written, called_by: &CalledBy) -> Option<String> {
    let name = |key: &'static str| said(value, key).map(|said| called_by.name(key, said));
    let mut names = keys(home).filter(|key| *key != "id").filter_map(name);
    names.next().or_else(|| called(home, value)).map(str::to_owned)
}

/// The key of what people call a record.
pub(in crate::workbench) fn label_key(home: &Home) -> &'static str {
    let columns = home.columns();
    let is_column = |key: &&str| columns.iter().any(|column| column.key == *key);
    keys(home).find(|key| *key != "id" && is_column(key)).unwrap_or_default()
}

fn row<'a>(
    (home, called_by): (&Home, &CalledBy),
    file: usize,
    at: Vec<Step>,
    value: Written,
    taken: &mut UniqueNames,
) -> Row<'a> {
    let label = label(home, &value, called_by).unwrap_or_default();
    let base = match slug(called(home, &value).unwrap_or_default()) {
        slug if slug.is_empty() => "voce".to_owned(),
        slug => slug,
    };
    let id = taken.give(&base, |_| true);
    let label = if label.is_empty() { format!("{} senza nome", home.singular()) } else { label };
    Row { file, at, value, id, label, entry: None }
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
