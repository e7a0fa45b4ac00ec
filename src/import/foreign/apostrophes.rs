//! The apostrophes with which some programs begin what must stay a text: they are no letters of it.

use crate::sheet::{Cell, Sheet};
use std::borrow::Cow;

/// A sheet without them; what was left out is said among its suppositions.
pub(super) fn without(sheet: &Sheet) -> Cow<'_, Sheet> {
    let guarded: Vec<usize> = (0..sheet.width()).filter(|column| is_guarded(sheet, *column)).collect();
    if guarded.is_empty() {
        return Cow::Borrowed(sheet);
    }
    let mut bare = sheet.clone();
    for row in &mut bare.rows {
        for column in &guarded {
            if let Some(cell) = row.get_mut(*column)
                && let Some(text) = inner(&cell.text)
            {
                *cell = Cell::text(text);
            }
        }
    }
    bare.suppositions.push("gli apostrofi all'inizio delle celle di una colonna non sono stati letti".to_owned());
    Cow::Owned(bare)
}

/// Whether two cells of a column or more, and at least half of those that are filled, begin with an apostrophe.
fn is_guarded(sheet: &Sheet, column: usize) -> bool {
    let texts = sheet.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str());
    let texts: Vec<&str> = texts.filter(|text| !text.trim().is_empty()).collect();
    let begun = texts.iter().filter(|text| inner(text).is_some()).count();
    begun > 1 && begun * 2 >= texts.len()
}

/// What follows the apostrophe with which a text begins, unless it is a quotation mark.
fn inner(text: &str) -> Option<&str> {
    let rest = text.trim_start().strip_prefix('\'')?;
    (rest.starts_with(char::is_alphanumeric) && !rest.trim_end().ends_with('\'')).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_are_left_out_where_a_column_has_them() {
        let sheet = |texts: &[&str]| Sheet {
            rows: texts.iter().map(|text| vec![Cell::text(text)]).collect(),
            ..Sheet::default()
        };
        let read = |texts: &[&str]| -> Vec<String> {
            without(&sheet(texts)).rows.iter().map(|row| row[0].text.clone()).collect()
        };
        assert_eq!(read(&["'Codice", "'0100", "D'ufficio"]), ["Codice", "0100", "D'ufficio"]);
        assert_eq!(read(&["Nome", "'ndrangheta e legalità", "Tributi"]), ["Nome", "'ndrangheta e legalità", "Tributi"]);
        assert_eq!(read(&["'Uno'", "'Due'", "'Tre'"]), ["'Uno'", "'Due'", "'Tre'"]);
        assert_eq!(without(&sheet(&["'Codice", "'0100"])).suppositions.len(), 1);
    }
}
