//! Texts that were written in UTF-8 and read in another encoding: how they are recognised, and what they said.

use std::ops::Range;

/// The signs of Windows-1252 between 0x80 and 0x9F; where it has none, the control character that is read there.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// What UTF-8 looks like when it is read as the old encoding of the Mac, and what was meant.
const MAC: [(&str, &str); 12] = [
    ("√†", "à"),
    ("√®", "è"),
    ("√©", "é"),
    ("√¨", "ì"),
    ("√≤", "ò"),
    ("√π", "ù"),
    ("√Ä", "À"),
    ("√à", "È"),
    ("‚Äô", "’"),
    ("‚Äú", "“"),
    ("‚Äù", "”"),
    ("‚Äì", "–"),
];

/// The first garbled piece of a text, and what was meant by it where nothing of it is lost.
pub(super) fn garbled(text: &str) -> Option<(Range<usize>, Option<String>)> {
    text.char_indices().filter(|(_, c)| !c.is_ascii()).find_map(|(at, c)| {
        let rest = &text[at..];
        if let Some((wrong, right)) = MAC.iter().find(|(wrong, _)| rest.starts_with(wrong)) {
            return Some((at..at + wrong.len(), Some((*right).to_owned())));
        }
        if let Some((length, right)) = misread(rest) {
            return Some((at..at + length, Some(right.to_string())));
        }
        // `AttivitÃ` has lost the second half of its letter, `â€` that of its quotation mark.
        let after_small = text[..at].ends_with(|c: char| c.is_ascii_lowercase());
        let lost = (c == 'Ã' && after_small) || rest.starts_with("â€");
        lost.then(|| (at..at + c.len_utf8(), None))
    })
}

/// The length of the signs at the start of a text that are the bytes of one character of UTF-8, and that character.
fn misread(text: &str) -> Option<(usize, char)> {
    let mut bytes = Vec::with_capacity(3);
    let mut length = 0;
    for c in text.chars().take(3) {
        bytes.push(byte(c)?);
        length += c.len_utf8();
        let whole = matches!((bytes[0], bytes.len()), (0xc2 | 0xc3, 2) | (0xe2, 3));
        if whole {
            let right = std::str::from_utf8(&bytes).ok()?.chars().next()?;
            // What Italian texts hold: accented letters, signs, quotation marks, dashes, the euro.
            let usual = matches!(right, '\u{a0}'..='\u{ff}' | '\u{2010}'..='\u{2044}' | '€' | '™');
            return usual.then_some((length, right));
        }
        if !matches!(bytes[0], 0xc2 | 0xc3 | 0xe2) {
            return None;
        }
    }
    None
}

/// The byte that Windows-1252 shows as this sign, or that was kept as a control character.
fn byte(c: char) -> Option<u8> {
    if let Some(at) = WINDOWS.iter().position(|sign| *sign == c) {
        return u8::try_from(at + 0x80).ok();
    }
    u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80)
}

/// The text without garbled pieces, where none of them has lost anything. What was garbled twice is read back twice.
pub(super) fn meant(text: &str) -> Option<String> {
    let mut text = text.to_owned();
    while garbled(&text).is_some() {
        let mut better = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((piece, right)) = garbled(rest) {
            better.push_str(&rest[..piece.start]);
            better.push_str(&right?);
            rest = &rest[piece.end..];
        }
        text = better + rest;
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{garbled, meant};

    #[test]
    fn what_was_read_in_the_wrong_encoding_is_read_back() {
        for (wrong, right) in [
            ("perchÃ© Ã¨ cosÃ¬", "perché è così"),
            ("dâ€™ufficio", "d’ufficio"),
            ("â€œprovaâ€\u{9d} â€“ 5 â‚¬", "“prova” – 5 €"),
            ("attivitÃ\u{a0}", "attività"),
            ("Â«ParoleÂ»", "«Parole»"),
            ("perchÃƒÂ©", "perché"),
            ("qualit√† d‚Äôufficio", "qualità d’ufficio"),
            ("Ã\u{88} cosÃ¬", "È così"),
            ("dâ\u{80}\u{99}ufficio", "d’ufficio"),
        ] {
            assert_eq!(meant(wrong).as_deref(), Some(right), "{wrong}");
        }
    }

    #[test]
    fn a_lost_half_is_found_but_not_guessed() {
        assert!(garbled("AttivitÃ comunale").is_some());
        assert_eq!(meant("AttivitÃ comunale"), None);
    }

    #[test]
    fn right_texts_of_many_languages_stay() {
        for text in
            ["città «è» d’estate", "Âge d'or, São Paulo, €uro", "»groß« und „Ä“", "√2 ≤ 3", "Übergröße", "50 °C ± 2"]
        {
            assert!(garbled(text).is_none(), "{text}");
        }
    }
}
