//! Texts that go on in the lines below without standing further right than their key.

use super::{Scene, Supposition, Suppositions, value};
use crate::load::line::Line;

/// Lines that belong to the text above them.
pub(super) fn all<'s>(scene: &'s Scene<'_>) -> Suppositions<'s> {
    let written: Vec<&Line<'_>> = scene.written().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < written.len() {
        let above = written[at];
        let below: Vec<&Line<'_>> = written[at + 1..].iter().copied().take_while(|line| is_text(line)).collect();
        at += 1 + below.len();
        found.extend(goes_on(above, &below));
    }
    Box::new(found.into_iter())
}

/// Whether a line is neither a key nor an item, nor begins or ends a value of another kind.
fn is_text(line: &Line<'_>) -> bool {
    line.key().is_none() && line.marked().0.is_empty() && line.body().starts_with(char::is_alphanumeric)
}

fn goes_on(above: &Line<'_>, below: &[&Line<'_>]) -> Option<Supposition> {
    let first = below.first()?;
    let (_, text) = value(above).filter(|(_, text)| !text.starts_with(['"', '\'', '|', '>', '[', '{', '&', '*']))?;
    let (what, margin) = match above.key() {
        Some((key, _)) => (format!("`{key}`"), above.column() + 2),
        None => ("la voce dell'elenco".to_owned(), above.column()),
    };
    let range = first.body_start()..first.body_start() + first.body().len();
    let message = format!("questa riga sembra continuare il testo che comincia con «{}»", opening(text));
    let help = format!("farla cominciare più a destra di {what}, o riportarla in fondo alla riga sopra");
    let supposed = Supposition::new(range, message, help).guess();
    Some(below.iter().fold(supposed, |supposed, line| supposed.edit(line.margin(), " ".repeat(margin))))
}

/// The first words of a text.
fn opening(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    let more = if text.split_whitespace().nth(4).is_some() { "…" } else { "" };
    format!("{}{more}", words.join(" "))
}
