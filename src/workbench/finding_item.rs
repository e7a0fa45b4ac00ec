use super::bench::Bench;
use crate::diagnostic::{Finding, Severity};
use crate::digest::Sha256;
use serde::Serialize;

/// A finding as the pages show it.
#[derive(Debug, Serialize)]
pub(super) struct FindingItem {
    /// `errore`, `avviso`, `nota`.
    pub(super) word: &'static str,
    /// The sign beside it.
    sign: &'static str,
    message: String,
    help: Option<String>,
    code: &'static str,
    /// Where it stands, in the words of the annex.
    pub(super) place: String,
    /// Where it is mended.
    pub(super) href: Option<String>,
    /// What tells it from the others, for its button.
    pub(super) id: String,
    /// Words of the button that mends it; `None` if there is no correction.
    fix: Option<&'static str>,
    /// Whether its reason for being accepted may be written.
    acceptable: bool,
    waived: Option<String>,
}

impl FindingItem {
    /// A finding of a reading.
    pub(super) fn of(bench: &Bench<'_>, finding: &Finding) -> Self {
        let found = bench.places().of_finding(bench, finding);
        let fix = finding.fix.as_ref().filter(|_| finding.is_open());
        Self {
            word: finding.severity.italian(),
            sign: sign(finding.severity),
            message: quoted(&finding.message),
            help: finding.help.as_deref().map(quoted),
            code: finding.rule.code,
            place: found.as_ref().map_or_else(|| place(bench, finding), |(_, words)| words.clone()),
            href: found.map(|(href, _)| href),
            id: id(bench, finding),
            fix: fix.map(|fix| if fix.is_certain() { "Correggi" } else { "Correggi come proposto" }),
            acceptable: finding.is_open() && finding.rule.is_adjustable(),
            waived: finding.waived.clone(),
        }
    }
}

/// A sentence with quotation marks around what it names, in the place of the signs of a terminal.
pub(super) fn quoted(sentence: &str) -> String {
    let mut parts = sentence.split('`');
    let mut quoted = parts.next().unwrap_or_default().to_owned();
    for (number, part) in parts.enumerate() {
        quoted.push(if number % 2 == 0 { '«' } else { '»' });
        quoted.push_str(part);
    }
    quoted
}

fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Note => "i",
    }
}

/// Where a finding stands: its file, which comes last where there are better words.
fn place(bench: &Bench<'_>, finding: &Finding) -> String {
    let Ok(annex) = bench.annex else { return String::new() };
    let source = annex.sources().get(finding.span.source);
    let line = source.position(finding.span.range().start).line;
    format!("{}, riga {line}", source.path())
}

/// A name of a finding that lasts as long as its text stands where it is.
pub(super) fn id(bench: &Bench<'_>, finding: &Finding) -> String {
    let Ok(annex) = bench.annex else { return String::new() };
    let source = annex.sources().get(finding.span.source);
    let (start, text) = (finding.span.range().start, source.slice(finding.span.range()));
    let mut id = Sha256::of(
        format!("{}\0{}\0{start}\0{text}\0{}", finding.rule.code, source.path(), finding.message).as_bytes(),
    );
    id.truncate(16);
    id
}
