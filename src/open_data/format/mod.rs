//! The formats of a table: each turns a [`DataTable`] into bytes, always the same bytes for the same sheet.

mod csv;
mod excel_csv;
mod formula;
mod json;
mod stamp;
mod xlsx;

pub(super) use stamp::Stamp;

use super::data_table::DataTable;
use crate::trouble::Trouble;

/// A format in which every table is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// CSV by RFC 4180, for programs.
    Csv,
    /// CSV with semicolons, for a double click in Italian Excel.
    ExcelCsv,
    /// JSON, an array of objects.
    Json,
    /// An Excel workbook.
    Xlsx,
}

impl Format {
    /// All of them, in the order in which people see them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::ExcelCsv, Self::Json, Self::Xlsx];

    /// What follows the table's name in the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => ".csv",
            Self::ExcelCsv => "-excel.csv",
            Self::Json => ".json",
            Self::Xlsx => ".xlsx",
        }
    }

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

    /// The bytes of a table.
    pub(super) fn bytes(self, sheet: &DataTable<'_>, stamp: &Stamp) -> Result<Vec<u8>, Trouble> {
        match self {
            Self::Csv => csv::bytes(sheet),
            Self::ExcelCsv => excel_csv::bytes(sheet),
            Self::Json => json::bytes(sheet),
            Self::Xlsx => xlsx::bytes(sheet, stamp),
        }
    }
}
