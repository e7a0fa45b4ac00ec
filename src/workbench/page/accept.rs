use super::Chrome;
use crate::diagnostic::Finding;
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::visit::{Form, Visit, field};
use serde::Serialize;

#[derive(Serialize)]
struct Accept {
    chrome: Chrome,
    finding: FindingItem,
    why: String,
    /// The places that the acceptance names, one a line.
    place: String,
    /// What people call them.
    places: Vec<String>,
    text: String,
    reason: String,
    expires: String,
    notice: Option<String>,
}

/// The form by which a finding is accepted; with why it was not, and what was typed.
pub(in crate::workbench) fn page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    finding: &Finding,
    refused: Option<(String, &Form)>,
) -> String {
    let (notice, form) = refused.map_or((None, None), |(why, form)| (Some(why), Some(form)));
    let typed = |name: &str| form.and_then(|form| field(form, name)).map(str::to_owned);
    let page = Accept {
        chrome: Chrome::of(bench, session, visit, "Accetta un rilievo", "oggi"),
        finding: FindingItem::of(bench, finding),
        why: finding.rule.why.to_owned(),
        place: typed("dove").unwrap_or_else(|| bench.waiver_places(finding).join("\n")),
        places: bench.places().named(bench, finding),
        text: typed("valore").or_else(|| bench.waived_text(finding)).unwrap_or_default(),
        reason: typed("motivo").unwrap_or_default(),
        expires: typed("scade").unwrap_or_default(),
        notice,
    };
    look::shown("accetta.html", &page)
}
