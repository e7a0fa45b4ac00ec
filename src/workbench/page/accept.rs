use super::Chrome;
use crate::diagnostic::Finding;
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::plain_words;
use crate::workbench::session::Session;
use crate::workbench::visit::{Form, Visit, field};
use serde::Serialize;

#[derive(Serialize)]
struct Accept {
    chrome: Chrome,
    finding: FindingItem,
    why: String,
    /// The places that the acceptance names, one a line; empty where each of several holds for a text of its own.
    place: String,
    /// What people call them, each with the text that stands there where these differ.
    places: Vec<String>,
    /// Whether a place of which it speaks has no name, so that no acceptance can name it.
    nowhere: bool,
    /// Whether several acceptances are written, each for a text of its own.
    several: bool,
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
    let places = bench.waiver_places(finding);
    let first = places.first().and_then(|place| place.text.clone());
    let several = places.iter().any(|place| place.text != first);
    let mut named = bench.places().named(bench, finding);
    if several && named.len() == places.len() {
        for (name, place) in named.iter_mut().zip(&places) {
            name.extend(place.text.iter().flat_map(|text| [": «", text, "»"]));
        }
    }
    let joined = || places.iter().map(|place| place.place.as_str()).collect::<Vec<_>>().join("\n");
    let page = Accept {
        chrome: Chrome::of(bench, session, visit, "Accetta un rilievo", "oggi"),
        finding: FindingItem::of(bench, finding),
        why: plain_words::of_rule(bench, finding, finding.rule.why),
        place: typed("dove").unwrap_or_else(|| if several { String::new() } else { joined() }),
        places: named,
        nowhere: places.is_empty(),
        several,
        text: typed("valore").or(first).unwrap_or_default(),
        reason: typed("motivo").unwrap_or_default(),
        expires: typed("scade").unwrap_or_default(),
        notice,
    };
    look::shown("accetta.html", &page)
}
