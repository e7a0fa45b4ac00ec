//! Texts that begin with a sign to which YAML gives a meaning.

use super::{Scene, Supposition, Suppositions, quoted, value};
use crate::load::line::Line;

const HELP: &str = "mettere tutto il testo fra virgolette doppie";

/// Every text without quotes that begins with such a sign.
pub(super) fn all<'s>(scene: &'s Scene<'_>) -> Suppositions<'s> {
    Box::new(scene.written().filter_map(sign))
}

fn sign(line: &Line<'_>) -> Option<Supposition> {
    let (range, written) = value(line)?;
    let sign = written.chars().next()?;
    let place = range.start..range.start + sign.len_utf8();
    let supposed = |message, help| Supposition::new(place, message, help);
    match sign {
        '[' | '{' => {
            bracketed(sign, written).map(|message| supposed(message, HELP.to_owned()).edit(range, quoted(written)))
        }
        '|' | '>' => below(sign, written).map(|text| {
            let message = format!("dopo «{sign}» il testo va scritto sulle righe sotto");
            let help = format!("togliere «{sign}», o andare a capo con due spazi in più");
            supposed(message, help).edit(range, quoted(text)).guess()
        }),
        '@' | '`' | '%' | '&' | '*' | '!' | ',' | ']' | '}' | '?' | ':' | '-' => {
            let message = format!("un testo senza virgolette non può cominciare con «{sign}»");
            Some(supposed(message, HELP.to_owned()).edit(range, quoted(written)))
        }
        _ => None,
    }
}

/// What is wrong with a text that begins with a bracket, if the bracket is closed inside it.
fn bracketed(sign: char, written: &str) -> Option<String> {
    let close = if sign == '[' { ']' } else { '}' };
    let at = written.find(close)?;
    let kind = if sign == '[' { "un elenco" } else { "un gruppo di chiavi" };
    (!written[at..].trim_matches([close, ' ']).is_empty())
        .then(|| format!("il testo comincia con «{sign}», che per YAML apre {kind}"))
}

/// The text that stands on the line of a `|` or a `>`.
fn below(sign: char, written: &str) -> Option<&str> {
    let text =
        written.strip_prefix(sign)?.trim_start_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit()).trim();
    (!text.is_empty()).then_some(text)
}
