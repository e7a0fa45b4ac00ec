//! The letters of a text, whichever program saved it.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Of how many bytes the zeros are counted.
const LOOKED_AT: usize = 4096;

/// A text, and the name of its encoding; `None` if it is no text at all.
///
/// A byte-order mark counts first; without one, zeros at every other byte are UTF-16, and what is not UTF-8 is the Windows-1252 in which Excel
/// saves in Italy, unless more Italian words end as the Macs of old wrote them.
pub(super) fn decode(bytes: Vec<u8>) -> Option<(String, &'static str)> {
    let (encoding, name) = encoding(&bytes);
    // The bytes of a text that is UTF-8 already are the text: a large file is not there twice.
    let text = match String::from_utf8(bytes) {
        Ok(mut text) if encoding == UTF_8 => {
            let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            text.drain(..mark);
            text
        }
        Ok(text) => encoding.decode_with_bom_removal(text.as_bytes()).0.into_owned(),
        Err(error) => encoding.decode_with_bom_removal(error.as_bytes()).0.into_owned(),
    };
    // What no text holds: a file of another kind.
    let strange =
        text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{1a}'));
    (!text.contains('\0') && strange.count() * 20 <= text.len()).then_some((text, name))
}

fn encoding(bytes: &[u8]) -> (&'static Encoding, &'static str) {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == UTF_16LE => return (UTF_16LE, "utf-16le"),
        Some((encoding, _)) if encoding == UTF_16BE => return (UTF_16BE, "utf-16be"),
        Some(_) => return (UTF_8, "utf-8"),
        None => {}
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low, half) = (zeros(0), zeros(1), head.len() / 2);
    if half > 0 && low * 2 > half && high * 10 < half {
        return (UTF_16LE, "utf-16le");
    }
    if half > 0 && high * 2 > half && low * 10 < half {
        return (UTF_16BE, "utf-16be");
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, "utf-8");
    }
    let endings = |encoding: &'static Encoding| accented(&encoding.decode_without_bom_handling(bytes).0);
    if endings(MACINTOSH) > endings(WINDOWS_1252) { (MACINTOSH, "macintosh") } else { (WINDOWS_1252, "windows-1252") }
}

/// How many words end in an accented letter, as `città` does.
fn accented(text: &str) -> usize {
    ends(text).filter(|end| "àèéìòù".contains(*end)).count()
}

/// Whether words end in signs that Italian has not there: those that its accented letters become when they are read as other ones.
pub(super) fn is_strange(text: &str, encoding: &str) -> bool {
    encoding == "windows-1252" && ends(text).any(|end| "‚Šˆ˜Ž".contains(end) || ('\u{80}'..'\u{a0}').contains(&end))
}

/// What follows a small letter of the alphabet and is followed by no letter.
fn ends(text: &str) -> impl Iterator<Item = char> {
    let (second, third) = (text.chars().skip(1), text.chars().skip(2).chain([' ']));
    let triples = text.chars().zip(second).zip(third);
    let end = |((first, end), next): ((char, char), char)| {
        (first.is_ascii_lowercase() && !end.is_ascii() && !next.is_alphabetic()).then_some(end)
    };
    triples.filter_map(end)
}
