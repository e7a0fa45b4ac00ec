use super::Chrome;
use super::chrome::counted;
use crate::diagnostic::Fix;
use crate::readiness::{Point, PointStatus};
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::plain_words::quoted;
use crate::workbench::session::Session;
use crate::workbench::table::{SettingsFile, settings_of};
use crate::workbench::visit::Visit;
use serde::Serialize;

/// How many findings are written out.
const SHOWN: usize = 200;
/// How many of the last changes.
const LOGGED: usize = 12;

#[derive(Serialize)]
struct Today {
    chrome: Chrome,
    findings: Vec<FindingItem>,
    more: usize,
    waived: Vec<FindingItem>,
    /// How many corrections are certain.
    certain: usize,
    certain_word: String,
    missing: Vec<PointItem>,
    known: Vec<PointItem>,
    log: Vec<String>,
    stopped: Option<String>,
}

/// What publication asks for, as pages show it.
pub(super) struct Points {
    pub(super) missing: Vec<PointItem>,
    pub(super) known: Vec<PointItem>,
}

#[derive(Serialize)]
pub(super) struct PointItem {
    name: &'static str,
    state: String,
    details: Vec<String>,
    done: bool,
    /// Where it is mended.
    href: Option<String>,
    /// Whether what it counts is listed on the first page.
    is_listed: bool,
}

/// The first page: what is true now, and what is to be done next.
pub(super) fn page(bench: &Bench<'_>, session: &Session, visit: &Visit) -> String {
    let findings = bench.findings();
    let (open, waived): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| finding.is_open());
    let certain = open.iter().filter(|finding| finding.fix.as_ref().is_some_and(Fix::is_certain)).count();
    let Points { mut missing, mut known } = Points::of(bench);
    // Findings stand one by one above.
    missing.retain(|point| !point.is_listed);
    known.retain(|point| !point.is_listed);
    let page = Today {
        chrome: Chrome::of(bench, session, visit, "Oggi", "oggi"),
        more: open.len().saturating_sub(SHOWN),
        findings: open.iter().take(SHOWN).map(|finding| FindingItem::of(bench, finding)).collect(),
        waived: waived.iter().take(SHOWN).map(|finding| FindingItem::of(bench, finding)).collect(),
        certain,
        certain_word: counted(certain, "correzione certa", "correzioni certe"),
        missing,
        known,
        log: session.log(LOGGED),
        stopped: bench.stopped.map(|trouble| format!("{trouble}: {}", trouble.advice())),
    };
    look::shown("oggi.html", &page)
}

impl Points {
    /// How the edition that is worked on stands.
    pub(super) fn of(bench: &Bench<'_>) -> Self {
        let points = bench.readiness().points.iter();
        let (missing, known): (Vec<_>, Vec<_>) = points.partition(|point| point.status == PointStatus::Missing);
        let item = |point: &&Point| PointItem {
            name: point.name,
            state: state(point),
            details: point.details.iter().filter(|_| !point.counts_findings).map(|detail| quoted(detail)).collect(),
            done: point.status == PointStatus::Done,
            href: mended(bench, point),
            is_listed: point.counts_findings,
        };
        Self { missing: missing.iter().map(item).collect(), known: known.iter().map(item).collect() }
    }
}

/// The state of a point for who sees no files: what is to be written, by the names of the fields.
fn state(point: &Point) -> String {
    if let Some(plain) = point.plain {
        return plain.to_owned();
    }
    let name = |(file, key): &(&str, &str)| {
        let (first, inner) = key.split_once('.').map_or((*key, None), |(first, inner)| (first, Some(inner)));
        let setting = settings_of(file).into_iter().find(|setting| setting.key == first)?;
        let inside = inner.and_then(|inner| setting.inside().iter().find(|setting| setting.key == inner));
        Some(inside.map_or(setting.heading, |inside| inside.heading))
    };
    let names: Vec<&str> = point.asks.iter().filter_map(name).collect();
    match names.as_slice() {
        [] => quoted(&point.state),
        [one] if *one == point.name => "non indicato".to_owned(),
        [one] => format!("non indicato: {one}"),
        many => format!("non indicati: {}", many.join(", ")),
    }
}

/// The page on which what a point asks for is written, and the field.
fn mended(bench: &Bench<'_>, point: &Point) -> Option<String> {
    let (file, field) = point.asks.first()?;
    let address = SettingsFile::at(bench, &[file])?.address;
    Some(format!("{address}#campo-{}", field.replace('.', "-")))
}
