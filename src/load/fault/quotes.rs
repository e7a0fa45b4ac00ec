//! Quotes that are not closed, or closed too early.

use super::{Scene, Supposition, Suppositions, quoted, value};
use crate::load::line::Line;

/// Every text that begins with a quote and does not end with its own.
pub(super) fn all<'s>(scene: &'s Scene<'_>) -> Suppositions<'s> {
    let lines = scene.lines.iter().enumerate().filter(|(_, line)| line.is_written());
    Box::new(lines.flat_map(|(at, line)| match value(line) {
        Some((range, written)) if written.starts_with('"') => double(scene, at, &range, written),
        Some((range, written)) if written.starts_with('\'') => single(&range, written),
        _ => Vec::new(),
    }))
}

fn double(scene: &Scene<'_>, at: usize, range: &std::ops::Range<usize>, written: &str) -> Vec<Supposition> {
    let start = range.start..range.start + 1;
    let closing = closing(written);
    let inner = written.len() > 1 && written.ends_with('"');
    match closing {
        None => {
            // The last line of the text is that before the next key or item.
            let goes_on = |line: &&Line<'_>| !(line.is_written() && (line.key().is_some() || line.item().is_some()));
            let last = scene.lines[at + 1..].iter().take_while(goes_on).filter(|line| line.is_written()).last();
            let ends = std::iter::once(range.end).chain(last.map(Line::end));
            let unclosed = |end: usize| {
                Supposition::new(
                    start.clone(),
                    "le virgolette aperte qui non sono mai chiuse",
                    "aggiungere le virgolette di chiusura",
                )
                .edit(end..end, "\"")
            };
            let mut supposed: Vec<Supposition> = ends.map(unclosed).collect();
            if written.contains('\\') {
                supposed.extend(backslash(range, written));
            }
            supposed
        }
        Some(end) if end + 1 < written.len() => {
            let (message, edit) = if inner {
                let text = &written[1..written.len() - 1];
                ("altre virgolette, dentro il testo, lo chiudono prima della fine", escaped(text))
            } else {
                ("dopo le virgolette di chiusura c'è altro testo", quoted(written))
            };
            let place = range.start + end;
            let help = "usare le virgolette «…» dentro il testo, o racchiuderlo tutto fra una sola coppia di virgolette doppie";
            vec![Supposition::new(place..place + 1, message, help).edit(range.clone(), edit)]
        }
        Some(_) => backslash(range, written).into_iter().collect(),
    }
}

/// Where double quotes are closed, in bytes from the opening ones.
fn closing(written: &str) -> Option<usize> {
    let mut escaped = false;
    written.char_indices().skip(1).find_map(|(at, c)| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes.then_some(at)
    })
}

/// The text between double quotes, in which the quotes that are not escaped are.
fn escaped(text: &str) -> String {
    let mut out = String::from("\"");
    let mut before = false;
    for c in text.chars() {
        if c == '"' && !before {
            out.push('\\');
        }
        before = c == '\\' && !before;
        out.push(c);
    }
    out.push('"');
    out
}

/// A backslash that begins no known escape.
fn backslash(range: &std::ops::Range<usize>, written: &str) -> Option<Supposition> {
    let text = written.strip_prefix('"')?;
    let text = text.strip_suffix('"').unwrap_or(text);
    let at = range.start + 1 + text.find('\\')?;
    let message = "dentro le virgolette doppie la barra rovesciata ha un significato suo";
    let help = "scriverla due volte, o mettere il testo fra virgolette semplici";
    Some(Supposition::new(at..at + 1, message, help).edit(range.clone(), quoted(text)).guess())
}

fn single(range: &std::ops::Range<usize>, written: &str) -> Vec<Supposition> {
    let text = &written[1..];
    let unescaped = text.replace("''", "\u{0}\u{0}");
    let quotes: Vec<usize> = unescaped.match_indices('\'').map(|(at, _)| at).collect();
    let apostrophe = |at: usize| {
        let place = range.start + 1 + at;
        Supposition::new(
            place..place + 1,
            "l'apostrofo chiude le virgolette semplici prima della fine del testo",
            "mettere il testo fra virgolette doppie, o scrivere due volte l'apostrofo",
        )
    };
    match quotes.as_slice() {
        [] => {
            let start = range.start..range.start + 1;
            let message = "le virgolette semplici aperte qui non sono mai chiuse";
            let help =
                "aggiungere le virgolette di chiusura; se è un apostrofo, mettere tutto il testo fra virgolette doppie";
            vec![Supposition::new(start, message, help).edit(range.end..range.end, "'").guess()]
        }
        [first, ..] if unescaped.ends_with('\'') && quotes.len() > 1 => {
            let inner = text[..text.len() - 1].replace("''", "'");
            vec![apostrophe(*first).edit(range.clone(), quoted(&inner))]
        }
        [first, ..] if first + 1 < text.len() => {
            vec![apostrophe(*first).edit(range.clone(), quoted(&text.replace("''", "'"))).guess()]
        }
        _ => Vec::new(),
    }
}
