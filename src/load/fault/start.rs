//! Texts that begin with a sign to which YAML gives a meaning.

use super::{Scene, Supposition, quoted, value};

const HELP: &str = "mettere tutto il testo fra virgolette doppie";

/// Every text without quotes that begins with such a sign.
pub(super) fn all(scene: &Scene<'_>) -> Vec<Supposition> {
    let mut supposed = Vec::new();
    for line in scene.lines.iter().filter(|line| line.is_written()) {
        let Some((range, written)) = value(line) else { continue };
        let Some(sign) = written.chars().next() else { continue };
        let place = range.start..range.start + sign.len_utf8();
        let found = match sign {
            '[' | '{' => bracketed(sign, written).map(|message| (message, HELP.to_owned(), quoted(written))),
            '|' | '>' => below(sign, written).map(|text| {
                let message = format!("dopo «{sign}» il testo va scritto sulle righe sotto");
                (message, format!("togliere «{sign}», o andare a capo con due spazi in più"), quoted(text))
            }),
            '@' | '`' | '%' | '&' | '*' | '!' | ',' | ']' | '}' | '?' | ':' | '-' => {
                let message = format!("un testo senza virgolette non può cominciare con «{sign}»");
                Some((message, HELP.to_owned(), quoted(written)))
            }
            _ => None,
        };
        if let Some((message, help, edit)) = found {
            let supposition = Supposition::new(place, message, help).edit(range, edit);
            supposed.push(if matches!(sign, '|' | '>') { supposition.guess() } else { supposition });
        }
    }
    supposed
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
