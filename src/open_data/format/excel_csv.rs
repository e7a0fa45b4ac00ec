use super::csv::{finish, record, writer};
use super::formula::neutral;
use crate::open_data::data_table::{Cell, DataTable};
use crate::trouble::Trouble;
use std::borrow::Cow;

/// What Italian Excel opens rightly with a double click: a byte-order mark, semicolons, decimal commas, headings for
/// people, and no text that starts like a formula.
pub(super) fn bytes(sheet: &DataTable<'_>) -> Result<Vec<u8>, Trouble> {
    let mut writer = writer(b';', "\u{feff}".as_bytes().to_vec());
    record(
        &mut writer,
        sheet,
        sheet.columns.iter().map(|column| neutral(column.heading.as_ref().into()).into_owned()),
    )?;
    for row in &sheet.rows {
        record(&mut writer, sheet, row.iter().map(|cell| field(cell).into_owned()))?;
    }
    finish(writer, sheet)
}

fn field<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    let text = cell.joined(|number| number.to_string().replace('.', ","));
    // A number of ours is no formula, whatever its sign.
    if matches!(cell, Cell::Number(_)) { text } else { neutral(text) }
}
