use super::escape::escaped;
use super::line::{Line, Span, Words};
use crate::docx::Look;
use std::fmt::Write as _;

/// Whether words have a look.
type Has = fn(Look) -> bool;

/// The marks of emphasis, the outermost first.
const MARKS: [(&str, Has); 3] = [("~~", |look| look.strike), ("**", |look| look.bold), ("*", |look| look.italic)];

/// A line as Markdown; `labels` are the names of the footnotes that it calls, `indent` stands before what follows a line break.
pub(super) fn line(line: &Line, labels: &[String], indent: &str) -> String {
    let mut labels = labels.iter();
    let mut made = String::new();
    let mut words: Vec<&Words> = Vec::new();
    for span in line {
        if let Span::Words(own) = span {
            words.push(own);
            continue;
        }
        let is_start = begins(&made, indent);
        made.push_str(&linked(&words, is_start, false));
        words.clear();
        if *span == Span::Break {
            made.push_str("\\\n");
            made.push_str(indent);
        } else if let Some(label) = labels.next() {
            let _ = write!(made, "[^{label}]");
        }
    }
    let is_start = begins(&made, indent);
    made + &linked(&words, is_start, false)
}

/// Whether what comes next begins a line.
fn begins(made: &str, indent: &str) -> bool {
    made.strip_suffix(indent).is_some_and(|before| before.is_empty() || before.ends_with('\n'))
}

/// A line of a cell as Markdown.
pub(super) fn cell(line: &Line, labels: &mut dyn Iterator<Item = String>) -> String {
    let mut made = String::new();
    for span in line {
        match span {
            Span::Words(words) => made.push_str(&linked(&[words], false, true)),
            Span::Note => made.extend(labels.next().map(|label| format!("[^{label}]"))),
            Span::Break => made.push(' '),
        }
    }
    made
}

/// Words, those that lead to one place together.
fn linked(words: &[&Words], is_start: bool, in_cell: bool) -> String {
    let mut made = String::new();
    for group in words.chunk_by(|one, next| one.link == next.link) {
        let is_start = is_start && made.is_empty();
        match &group[0].link {
            None => made.push_str(&marked(group, 0, is_start, in_cell)),
            Some(target) => {
                let is_plain = !target.is_empty() && !target.contains([' ', '(', ')', '<', '>', '\n']);
                let target =
                    if is_plain { target.clone() } else { format!("<{}>", target.replace(['<', '>', '\n'], "")) };
                let _ = write!(made, "[{}]({target})", marked(group, 0, false, in_cell));
            }
        }
    }
    made
}

/// Words within the marks of emphasis from one on.
fn marked(words: &[&Words], mark: usize, is_start: bool, in_cell: bool) -> String {
    let Some((sign, has)) = MARKS.get(mark) else {
        let mut made = String::new();
        for own in words {
            let is_start = is_start && made.is_empty();
            made.push_str(&plain(own, is_start, in_cell));
        }
        return made;
    };
    let mut made = String::new();
    for group in words.chunk_by(|one, next| has(one.look) == has(next.look)) {
        let is_marked = has(group[0].look);
        let inside = marked(group, mark + 1, is_start && made.is_empty() && !is_marked, in_cell);
        let sign = if is_marked { sign } else { "" };
        let _ = write!(made, "{sign}{inside}{sign}");
    }
    made
}

fn plain(words: &Words, is_start: bool, in_cell: bool) -> String {
    if words.look.source {
        return words.text.clone();
    }
    if words.look.code {
        let ticks = if words.text.contains('`') { "``" } else { "`" };
        let space = if words.text.starts_with('`') || words.text.ends_with('`') { " " } else { "" };
        return format!("{ticks}{space}{}{space}{ticks}", words.text);
    }
    escaped(&words.text, is_start, in_cell)
}
