/// A format in which every table is published as open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFormat {
    /// CSV by RFC 4180, for programs.
    Csv,
    /// CSV with semicolons, for a double click in Italian Excel.
    ExcelCsv,
    /// JSON, an array of objects.
    Json,
    /// An Excel workbook.
    Xlsx,
}

impl DataFormat {
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
}
