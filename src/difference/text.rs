use super::words::{called, sentence, signed, value, word};
use super::{Difference, RECOMPUTED};
use crate::comparison::{ChangeKind, Field, RecordChange};
use std::fmt::Write as _;

const GREEN: &str = "\u{1b}[32m";
const RED: &str = "\u{1b}[31m";
const YELLOW: &str = "\u{1b}[33m";
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// What is different, for people at a terminal: with colours, which whoever prints it takes away elsewhere.
///
/// `still` makes a text of the data harmless for the terminal.
pub fn text(difference: &Difference<'_>, still: impl Fn(&str) -> String) -> String {
    let comparison = difference.comparison;
    let mut text = format!("{BOLD}{}{PLAIN}\n", still(&difference.heading()));
    let _ = writeln!(text, "{}.", sentence(comparison));
    for table in comparison.tables.iter().filter(|table| !table.changes.is_empty()) {
        let _ = writeln!(text, "\n{BOLD}{}{PLAIN}", still(&table.title));
        table.changes.iter().for_each(|change| record(&mut text, change, &still));
    }
    let figures: Vec<_> = comparison.figures.iter().filter(|figure| figure.before != figure.after).collect();
    if !figures.is_empty() {
        let _ = writeln!(text, "\n{BOLD}Totali{PLAIN}");
        for figure in figures {
            let label = still(&figure.label);
            let _ = writeln!(text, "    {label}: {} → {} ({})", figure.before, figure.after, signed(figure));
        }
    }
    if !comparison.recomputed.is_empty() {
        let _ = writeln!(text, "\n{BOLD}{RECOMPUTED}{PLAIN}");
    }
    for paragraph in &comparison.recomputed {
        let _ = writeln!(text, "      {}:", still(&paragraph.title));
        let _ = writeln!(text, "        {RED}- {}{PLAIN}", still(&paragraph.before));
        let _ = writeln!(text, "        {GREEN}+ {}{PLAIN}", still(&paragraph.after));
    }
    text
}

fn record(text: &mut String, change: &RecordChange, still: &impl Fn(&str) -> String) {
    let (colour, sign) = match change.kind {
        ChangeKind::Added => (GREEN, '+'),
        ChangeKind::Removed => (RED, '-'),
        ChangeKind::Renamed | ChangeKind::Moved | ChangeKind::Changed => (YELLOW, '~'),
    };
    let _ = writeln!(text, "  {colour}{sign} {}{PLAIN} ({})", still(&called(change)), word(change.kind));
    change.fields.iter().for_each(|field| told(text, field, still));
}

fn told(text: &mut String, field: &Field, still: &impl Fn(&str) -> String) {
    let (before, after) = (value(&field.before), value(&field.after));
    let is_long = |value: &str| value.chars().count() > 40 || value.contains('\n');
    let _ = write!(text, "      {}:", still(&field.label));
    if !is_long(&before) && !is_long(&after) {
        let _ = writeln!(text, " {RED}{}{PLAIN} → {GREEN}{}{PLAIN}", still(&before), still(&after));
        return;
    }
    text.push('\n');
    for (colour, sign, texts) in [(RED, '-', &field.before), (GREEN, '+', &field.after)] {
        for line in texts.iter().flat_map(|text| text.lines()) {
            let _ = writeln!(text, "        {colour}{sign} {}{PLAIN}", still(line));
        }
    }
}
