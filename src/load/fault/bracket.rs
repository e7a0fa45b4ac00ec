//! Lists and groups between brackets that are not closed.

use super::{Scene, Supposition, value};

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
