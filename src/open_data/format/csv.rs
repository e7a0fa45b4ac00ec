use super::super::data_table::DataTable;
use csv::{Terminator, Writer, WriterBuilder};
use std::borrow::Cow;
use std::io::{self, Write};

/// RFC 4180: commas, CRLF, UTF-8 without byte-order mark, a header row of keys, decimal points.
pub(super) fn write(sheet: &DataTable<'_>, to: impl Write) -> io::Result<()> {
    let mut writer = writer(b',', to);
    record(&mut writer, sheet.columns.iter().map(|column| column.key.as_ref().into()))?;
    for row in &sheet.rows {
        record(&mut writer, row.iter().map(|cell| cell.joined(|number| number.to_string())))?;
    }
    writer.flush()
}

/// Writes one row.
pub(super) fn record<'t>(writer: &mut Writer<impl Write>, texts: impl Iterator<Item = Cow<'t, str>>) -> io::Result<()> {
    for text in texts {
        writer.write_field(text.as_bytes())?;
    }
    Ok(writer.write_record(None::<&[u8]>)?)
}

/// A writer with this separator.
pub(super) fn writer<W: Write>(separator: u8, to: W) -> Writer<W> {
    WriterBuilder::new().delimiter(separator).terminator(Terminator::CRLF).from_writer(to)
}
