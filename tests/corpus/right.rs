//! Texts as right as any, each with something in it that looks like a mistake: nothing must be said of them.

use crate::annex::{Files, data, findings};
use std::fmt::Write;

/// One text a line; lines that begin with `#` and a space say what follows.
const TEXTS: &str = include_str!("right_texts.txt");

/// The right texts.
pub fn texts() -> Vec<&'static str> {
    TEXTS.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect()
}

/// What is said of the right texts, standing in a table and in a chapter of the real annex.
pub fn alarms() -> Vec<String> {
    let (table, chapter) = (data("software"), "content/2025-2027/03-mappatura.md".to_owned());
    let files = crate::annex::files();
    let (mut rows, mut paragraphs) = (files[&table].clone(), files[&chapter].clone());
    let (first_row, first_paragraph) = (rows.lines().count() + 1, paragraphs.lines().count() + 1);
    for (number, text) in texts().into_iter().enumerate() {
        let quoted = serde_json::to_string(text).expect("a text");
        writeln!(rows, "  - nome: Prova {number}\n    scopo: {quoted}").expect("a row");
        writeln!(paragraphs, "\n{}", escaped(text)).expect("a paragraph");
    }
    let found = findings(&Files::from([(table.clone(), rows), (chapter.clone(), paragraphs)]));
    let new = found.into_iter().filter(|found| {
        (found.path == table && found.line >= first_row) || (found.path == chapter && found.line >= first_paragraph)
    });
    new.map(|found| format!("{} {}:{} {}", found.rule, found.path, found.line, found.message)).collect()
}

/// The text with every sign of Markdown made a letter.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '{' | '}') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
