use super::Summary;
use super::sanitized::sanitized_json;
use crate::diagnostic::Finding;
use crate::source::{Sources, Span};
use rayon::prelude::*;
use serde::Serialize;

/// How many findings are written at a time.
const PIECE: usize = 512;

/// How the list of findings of a report begins and ends.
const LIST: [&str; 2] = ["\"diagnostics\": [", "\n  ]\n}"];

/// The object of `piao check --format json`, pretty-printed, with a final line ending; of many findings, pieces are written on every core.
pub fn json(sources: &Sources, findings: &[Finding]) -> String {
    let summary = Summary::of(findings);
    let summary =
        Counts { errors: summary.errors, warnings: summary.warnings, notes: summary.notes, waived: summary.waived };
    let (first, others) = findings.split_at(findings.len().min(PIECE));
    let report =
        |findings: &[Finding]| written(&Report { version: 1, summary: &summary, diagnostics: all(sources, findings) });
    let pieces: Vec<String> = others.par_chunks(PIECE).with_max_len(1).map(report).collect();
    let mut text = report(first);
    for piece in pieces {
        let of_list = piece.find(LIST[0]).map_or(0, |at| at + LIST[0].len());
        text.truncate(text.len() - LIST[1].len());
        text.push(',');
        text.push_str(&piece[of_list..]);
    }
    text.push('\n');
    text
}

/// The report holds only texts and numbers, which always serialise.
fn written(report: &Report<'_>) -> String {
    sanitized_json(&serde_json::to_string_pretty(report).unwrap_or_default())
}

fn all<'a>(sources: &'a Sources, findings: &'a [Finding]) -> Vec<Diagnostic<'a>> {
    findings.iter().map(|finding| diagnostic(sources, finding)).collect()
}

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    summary: &'a Counts,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
    waived: usize,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    rule: &'a str,
    name: &'a str,
    severity: &'a str,
    waived: bool,
    message: &'a str,
    help: Option<&'a str>,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    related: Vec<Related<'a>>,
    fix: Option<Replacement<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Replacement<'a> {
    start_byte: u32,
    end_byte: u32,
    replacement: &'a str,
    /// Whether `--fix` applies it; a guess needs `--unsafe-fixes`.
    safe: bool,
}

fn diagnostic<'a>(sources: &'a Sources, finding: &'a Finding) -> Diagnostic<'a> {
    let (file, start, end) = place(sources, finding.span);
    let related = finding.related.iter().map(|label| {
        let (file, start, _) = place(sources, label.span);
        Related { message: &label.message, file, line: start.line, column: start.column }
    });
    Diagnostic {
        rule: finding.rule.code,
        name: finding.rule.name,
        severity: finding.severity.key(),
        waived: !finding.is_open(),
        message: &finding.message,
        help: finding.help.as_deref(),
        file,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        related: related.collect(),
        // A fix replaces bytes of the file that the finding names.
        fix: finding.fix.as_ref().filter(|fix| fix.span.source == finding.span.source).map(|fix| Replacement {
            start_byte: fix.span.start,
            end_byte: fix.span.end,
            replacement: &fix.replacement,
            safe: fix.is_certain(),
        }),
    }
}

fn place(sources: &Sources, span: Span) -> (&str, crate::source::Position, crate::source::Position) {
    let file = sources.get(span.source);
    let range = span.range();
    (file.path(), file.position(range.start), file.position(range.end))
}
