use crate::model::{Edition, Keyword, PaperSize};

/// The sheet of Tavola 1: A4 unless the edition asks for A3.
pub(crate) fn of(edition: &Edition) -> &'static str {
    edition.sheet.as_ref().map_or(PaperSize::A4, |sheet| sheet.value).keyword()
}
