//! What the text of a cell says, however people spell it.

use crate::edit::Written;
use crate::import::foreign::share;
use crate::workbook::{ColumnKind, RecordLabels, SheetColumn, Unreadable, decode, encode};

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
    if column.kind != ColumnKind::Percentage || text.trim().is_empty() {
        return decode(column, text, old, labels);
    }
    share(text).map(|share| Some(Written::Number(share.to_string()))).map_err(Unreadable)
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
