use crate::open_data::data_table::{Cell, DataTable};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::io::{self, Write};

/// An array of objects with the keys of the CSV: lists as arrays, numbers as numbers, what is not stated left out.
pub(super) fn write(sheet: &DataTable<'_>, mut to: impl Write) -> io::Result<()> {
    let records: Vec<Record<'_>> = sheet.rows.iter().map(|row| Record { sheet, row }).collect();
    serde_json::to_writer_pretty(&mut to, &records)?;
    to.write_all(b"\n")
}

/// A row, written as it is passed: a large table is never held a second time.
struct Record<'s> {
    sheet: &'s DataTable<'s>,
    row: &'s [Cell<'s>],
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_map(None)?;
        for (column, cell) in self.sheet.columns.iter().zip(self.row) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => record.serialize_entry(&column.key, text)?,
                Cell::List(items) => {
                    let texts: Vec<&str> = items.iter().map(|item| item.value.as_str()).collect();
                    record.serialize_entry(&column.key, &texts)?;
                }
                // Whole numbers are written without a decimal point.
                #[allow(clippy::cast_possible_truncation)] // Only those that an i64 holds exactly come here.
                Cell::Number(number) if number.fract() == 0.0 && number.abs() < 9.0e15 => {
                    record.serialize_entry(&column.key, &(*number as i64))?;
                }
                Cell::Number(number) => record.serialize_entry(&column.key, number)?,
            }
        }
        record.end()
    }
}
