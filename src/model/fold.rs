use super::invisible::is_invisible;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without case, accents, punctuation and repeated spaces, for comparing spellings: `Sì`, `SI` and ` si ` are equal.
///
/// Apostrophes and hyphens of every kind become a space, so that `L'anagrafe` and `L’anagrafe` are equal.
pub fn fold(text: &str) -> String {
    let mut folded = Folded { text: String::with_capacity(text.len()), gap: false };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // Nearly every letter is its own base, and stands among others of its kind.
        let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (this, others) = rest.split_at(plain.max(c.len_utf8()));
        rest = others;
        if plain > 0 {
            folded.push(this);
        } else if c.is_ascii() {
            folded.gap = true;
        } else if !is_combining_mark(c) && !is_invisible(c) {
            let before = folded.text.len();
            unaccented(c).for_each(|base| folded.push(base.encode_utf8(&mut [0; 4])));
            folded.gap |= folded.text.len() == before;
        }
    }
    folded.text.make_ascii_lowercase();
    folded.text
}

/// A folded text so far.
struct Folded {
    text: String,
    /// Whether something that is neither a letter nor a digit stood last.
    gap: bool,
}

impl Folded {
    fn push(&mut self, letters: &str) {
        if self.gap && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.gap = false;
        self.text.push_str(letters);
    }
}

/// A text as an identifier or an anchor: lower case, no accents, single hyphens between words.
pub fn slug(text: &str) -> String {
    fold(text).replace(' ', "-")
}

/// Whether two texts differ only in case, accents and spacing: no sign that may mean something stands in one of them alone.
pub fn is_respelling(text: &str, other: &str) -> bool {
    fold(text) == fold(other) && signs(text) == signs(other)
}

/// The signs of a text that are no spelling: an asterisk, a comma, a raised number, a hyphen at either end.
///
/// Letters, digits and spaces are none; neither are hyphens and underscores between words, and apostrophes after a letter.
pub fn signs(text: &str) -> String {
    let text = text.trim();
    let end = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let mut before = None;
    let mut signs = String::new();
    for (at, c) in text.char_indices().filter(|(_, c)| !is_combining_mark(*c) && !is_invisible(*c)) {
        let joins = (is_hyphen(c) || c == '_') && at > 0 && at < end;
        let elides = matches!(c, '\'' | '’' | '‘' | '`' | '´') && before.is_some_and(char::is_alphabetic);
        let raised = c.is_numeric() && !c.is_ascii_digit() || matches!(c, 'ª' | 'º');
        // The first half of a letter that was read in the wrong encoding, whose second half may be a hidden character.
        let half = matches!(c, 'Ã' | 'Â');
        if raised || half || !(c.is_alphanumeric() || c.is_whitespace() || joins || elides) {
            signs.push(c);
        }
        before = Some(c);
    }
    signs
}

/// Hyphens and dashes that people and word processors use interchangeably.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The lower-case base letters of a character that is not ASCII; none for everything that is neither a letter nor a digit.
fn unaccented(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfkd().filter(|part| part.is_alphanumeric()).flat_map(char::to_lowercase).flat_map(plain)
}

/// The plain letters by which one is typed that has no accent to be taken away: `Straße` and `STRASSE` are equal.
///
/// The theme's `parole.js` has the same list.
fn plain(c: char) -> impl Iterator<Item = char> {
    let (letters, own) = match c {
        'ß' => ("ss", None),
        'æ' => ("ae", None),
        'œ' => ("oe", None),
        'ø' => ("o", None),
        'đ' => ("d", None),
        'ł' => ("l", None),
        // The form at the end of a word.
        'ς' => ("σ", None),
        _ => ("", Some(c)),
    };
    letters.chars().chain(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_differ_in_case_accent_or_spacing_are_equal() {
        assert_eq!(fold("  Sì "), "si");
        assert_eq!(fold("IN  PARTE"), fold("in parte"));
        assert_eq!(fold("Mobilità"), fold("MOBILITÀ"));
        assert_eq!(fold("L’anagrafe"), fold("L'Anagrafe"));
    }

    #[test]
    fn an_accent_of_its_own_and_a_hidden_character_part_no_word() {
        assert_eq!(fold("Pe\u{300}rsona"), "persona");
        assert_eq!(fold("tri\u{200b}bu\u{ad}ti"), "tributi");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Che cos'è lo «smart team»?"), "che-cos-e-lo-smart-team");
        assert_eq!(slug("4.1 – Sviluppo"), "4-1-sviluppo");
        assert_eq!(slug("Große Straße & Co. – ½ m² №5"), "grosse-strasse-co-12-m2-no5");
    }

    #[test]
    fn a_sign_is_no_spelling() {
        for (text, right) in [
            ("Sì", "si"),
            ("si'", "si"),
            ("IN_PARTE", "in parte"),
            ("in – parte", "in parte"),
            ("L’Anagrafe", "l-anagrafe"),
        ] {
            assert!(is_respelling(text, right), "{text}");
        }
        for (text, right) in [
            ("si*", "si"),
            ("si²", "si2"),
            ("si?", "si"),
            ("a, b", "a-b"),
            ("{X:O}", "x-o"),
            ("'si", "si"),
            ("-si", "si"),
            ("no", "on"),
        ] {
            assert!(!is_respelling(text, right), "{text}");
        }
        assert!(is_respelling("Cultura, Sport", "cultura, sport"));
    }
}
