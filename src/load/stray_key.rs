//! The last keys of the last record of a list, written at the margin: YAML reads them as keys of the file.

use super::form::unreadable_yaml;
use super::node::{Node, NodeKind};
use crate::diagnostic::{Finding, Fix, Safety};
use crate::source::{Source, Span};
use crate::tables::TABLES;

/// Keys that stand on a record and on a file alike.
const OF_A_FILE: [&str; 3] = ["nota", "note", "richiami"];

/// Whether the records of a file can wait unread: there is one list, and no key behind it may belong to its last record.
pub(super) fn leaves_records(node: &Node) -> bool {
    let NodeKind::Mapping(entries) = &node.kind else { return false };
    let mut behind = entries.iter().skip_while(|(_, value)| !matches!(value.kind, NodeKind::List(_))).skip(1);
    behind.all(|(key, value)| {
        key.text().is_some_and(|name| OF_A_FILE.contains(&name)) && !matches!(value.kind, NodeKind::List(_))
    })
}

/// Gives the keys at the margin back to the record above them, and reports each: keys of its table, or of other records
/// of the list, that it lacks.
pub(super) fn take_back(node: &mut Node, file: &Source, findings: &mut Vec<Finding>) {
    let NodeKind::Mapping(entries) = &mut node.kind else { return };
    let mut kept: Vec<(Node, Node)> = Vec::with_capacity(entries.len());
    for (key, value) in std::mem::take(entries) {
        let record = kept.last_mut().and_then(|(above, list)| {
            let described = above.text().is_some_and(|list| has_column(list, key.text().unwrap_or_default()));
            last_record(list, &key, described, file)
        });
        if let (Some(record), NodeKind::Text(name)) = (record, &key.kind)
            && let Some(head) = record.first()
        {
            let right = column(file, head.0.span());
            let fix = indented(file, key.span().to(value.span()), right);
            findings.push(unreadable_yaml::at_margin(key.span(), name, right, fix));
            record.push((key, value));
        } else {
            kept.push((key, value));
        }
    }
    *entries = kept;
}

/// Whether the records under the key `list` of a file have a key.
fn has_column(list: &str, key: &str) -> bool {
    let table = match list {
        "righe" => "attuazione".to_owned(),
        "ruoli" => "valutazione".to_owned(),
        other => other.replace('_', "-"),
    };
    let table = TABLES.iter().find(|known| known.name == table);
    table.is_some_and(|table| (table.columns)().iter().any(|column| column.key == key))
}

/// The keys of the last record of a list, where `key` is one that it lacks: a `described` one of its table, or one that others have.
fn last_record<'n>(
    list: &'n mut Node,
    key: &Node,
    described: bool,
    file: &Source,
) -> Option<&'n mut Vec<(Node, Node)>> {
    let name = key.text().filter(|name| !OF_A_FILE.contains(name))?;
    let NodeKind::List(items) = &mut list.kind else { return None };
    let has = |item: &Node| match &item.kind {
        NodeKind::Mapping(entries) => entries.iter().any(|(key, _)| key.text() == Some(name)),
        _ => false,
    };
    let (record, others) = items.split_last_mut()?;
    if has(record) || !(described || others.iter().any(has)) || column(file, key.span()) > 0 {
        return None;
    }
    // A record between braces is closed.
    let braced = file.slice(record.span().range()).starts_with('{');
    match &mut record.kind {
        NodeKind::Mapping(entries) if !braced => Some(entries),
        _ => None,
    }
}

/// Bytes between the beginning of its line and a place.
fn column(file: &Source, span: Span) -> usize {
    let before = file.slice(0..span.range().start);
    before.len() - before.rfind('\n').map_or(0, |at| at + 1)
}

/// The spaces that put a key below the others, where what it holds stands far enough from the margin.
fn indented(file: &Source, whole: Span, right: usize) -> Option<Fix> {
    let mut below = file.slice(whole.range()).lines().skip(1).filter(|line| !line.trim().is_empty());
    let deep = below.all(|line| line.len() - line.trim_start_matches(' ').len() >= right);
    let start = whole.range().start;
    let span = Span::new(whole.source, start, start);
    deep.then(|| Fix { span, replacement: " ".repeat(right), safety: Safety::Certain })
}
