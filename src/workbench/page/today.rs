use super::Chrome;
use super::chrome::counted;
use crate::diagnostic::Fix;
use crate::publish::obstacles;
use crate::readiness::{Point, PointStatus, Readiness};
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::{FindingItem, quoted};
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::text_file::TextFile;
use crate::workbench::visit::Visit;
use serde::Serialize;

/// How many findings are written out.
const SHOWN: usize = 200;
/// How many of the last changes.
const LOGGED: usize = 12;

#[derive(Serialize)]
struct Today {
    chrome: Chrome,
    ready: bool,
    verdict: String,
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
    pub(super) ready: bool,
    pub(super) verdict: String,
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
}

/// The first page: what is true now, and what is to be done next.
pub(super) fn page(bench: &Bench<'_>, session: &Session, visit: &Visit) -> String {
    let findings = bench.findings();
    let (open, waived): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| finding.is_open());
    let certain = open.iter().filter(|finding| finding.fix.as_ref().is_some_and(Fix::is_certain)).count();
    let Points { ready, verdict, mut missing, mut known } = Points::of(bench);
    // Errors and warnings stand one by one above.
    let is_told = |point: &PointItem| !matches!(point.name, "Errori" | "Avvisi" | "Note");
    missing.retain(is_told);
    known.retain(is_told);
    let page = Today {
        chrome: Chrome::of(bench, session, visit, "Oggi", "oggi"),
        ready,
        verdict,
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
    /// How the edition in force stands.
    pub(super) fn of(bench: &Bench<'_>) -> Self {
        let readiness = readiness(bench);
        let points = readiness.points.iter();
        let (missing, known): (Vec<_>, Vec<_>) = points.partition(|point| point.status == PointStatus::Missing);
        let item = |point: &&Point| PointItem {
            name: point.name,
            state: quoted(&point.state),
            details: point.details.iter().map(|detail| quoted(detail)).collect(),
            done: point.status == PointStatus::Done,
            href: mended(bench, &point.state),
        };
        let verdict = match readiness.missing() {
            0 => "sì".to_owned(),
            1 => "no, resta 1 punto".to_owned(),
            count => format!("no, restano {count} punti"),
        };
        Self {
            ready: readiness.is_ready(),
            verdict,
            missing: missing.iter().map(item).collect(),
            known: known.iter().map(item).collect(),
        }
    }
}

/// The page on which what a point asks for is written: that of the file that it names.
fn mended(bench: &Bench<'_>, state: &str) -> Option<String> {
    let edition = bench.edition()?.id.as_str();
    let path = if state.contains("ente.yaml") {
        "data/ente.yaml".to_owned()
    } else if state.contains("edizione.yaml") || state.contains("approvazione") {
        format!("data/{edition}/edizione.yaml")
    } else {
        return None;
    };
    TextFile::data(bench, &path).map(|file| file.address())
}

fn readiness(bench: &Bench<'_>) -> Readiness {
    let Ok(annex) = bench.annex else { return Readiness { edition: None, points: Vec::new() } };
    let loaded = annex.loaded();
    let findings: Vec<_> = annex.findings().iter().chain(annex.notes()).cloned().collect();
    let obstacles = obstacles(bench.root, &loaded.annex);
    Readiness::of(&loaded.annex, &loaded.sources, &findings, &obstacles, bench.settings.today)
}
