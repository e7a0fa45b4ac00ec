use super::{Point, PointStatus};
use crate::diagnostic::{Finding, Severity};
use crate::source::Sources;
use std::collections::BTreeMap;

/// How many findings of a kind are written out.
const SHOWN: usize = 5;
/// Characters of a message that are written out.
const LENGTH: usize = 100;
/// The rule whose findings are doubts of the editors.
const DOUBT: &str = "da-verificare";

/// The points that come from findings: errors anywhere, the rest of the given edition only.
pub(super) fn points(sources: &Sources, findings: &[Finding], edition: Option<&str>) -> Vec<Point> {
    let own = |finding: &&Finding| concerns(sources.get(finding.span.source).path(), edition);
    let open =
        |severity: Severity| findings.iter().filter(move |finding| finding.is_open() && finding.severity == severity);
    let doubts: Vec<&Finding> = open(Severity::Note).filter(own).filter(|finding| finding.rule.name == DOUBT).collect();
    let notes: Vec<&Finding> = open(Severity::Note).filter(own).filter(|finding| finding.rule.name != DOUBT).collect();
    vec![
        counted(sources, "Errori", PointStatus::Missing, "nessuno", &open(Severity::Error).collect::<Vec<_>>()),
        counted(
            sources,
            "Avvisi",
            PointStatus::Missing,
            "nessuno",
            &open(Severity::Warning).filter(own).collect::<Vec<_>>(),
        ),
        counted(sources, "Note", PointStatus::Information, "nessuna", &notes),
        accepted(&findings.iter().filter(|finding| !finding.is_open()).filter(own).collect::<Vec<_>>()),
        counted(sources, "Da verificare", PointStatus::Information, "nulla", &doubts),
    ]
}

/// Whether a file belongs to the edition or to all of them.
fn concerns(path: &str, edition: Option<&str>) -> bool {
    let mut parts = path.split('/');
    let (first, second) = (parts.next(), parts.next());
    let shared = parts.next().is_none() && first == Some("data");
    shared || edition.is_none() || second == edition || matches!(second, Some("ente" | "controlli"))
}

fn counted(sources: &Sources, name: &'static str, status: PointStatus, none: &str, findings: &[&Finding]) -> Point {
    if findings.is_empty() {
        let status = if status == PointStatus::Missing { PointStatus::Done } else { status };
        return Point { counts_findings: true, ..Point::new(status, name, none) };
    }
    let mut details: Vec<String> = findings.iter().take(SHOWN).map(|finding| line(sources, finding)).collect();
    match findings.len().saturating_sub(SHOWN) {
        0 => {}
        1 => details.push("e un altro".to_owned()),
        more => details.push(format!("e altri {more}")),
    }
    Point { counts_findings: true, ..Point::new(status, name, findings.len().to_string()).details(details) }
}

fn line(sources: &Sources, finding: &Finding) -> String {
    let file = sources.get(finding.span.source);
    let line = file.position(finding.span.range().start).line;
    format!("{} (riga {line} di {})", shortened(&finding.message), file.path())
}

/// The first words of a long message: the output fits one screen, and `piao check` prints the rest.
fn shortened(message: &str) -> String {
    match message.char_indices().nth(LENGTH) {
        Some((at, _)) => format!("{}…", message[..at].rsplit_once(' ').map_or(&message[..at], |(words, _)| words)),
        None => message.to_owned(),
    }
}

/// The findings under a waiver, by reason.
fn accepted(findings: &[&Finding]) -> Point {
    let mut reasons: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for finding in findings {
        *reasons
            .entry(finding.waived.as_deref().unwrap_or_default())
            .or_default()
            .entry(finding.rule.code)
            .or_default() += 1;
    }
    let details = reasons.into_iter().map(|(reason, rules)| {
        let rules =
            rules.into_iter().map(|(code, count)| if count == 1 { code.to_owned() } else { format!("{count} {code}") });
        format!("{}: {reason}", rules.collect::<Vec<_>>().join(", "))
    });
    let state = if findings.is_empty() { "nessuno".to_owned() } else { findings.len().to_string() };
    Point::new(PointStatus::Information, "Rilievi accettati", state).details(details.collect())
}
