use crate::model::{is_hyphen, is_invisible, twin};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether two texts are drawn the same way, whatever characters they are made of; case does not count.
pub fn look_alike(text: &str, other: &str) -> bool {
    drawn(text).eq(drawn(other))
}

/// In which character two texts differ that are drawn the same way but for accents: `al carattere 3 c'è …, non …`.
///
/// `None` if they differ in more than that, or not at all. Characters are counted from 1.
pub fn difference(text: &str, other: &str) -> Option<String> {
    let bare = |text: &str| drawn(text).filter(|c| !is_combining_mark(*c)).collect::<String>();
    if bare(text) != bare(other) {
        return None;
    }
    let (mut written, mut meant) = (text.chars().peekable(), other.chars().peekable());
    let mut place = 1;
    loop {
        match (written.peek().copied(), meant.peek().copied()) {
            (None, None) => return None,
            (Some(c), Some(right)) if same(c, right) => {
                written.next();
                meant.next();
            }
            (Some(c), _) if is_extra(c) => return Some(format!("al carattere {place} c'è {} di troppo", name(c))),
            (Some(c), Some(right)) if !is_extra(right) => {
                return Some(format!("al carattere {place} c'è {}, non {}", name(c), name(right)));
            }
            (_, Some(right)) => return Some(format!("al carattere {place} manca {}", name(right))),
            (Some(c), None) => return Some(format!("al carattere {place} c'è {} di troppo", name(c))),
        }
        place += 1;
    }
}

/// What is seen of a text, character by character: letters apart from their accents, hyphens, spaces and quotes of one kind.
fn drawn(text: &str) -> impl Iterator<Item = char> {
    let seen = text.chars().filter(|c| !is_invisible(*c)).nfkd().map(|c| match c {
        c if c.is_whitespace() => ' ',
        c if is_hyphen(c) => '-',
        '‘' | '’' | '`' | '´' | 'ʼ' => '\'',
        '“' | '”' => '"',
        c => twin(c).unwrap_or(c),
    });
    seen.flat_map(char::to_lowercase)
}

fn same(c: char, right: char) -> bool {
    c == right || c.to_lowercase().eq(right.to_lowercase())
}

/// Whether a character takes no place of its own.
fn is_extra(c: char) -> bool {
    is_invisible(c) || is_combining_mark(c)
}

/// What a character is called, with its article.
fn name(c: char) -> String {
    let number = format!("(U+{:04X})", u32::from(c));
    match c {
        ' ' => "uno spazio comune".to_owned(),
        '\t' => "una tabulazione".to_owned(),
        '\u{a0}' | '\u{202f}' => format!("uno spazio unificatore {number}"),
        c if c.is_whitespace() => format!("uno spazio di un altro tipo {number}"),
        '-' => "il trattino della tastiera".to_owned(),
        '\u{2010}' | '\u{2011}' => format!("un trattino tipografico «{c}» {number}"),
        '\u{2212}' => format!("un segno meno «{c}» {number}"),
        c if is_hyphen(c) => format!("una lineetta «{c}» {number}"),
        '\u{ad}' => format!("un trattino facoltativo, che non si vede {number}"),
        c if is_invisible(c) => format!("un carattere invisibile {number}"),
        c if is_combining_mark(c) => format!("un accento staccato dalla sua lettera {number}"),
        '\'' => "un apostrofo dritto «'»".to_owned(),
        '‘' | '’' | 'ʼ' => format!("un apostrofo tipografico «{c}» {number}"),
        '`' | '´' => format!("un accento isolato «{c}» {number}"),
        '"' => "una virgoletta dritta «\"»".to_owned(),
        '“' | '”' => format!("una virgoletta tipografica «{c}» {number}"),
        '\u{400}'..='\u{52f}' => format!("la lettera cirillica «{c}» {number}"),
        '\u{370}'..='\u{3ff}' => format!("la lettera greca «{c}» {number}"),
        '\u{ff00}'..='\u{ffef}' => format!("il carattere largo «{c}» {number}"),
        c if c.is_alphabetic() => format!("la lettera «{c}»"),
        c => format!("il carattere «{c}»"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_drawn_alike_say_in_which_character_they_differ() {
        for (text, other, expected) in [
            ("trіbuti", "tributi", "al carattere 3 c'è la lettera cirillica «і» (U+0456), non la lettera «i»"),
            ("in\u{a0}parte", "in parte", "al carattere 3 c'è uno spazio unificatore (U+00A0), non uno spazio comune"),
            ("area–a", "area-a", "al carattere 5 c'è una lineetta «–» (U+2013), non il trattino della tastiera"),
            ("pèrsona", "persona", "al carattere 2 c'è la lettera «è», non la lettera «e»"),
            ("tri\u{200b}buti", "tributi", "al carattere 4 c'è un carattere invisibile (U+200B) di troppo"),
        ] {
            assert_eq!(difference(text, other).as_deref(), Some(expected));
        }
    }

    #[test]
    fn an_accent_is_seen_and_a_hidden_character_is_not() {
        assert!(
            look_alike("Ｔrіbuti", "tributi") && look_alike("citta\u{300}", "città") && look_alike("e\u{200b}", "e")
        );
        assert!(!look_alike("citta", "città") && !look_alike("area-a", "area-b") && !look_alike("0", "O"));
        assert_eq!(difference("tributi", "tributo"), None);
        assert_eq!(difference("Tributi", "tributi"), None);
    }
}
