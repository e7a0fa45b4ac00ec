use super::bench::Bench;
use super::finding_item::FindingItem;
use super::look;
use crate::diagnostic::Severity;
use serde::Serialize;

/// How many findings stand over a page.
const SHOWN: usize = 5;

#[derive(Serialize)]
struct Band {
    title: String,
    findings: Vec<FindingItem>,
    more: usize,
}

/// What stands over the pages of the site while the data keep it from being made anew.
pub fn band(bench: &Bench<'_>) -> String {
    let trouble = bench.annex.err().or(bench.stopped);
    if let Some(trouble) = trouble {
        return band_of(&format!("{trouble}: {}", trouble.advice()));
    }
    let errors: Vec<_> = bench.findings().into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    let title = match errors.len() {
        1 => "Nei dati c'è un errore: la pagina qui sotto è quella di prima.".to_owned(),
        count => format!("Nei dati ci sono {count} errori: la pagina qui sotto è quella di prima."),
    };
    let findings = errors.iter().take(SHOWN).map(|finding| FindingItem::of(bench, finding)).collect();
    look::shown("banda.html", &Band { title, findings, more: errors.len().saturating_sub(SHOWN) })
}

/// The same, of one thing that went wrong.
pub fn band_of(why: &str) -> String {
    let title = format!("Il sito non si può rifare: {why}");
    look::shown("banda.html", &Band { title, findings: Vec::new(), more: 0 })
}
