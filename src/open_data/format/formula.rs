use std::borrow::Cow;

/// Whether a spreadsheet might take the text for a formula.
///
/// The list is that of OWASP (`=`, `+`, `-`, `@`, their full-width forms, tab, carriage return, line feed); spaces in
/// front of a sign do not make it safe, since some programs drop them.
pub(super) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text with an apostrophe in front where a spreadsheet might take it for a formula.
///
/// It can be undone: a text that has apostrophes of its own before such a sign gets one more, so that whoever reads
/// the file takes away one apostrophe wherever a formula follows the apostrophes.
pub(super) fn neutral(text: Cow<'_, str>) -> Cow<'_, str> {
    if looks_like_formula(text.trim_start_matches('\'')) { Cow::Owned(format!("'{text}")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::neutral;

    fn restored(text: &str) -> &str {
        let bare = text.trim_start_matches('\'');
        if super::looks_like_formula(bare) { &text[1..] } else { text }
    }

    #[test]
    fn every_start_of_a_formula_is_neutralised_and_can_be_restored() {
        let formulas =
            ["=1+1", "+39 051", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1", "＝1", "'=1", "''@a", "\u{a0}=1"];
        for text in formulas {
            let safe = neutral(text.into());
            assert!(safe.starts_with('\'') && safe.len() == text.len() + 1, "{text:?} -> {safe:?}");
            assert_eq!(restored(&safe), text);
        }
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in ["", "500-1-B", "'ndrangheta", "a=b", " x", "0,5-1", "’@", "d'ufficio"] {
            assert_eq!(neutral(text.into()), text);
            assert_eq!(restored(text), text);
        }
    }
}
