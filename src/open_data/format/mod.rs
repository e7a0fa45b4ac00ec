//! The formats of a table: each turns a [`DataTable`] into bytes, always the same bytes for the same sheet.

mod csv;
mod excel_csv;
mod formula;
mod json;
mod stamp;
mod xlsx;

pub use crate::routes::DataFormat as Format;
pub(super) use stamp::Stamp;

use super::data_table::DataTable;
use super::file::Held;
use super::text::Text;
use crate::memo::Memo;
use crate::trouble::{Context, Trouble};

impl Format {
    /// Its Italian name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::ExcelCsv => "CSV per Excel",
            Self::Json => "JSON",
            Self::Xlsx => "Cartella di lavoro Excel (XLSX)",
        }
    }

    /// Its name among the file types of the European Union.
    pub(super) fn file_type(self) -> &'static str {
        match self {
            Self::Csv | Self::ExcelCsv => "CSV",
            Self::Json => "JSON",
            Self::Xlsx => "XLSX",
        }
    }

    /// Its registered media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv | Self::ExcelCsv => "text/csv",
            Self::Json => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// A table, made now or known to the memo, with its SHA-256 in hexadecimal.
    pub(super) fn made(self, sheet: &DataTable<'_>, stamp: &Stamp, memo: &Memo) -> Result<(Held, String), Trouble> {
        let mut text = Text::new(memo);
        match self {
            Self::Csv => csv::write(sheet, &mut text),
            Self::ExcelCsv => excel_csv::write(sheet, &mut text),
            Self::Json => json::write(sheet, &mut text),
            Self::Xlsx => return xlsx::bytes(sheet, stamp, memo).map(Held::whole),
        }
        .and_then(|()| text.finish())
        .trouble(
            || format!("non è possibile scrivere in {} la tabella `{}`", self.file_type(), sheet.name),
            "segnalare l'errore a chi sviluppa il programma",
        )
    }
}
