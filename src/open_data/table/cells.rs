use crate::model::{Edition, Keyword, Spanned, Text};
use crate::open_data::data_table::{Cell, Column};
use std::borrow::Cow;

/// The columns of a table: keys with their usual headings, which the edition may replace.
pub(super) fn columns<'a>(
    edition: &'a Edition,
    table: &str,
    usual: &[(&'static str, &'static str)],
) -> Vec<Column<'a>> {
    // In the data a table goes by its key, `smart_team`; its files are named `smart-team`.
    let table = table.replace('-', "_");
    let column = |(key, heading): &(&'static str, &'static str)| Column {
        key,
        heading: Cow::Borrowed(edition.heading(&table, key, heading)),
    };
    usual.iter().map(column).collect()
}

/// A text that must be there.
pub(super) fn text(text: &Text) -> Cell<'_> {
    Cell::text(&text.value)
}

/// A text that may be there.
pub(super) fn optional(text: Option<&Text>) -> Cell<'_> {
    text.map_or(Cell::Empty, |text| Cell::text(&text.value))
}

/// A word of the data, such as `in parte`.
pub(super) fn word<T: Keyword>(value: Option<&Spanned<T>>) -> Cell<'static> {
    value.map_or(Cell::Empty, |value| Cell::text(value.value.keyword()))
}

/// The texts of a list.
pub(super) fn texts(list: &[Text]) -> Vec<&str> {
    list.iter().map(|text| text.value.as_str()).collect()
}
