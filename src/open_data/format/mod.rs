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
use crate::memo::Memo;
use crate::trouble::Trouble;

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

    /// The bytes of a table, made now or known to the memo.
    pub(super) fn bytes(self, sheet: &DataTable<'_>, stamp: &Stamp, memo: &Memo) -> Result<Vec<u8>, Trouble> {
        match self {
            Self::Csv => csv::bytes(sheet),
            Self::ExcelCsv => excel_csv::bytes(sheet),
            Self::Json => json::bytes(sheet),
            Self::Xlsx => xlsx::bytes(sheet, stamp, memo),
        }
    }
}
