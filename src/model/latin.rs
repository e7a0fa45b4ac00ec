/// A text with every letter that looks like a Latin one, but belongs to another alphabet, replaced by its Latin twin.
///
/// Only letters drawn the same way are replaced, after Unicode's list of confusable characters (UTS 39).
pub fn latin(text: &str) -> String {
    text.chars().map(|c| twin(c).unwrap_or(c)).collect()
}

/// The Latin letter that looks the same, for a Cyrillic, Greek or full-width letter.
pub fn twin(c: char) -> Option<char> {
    let latin = match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'Ү' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'а' | 'α' => 'a',
        'с' | 'ϲ' => 'c',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'у' => 'y',
        'х' | 'χ' => 'x',
        'ν' => 'v',
        'И' => 'U',
        'и' => 'u',
        'т' => 't',
        'ԁ' => 'd',
        'ԛ' => 'q',
        'ԝ' => 'w',
        // Full-width forms stand at a fixed distance from their plain twins.
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => char::from_u32(u32::from(c) - 0xfee0)?,
        _ => return None,
    };
    Some(latin)
}

/// Whether a letter belongs to an alphabet that is not the Latin one.
pub fn is_foreign_letter(c: char) -> bool {
    // Latin letters end with the extensions used for European languages; what follows up to the symbols is Greek, Cyrillic and others.
    c.is_alphabetic()
        && !matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2b0}'..='\u{2ff}' | '\u{2070}'..='\u{218f}' | '\u{fb00}'..='\u{fb06}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_latin_become_latin() {
        assert_eq!(latin("220-10-В"), "220-10-B");
        assert_eq!(latin("ОИТРИТ"), "OUTPUT");
        assert_eq!(latin("Ｍobilità"), "Mobilità");
        assert_eq!(latin("però è così"), "però è così");
    }

    #[test]
    fn accented_letters_and_signs_are_not_foreign() {
        assert!("àèéìòùÀçñœªº€№™".chars().all(|c| !is_foreign_letter(c)));
        assert!("ВΩ中".chars().all(is_foreign_letter));
    }
}
