//! Lists and groups between brackets that are not closed.

use super::{Scene, Supposition, Suppositions, quoted, value};
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
pub(super) fn all<'s>(scene: &'s Scene<'_>) -> Suppositions<'s> {
    Box::new(scene.written().flat_map(|line| {
        let Some((range, _)) = value(line) else { return Vec::new() };
        // A group between braces has keys of its own.
        let range = if line.content().starts_with('{') { line.end() - line.content().len()..range.end } else { range };
        [('[', ']'), ('{', '}')].into_iter().filter_map(|brackets| uneven(scene, line, &range, brackets)).collect()
    }))
}

/// More brackets of a kind opened than closed in a value, or closed than opened.
fn uneven(
    scene: &Scene<'_>,
    line: &Line<'_>,
    range: &Range<usize>,
    (open, close): (char, char),
) -> Option<Supposition> {
    let written = &scene.text[range.clone()];
    let begins = written.starts_with(open) || written.starts_with('{') && written.contains(&format!(": {open}"));
    let (opened, closed) = (written.matches(open).count(), written.matches(close).count());
    if begins && opened > closed {
        return cut_item(line, range.clone(), close).or_else(|| {
            let at = range.start + written.find(open).unwrap_or(0);
            let message = format!("la parentesi «{open}» aperta qui non è mai chiusa");
            let help = format!("aggiungere «{close}» dopo l'ultima voce");
            let end = range.start + written.trim_end_matches([',', ' ']).len();
            let sign = if open == '{' { " }" } else { "]" };
            Some(Supposition::new(at..at + 1, message, help).edit(end..range.end, sign))
        });
    }
    (written.starts_with(open) && closed > opened).then(|| {
        let at = range.start + written.rfind(close).unwrap_or(0);
        let message = format!("la parentesi «{close}» non ne chiude nessuna");
        Supposition::new(at..at + 1, message, "toglierla").edit(at..at + 1, "").guess()
    })
}
