//! What the text of a cell says, however people spell it.

use crate::edit::Written;
use crate::import::foreign::{items, share};
use crate::workbook::{ColumnKind, RecordLabels, SheetColumn, Unreadable, decode, encode, one_line};

/// What a text says; nothing where it is empty. `old` is what stands in the data, whose form is kept.
///
/// # Errors
///
/// When it is none of the words, names, numbers or days that the column takes.
pub(super) fn value(
    column: &SheetColumn,
    text: &str,
    old: Option<&Written>,
    labels: &RecordLabels,
) -> Result<Option<Written>, Unreadable> {
    if column.kind == ColumnKind::Texts {
        return decode(column, &parted(text, old), old, labels);
    }
    if column.kind != ColumnKind::Percentage || text.trim().is_empty() {
        return decode(column, text, old, labels);
    }
    share(text).map(|share| Some(Written::Number(share.to_string()))).map_err(Unreadable)
}

/// The items of a list one a line, where people wrote them in another way: parted by semicolons, or each with its number. What the data hold
/// already stays as it is.
fn parted(text: &str, old: Option<&Written>) -> String {
    let known: Vec<String> = old.map(Written::items).unwrap_or_default().iter().map(one_line).collect();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_old = |line: &str| known.iter().any(|item| *item == line.split_whitespace().collect::<Vec<_>>().join(" "));
    let number = |at: usize, line: &str| {
        line.strip_prefix(&(at + 1).to_string()).is_some_and(|rest| rest.starts_with([')', '.']))
    };
    let are_numbered = lines.len() > 1 && lines.iter().enumerate().all(|(at, line)| number(at, line));
    if let Some(items) = items(text).filter(|_| are_numbered && !lines.iter().any(|line| is_old(line))) {
        return items.join("\n");
    }
    let mut parted: Vec<String> = Vec::new();
    for line in lines {
        match items(line).filter(|items| !is_old(line) && items.len() > 1) {
            Some(items) => parted.extend(items),
            None => parted.push(line.to_owned()),
        }
    }
    parted.join("\n")
}

/// A text as the workbook of the data would show it; the text itself where it cannot be read.
pub(super) fn spelled(column: &SheetColumn, text: &str, labels: &RecordLabels) -> String {
    match value(column, text, None, labels) {
        Ok(Some(value)) => encode(column, &within(&column.path, value), labels),
        Ok(None) => String::new(),
        Err(_) => text.to_owned(),
    }
}

/// A record that holds a value alone.
fn within(path: &[String], value: Written) -> Written {
    path.iter().rev().fold(value, |value, key| Written::Group(vec![(key.clone(), value)]))
}
