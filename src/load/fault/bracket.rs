//! Lists and groups between brackets that are not closed.

use super::{Scene, Supposition, quoted, value};
use crate::load::line::Line;
use std::ops::Range;

/// The item of a list between brackets that holds a ` #`, where what follows it, the closing bracket included, is lost.
fn cut_item(line: &Line<'_>, value: Range<usize>, close: char) -> Option<Supposition> {
    let written = &line.text[value.start - line.start..];
    let at = written.find(" #")?;
    let end = at + written[at..].find([',', close])?;
    written[end..].contains(close).then_some(())?;
    let start = written[..at].rfind([',', '[', '{']).map_or(0, |at| at + 1);
    let (start, end) =
        (start + written[start..at].len() - written[start..at].trim_start().len(), written[..end].trim_end().len());
    let item = &written[start..end];
    let place = value.start + at + 1;
    let message = "il `#` dopo uno spazio comincia un commento, e la fine dell'elenco va perduta";
    let supposed = Supposition::new(place..place + 1, message, format!("mettere `{item}` fra virgolette"));
    let supposed = supposed.edit(value.start + start..value.start + end, quoted(item));
    let comment = written[at + 2..].starts_with(' ') || item.contains(['"', ':']);
    Some(if comment { supposed.guess() } else { supposed })
}

/// Every value that opens a bracket and does not close it on its line.
pub(super) fn all(scene: &Scene<'_>) -> Vec<Supposition> {
    let mut supposed = Vec::new();
    for line in scene.lines.iter().filter(|line| line.is_written()) {
        let Some((range, _)) = value(line) else { continue };
        // A group between braces has keys of its own.
        let range = if line.content().starts_with('{') { line.end() - line.content().len()..range.end } else { range };
        let written = &scene.text[range.clone()];
        for (open, close) in [('[', ']'), ('{', '}')] {
            let begins =
                written.starts_with(open) || written.starts_with('{') && written.contains(&format!(": {open}"));
            let (opened, closed) = (written.matches(open).count(), written.matches(close).count());
            if let Some(cut) = cut_item(line, range.clone(), close).filter(|_| begins && opened > closed) {
                supposed.push(cut);
                continue;
            }
            if begins && opened > closed {
                let at = range.start + written.find(open).unwrap_or(0);
                let message = format!("la parentesi «{open}» aperta qui non è mai chiusa");
                let help = format!("aggiungere «{close}» dopo l'ultima voce");
                let end = range.start + written.trim_end_matches([',', ' ']).len();
                let sign = if open == '{' { " }" } else { "]" };
                supposed.push(Supposition::new(at..at + 1, message, help).edit(end..range.end, sign));
            }
            if written.starts_with(open) && closed > opened {
                let at = range.start + written.rfind(close).unwrap_or(0);
                let message = format!("la parentesi «{close}» non ne chiude nessuna");
                supposed.push(Supposition::new(at..at + 1, message, "toglierla").edit(at..at + 1, "").guess());
            }
        }
    }
    supposed
}
