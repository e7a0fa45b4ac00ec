//! Characters that no YAML text may hold, and lines that a program left in it.

use super::{Fault, Scene, Supposition};
use crate::load::line::Line;
use std::ops::Range;

/// The first character of commands, if there is one.
pub(super) fn forbidden(scene: &Scene<'_>) -> Option<Supposition> {
    let is_forbidden = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    let (at, c) = scene.text.char_indices().find(|(_, c)| is_forbidden(*c))?;
    let (what, help) = match c {
        '\u{b}' | '\u{c}' => ("un a capo nascosto", "cancellarlo e mettere uno spazio"),
        '\u{80}'..='\u{9f}' => (
            "un carattere nascosto, di solito una virgoletta o un trattino di un testo di Windows",
            "cancellarlo e riscrivere il segno che ci vuole",
        ),
        _ => ("un carattere di comando nascosto", "cancellarlo: di solito viene da un testo copiato"),
    };
    let message = format!("qui c'è {what} (U+{:04X}), che non può stare nel file", u32::from(c));
    Some(Supposition::new(at..at + c.len_utf8(), message, help))
}

/// The lines of each conflict between two versions of a file, with the marks that git leaves.
pub(in crate::load) fn conflicts(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let is_mark = |line: &Line<'_>, sign: char| {
        let mark: String = std::iter::repeat_n(sign, 7).collect();
        line.text.strip_prefix(&mark).is_some_and(|rest| rest.trim().is_empty() || rest.starts_with(' '))
    };
    let mut conflicts: Vec<Range<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let open = conflicts.last_mut().filter(|conflict| conflict.end == lines.len() + 1);
        match open {
            None if is_mark(line, '<') => conflicts.push(at..lines.len() + 1),
            // A mark whose beginning was taken away.
            None if is_mark(line, '=') || is_mark(line, '>') || is_mark(line, '|') => conflicts.push(at..at + 1),
            Some(conflict) if is_mark(line, '>') => conflict.end = at + 1,
            _ => {}
        }
    }
    // One that is never closed is its first line, up to the mark in its middle.
    for conflict in conflicts.iter_mut().filter(|conflict| conflict.end > lines.len()) {
        let middle = (conflict.start..lines.len()).find(|at| is_mark(&lines[*at], '='));
        conflict.end = middle.map_or(conflict.start + 1, |at| at + 1);
    }
    conflicts
}

/// A conflict whose first mark is `line`.
pub(in crate::load) fn conflict(line: Line<'_>) -> Fault {
    Fault {
        range: line.start..line.end(),
        message: "qui ci sono due versioni diverse delle stesse righe, con i segni lasciati da git".to_owned(),
        help: "tenere una delle due versioni, e togliere l'altra con le righe `<<<<<<<`, `=======` e `>>>>>>>`"
            .to_owned(),
        fix: None,
    }
}

/// A line that divides two documents in one file.
pub(in crate::load) fn divider(line: Line<'_>) -> Fault {
    Fault {
        range: line.start..line.end(),
        message: format!("la riga `{}` divide il file in due documenti", line.body()),
        help: "toglierla: un file di dati è un documento solo".to_owned(),
        fix: None,
    }
}
