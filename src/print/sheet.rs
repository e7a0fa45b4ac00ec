use crate::model::{Edition, Sheet, Word};

/// The sheet of Tavola 1: A4 unless the edition asks for A3.
pub(super) fn of(edition: &Edition) -> &'static str {
    edition.sheet.as_ref().map_or(Sheet::A4, |sheet| sheet.value).word()
}
