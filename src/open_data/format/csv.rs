use super::super::data_table::DataTable;
use crate::trouble::{Context, Trouble};
use csv::{Terminator, Writer, WriterBuilder};

/// RFC 4180: commas, CRLF, UTF-8 without byte-order mark, a header row of keys, decimal points.
pub(super) fn bytes(sheet: &DataTable<'_>) -> Result<Vec<u8>, Trouble> {
    let mut writer = writer(b',', Vec::new());
    record(&mut writer, sheet, sheet.columns.iter().map(|column| column.key.as_ref()))?;
    for row in &sheet.rows {
        record(&mut writer, sheet, row.iter().map(|cell| cell.joined(|number| number.to_string()).into_owned()))?;
    }
    finish(writer, sheet)
}

/// A writer with this separator that goes on after `start`.
pub(super) fn writer(separator: u8, start: Vec<u8>) -> Writer<Vec<u8>> {
    WriterBuilder::new().delimiter(separator).terminator(Terminator::CRLF).from_writer(start)
}

/// Writes one row.
pub(super) fn record<T: AsRef<[u8]>>(
    writer: &mut Writer<Vec<u8>>,
    sheet: &DataTable<'_>,
    fields: impl Iterator<Item = T>,
) -> Result<(), Trouble> {
    writer.write_record(fields).trouble(|| failed(sheet), ADVICE)
}

/// The bytes written.
pub(super) fn finish(writer: Writer<Vec<u8>>, sheet: &DataTable<'_>) -> Result<Vec<u8>, Trouble> {
    writer.into_inner().map_err(|error| std::io::Error::from(error.error().kind())).trouble(|| failed(sheet), ADVICE)
}

const ADVICE: &str = "segnalare l'errore a chi sviluppa il programma";

fn failed(sheet: &DataTable<'_>) -> String {
    format!("non è possibile scrivere in CSV la tabella `{}`", sheet.name)
}
