use super::bench::Bench;
use super::plain_words::{self, plain};
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
    /// The same without its help, where the page says once what to do.
    pub(super) fn without_help(self) -> Self {
        Self { help: None, ..self }
    }

    /// A finding of a reading.
    pub(super) fn of(bench: &Bench<'_>, finding: &Finding) -> Self {
        let found = bench.places().of_finding(bench, finding);
        let fix = finding.fix.as_ref().filter(|_| finding.is_open());
        Self {
            word: finding.severity.italian(),
            sign: sign(finding.severity),
            message: plain(bench, finding, &finding.message),
            help: plain_words::help(bench, finding),
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

impl FindingItem {
    /// The same without its buttons, unless the finding is among those of a reading: what would be cannot be mended yet.
    pub(super) fn seen_from(self, bench: &Bench<'_>) -> Self {
        if bench.findings().iter().any(|finding| id(bench, finding) == self.id) {
            return self;
        }
        Self { fix: None, acceptable: false, ..self }
    }
}

fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Note => "i",
    }
}

/// Where a finding stands, where no record says it: what its file holds, and the line.
fn place(bench: &Bench<'_>, finding: &Finding) -> String {
    let Ok(annex) = bench.annex else { return String::new() };
    let source = annex.sources().get(finding.span.source);
    let line = source.position(finding.span.range().start).line;
    let file = plain_words::file(bench, source.path()).unwrap_or_else(|| source.path().to_owned());
    format!("{file}, riga {line}")
}

/// A name of a finding that lasts as long as its text stands where it is in its record, or in its line, wherever those stand.
pub(super) fn id(bench: &Bench<'_>, finding: &Finding) -> String {
    let Ok(annex) = bench.annex else { return String::new() };
    let source = annex.sources().get(finding.span.source);
    let (start, text) = (finding.span.range().start, source.slice(finding.span.range()));
    let around = if let Some(place) = annex.loaded().annex.outline.place(finding.span) {
        format!("{:?} {}", place.entry.name, start - place.entry.span.range().start)
    } else {
        let before = source.text()[..start].rfind('\n').map_or(0, |end| end + 1);
        source.text()[before..].lines().next().unwrap_or_default().to_owned()
    };
    let mut id = Sha256::of(
        format!("{}\0{}\0{around}\0{text}\0{}", finding.rule.code, source.path(), finding.message).as_bytes(),
    );
    id.truncate(16);
    id
}
