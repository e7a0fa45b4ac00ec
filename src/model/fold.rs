use unicode_normalization::UnicodeNormalization;

/// A text without case, accents, punctuation and repeated spaces, for comparing spellings: `Sì`, `SI` and ` si ` are equal.
///
/// Apostrophes and hyphens of every kind become a space, so that `L'anagrafe` and `L’anagrafe` are equal.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let base = unaccented(c);
        if base.is_empty() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        folded.push_str(&base);
    }
    folded
}

/// A text as an identifier or an anchor: lower case, no accents, single hyphens between words.
pub fn slug(text: &str) -> String {
    fold(text).replace(' ', "-")
}

/// The lower-case base letters of a character; empty for everything that is neither a letter nor a digit.
fn unaccented(c: char) -> String {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { c.to_ascii_lowercase().to_string() } else { String::new() };
    }
    std::iter::once(c).nfkd().filter(|part| part.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, slug};

    #[test]
    fn spellings_that_differ_in_case_accent_or_spacing_are_equal() {
        assert_eq!(fold("  Sì "), "si");
        assert_eq!(fold("IN  PARTE"), fold("in parte"));
        assert_eq!(fold("Mobilità"), fold("MOBILITÀ"));
        assert_eq!(fold("L’anagrafe"), fold("L'Anagrafe"));
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Che cos'è lo «smart team»?"), "che-cos-e-lo-smart-team");
        assert_eq!(slug("4.1 – Sviluppo"), "4-1-sviluppo");
    }
}
