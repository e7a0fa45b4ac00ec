//! The letters of a text, whichever program saved it.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Of how many bytes the zeros are counted.
const LOOKED_AT: usize = 4096;

/// A text, and the name of its encoding; `None` if it is no text at all.
///
/// A byte-order mark counts first; without one, zeros at every other byte are UTF-16, and what is not UTF-8 is the Windows-1252 in which Excel
/// saves in Italy.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    let (encoding, name) = encoding(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    // What no text holds: a file of another kind.
    let strange =
        text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{1a}'));
    (!text.contains('\0') && strange.count() * 20 <= text.len()).then(|| (text.into_owned(), name))
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
    if std::str::from_utf8(bytes).is_ok() { (UTF_8, "utf-8") } else { (WINDOWS_1252, "windows-1252") }
}
