use super::words::{called, sentence, signed, value, word};
use super::{Difference, RECOMPUTED, heading_of};
use crate::comparison::{ChangeKind, RecordChange, TableChanges};
use std::fmt::Write as _;

/// What is different, as a text that can be pasted into the act that approves the new edition.
pub fn markdown(difference: &Difference<'_>) -> String {
    let comparison = difference.comparison;
    let mut text = format!("# {}\n\n", plain(&difference.heading()));
    let _ = writeln!(text, "{} – {}.\n", plain(difference.administration), plain(difference.title));
    let _ = writeln!(text, "In breve: {}.", sentence(comparison));
    let figures: Vec<_> = comparison.figures.iter().filter(|figure| figure.before != figure.after).collect();
    if !figures.is_empty() {
        let (from, to) = (plain(difference.from), plain(difference.to));
        let _ = writeln!(text, "\n## Totali\n\n| Che cosa si conta | {from} | {to} | Differenza |");
        text.push_str("|---|---:|---:|---:|\n");
        for figure in figures {
            let label = plain(&figure.label);
            let _ = writeln!(text, "| {label} | {} | {} | {} |", figure.before, figure.after, signed(figure));
        }
    }
    for table in comparison.tables.iter().filter(|table| !table.changes.is_empty()) {
        let _ = writeln!(text, "\n## {}", plain(&table.title));
        for kind in ChangeKind::ALL {
            records(&mut text, table, kind);
        }
    }
    if !comparison.recomputed.is_empty() {
        let _ = writeln!(text, "\n## {RECOMPUTED}\n");
    }
    for paragraph in &comparison.recomputed {
        let (title, before, after) = (plain(&paragraph.title), plain(&paragraph.before), plain(&paragraph.after));
        let _ = writeln!(text, "- **{title}**: da «{before}» a «{after}»");
    }
    text
}

/// The records of a table that differ in one way.
fn records(text: &mut String, table: &TableChanges, kind: ChangeKind) {
    let of_kind: Vec<&RecordChange> = table.changes.iter().filter(|change| change.kind == kind).collect();
    if of_kind.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n### {}\n", heading_of(kind));
    for change in of_kind {
        let _ = writeln!(text, "- **{}** ({})", plain(&called(change)), word(kind));
        for field in &change.fields {
            let (label, before, after) = (plain(&field.label), quoted(&field.before), quoted(&field.after));
            let _ = writeln!(text, "  - {label}: da {before} a {after}");
        }
    }
}

fn quoted(texts: &[String]) -> String {
    if texts.is_empty() { plain(&value(texts)) } else { format!("«{}»", plain(&value(texts))) }
}

/// A text in one line, none of whose signs means anything to Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}
