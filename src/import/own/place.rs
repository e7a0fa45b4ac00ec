use crate::import::deed::Problem;

/// Where something stands in a workbook.
#[derive(Clone, Debug, Default)]
pub(super) struct CellPlace {
    pub(super) file: String,
    pub(super) sheet: String,
    pub(super) row: usize,
}

impl CellPlace {
    pub(super) fn problem(&self, column: &str, text: &str, message: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            row: self.row,
            column: column.to_owned(),
            text: text.to_owned(),
            message: message.into(),
        }
    }
}
