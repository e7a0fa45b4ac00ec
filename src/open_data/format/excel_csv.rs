use super::csv::{record, writer};
use super::formula::neutral;
use crate::open_data::data_table::{Cell, DataTable};
use std::borrow::Cow;
use std::io::{self, Write};

/// What Italian Excel opens rightly with a double click: a byte-order mark, semicolons, decimal commas, headings for
/// people, and no text that starts like a formula.
pub(super) fn write(sheet: &DataTable<'_>, mut to: impl Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut writer = writer(b';', to);
    record(&mut writer, sheet.columns.iter().map(|column| neutral(column.heading.as_ref().into())))?;
    for row in &sheet.rows {
        record(&mut writer, row.iter().map(field))?;
    }
    writer.flush()
}

fn field<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    let text = cell.joined(|number| number.to_string().replace('.', ","));
    // A number of ours is no formula, whatever its sign.
    if matches!(cell, Cell::Number(_)) { text } else { neutral(text) }
}
