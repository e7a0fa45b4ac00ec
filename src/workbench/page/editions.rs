use super::Chrome;
use super::chrome::counted;
use crate::model::{Edition, EditionState, Status};
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::visit::{Form, Visit, field};
use crate::year::{decisions, is_sealed};
use serde::Serialize;

#[derive(Serialize)]
struct Editions {
    chrome: Chrome,
    editions: Vec<Item>,
    notice: Option<String>,
    /// What is written, or proposed, in the form of a new edition.
    name: String,
    from: String,
    current: bool,
}

/// An edition in the list.
#[derive(Serialize)]
struct Item {
    id: String,
    title: String,
    state: &'static str,
    sealed: bool,
    /// Whether it is the one that is worked on.
    chosen: bool,
    /// Whether it is the current one of the administration.
    current: bool,
    decisions: usize,
    decisions_word: String,
    errors: usize,
    errors_word: String,
}

#[derive(Serialize)]
struct One {
    chrome: Chrome,
    edition: Item,
    /// What is to be decided.
    findings: Vec<FindingItem>,
    /// That it has just been made.
    made: bool,
    left: String,
}

#[derive(Serialize)]
struct SealPage {
    chrome: Chrome,
    edition: Item,
    notice: Option<String>,
    approved: bool,
    reason: String,
    record: Vec<SealLine>,
}

#[derive(Serialize)]
struct SealLine {
    day: String,
    action: String,
    reason: String,
}

fn item(bench: &Bench<'_>, edition: &Edition) -> Option<Item> {
    let annex = bench.annex.ok()?;
    let (decisions, errors) = (decisions(annex, &edition.id).len(), annex.errors_of(edition).len());
    Some(Item {
        id: edition.id.as_str().to_owned(),
        title: edition.title.value.clone(),
        state: EditionState::of(edition, annex.annex()).label(),
        sealed: is_sealed(edition),
        chosen: bench.edition().is_some_and(|chosen| chosen.id == edition.id),
        current: annex.annex().current().is_some_and(|current| current.id == edition.id),
        decisions,
        decisions_word: counted(decisions, "decisione da prendere", "decisioni da prendere"),
        errors,
        errors_word: counted(errors, "errore", "errori"),
    })
}

/// The editions, and the form by which next year's is made; with why it was not, and what was typed.
pub(in crate::workbench) fn list(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    refused: Option<(String, &Form)>,
) -> String {
    let editions = bench.annex.map(|annex| annex.annex().editions.as_slice()).unwrap_or_default();
    let (notice, form) = refused.map_or((None, None), |(why, form)| (Some(why), Some(form)));
    let typed = |name: &str| form.and_then(|form| field(form, name)).map(str::to_owned);
    let last = editions.last().map(|edition| edition.id.as_str()).unwrap_or_default();
    let page = Editions {
        chrome: Chrome::of(bench, session, visit, "Edizioni", "edizioni"),
        editions: editions.iter().rev().filter_map(|edition| item(bench, edition)).collect(),
        notice,
        name: typed("nome").unwrap_or_else(|| next_name(last)),
        from: typed("da").unwrap_or_else(|| last.to_owned()),
        current: typed("corrente").is_some(),
    };
    look::shown("edizioni.html", &page)
}

/// The name that the edition after one is likely to have: `2026-2028` after `2025-2027`; nothing where it is not made of years.
fn next_name(last: &str) -> String {
    let years = last.split('-').map(|year| (year.len() == 4).then(|| year.parse::<u32>().ok()).flatten());
    let next = years.map(|year| year.map(|year| (year + 1).to_string())).collect::<Option<Vec<_>>>();
    next.unwrap_or_default().join("-")
}

/// What is to be decided in an edition.
pub(super) fn one(bench: &Bench<'_>, session: &Session, visit: &Visit, id: &str) -> Option<String> {
    let annex = bench.annex.ok()?;
    let edition = annex.edition(Some(id)).ok()?;
    let findings: Vec<_> = decisions(annex, &edition.id)
        .into_iter()
        .map(|finding| FindingItem::of(bench, finding).without_help())
        .collect();
    let page = One {
        chrome: Chrome::of(bench, session, visit, format!("Edizione {id}"), "edizioni"),
        edition: item(bench, edition)?,
        left: counted(findings.len(), "decisione da prendere", "decisioni da prendere"),
        findings,
        made: visit.asked("preparata") == "1",
    };
    Some(look::shown("edizione.html", &page))
}

/// The page on which an edition is sealed or opened again; with why it was not, and the reason that was typed.
pub(in crate::workbench) fn seal(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    id: &str,
    refused: Option<(String, &str)>,
) -> Option<String> {
    let edition = bench.annex.ok()?.edition(Some(id)).ok()?;
    let (notice, reason) = refused.map_or((None, ""), |(why, reason)| (Some(why), reason));
    let events = edition.seal.iter().flat_map(|seal| &seal.record);
    let record = events.map(|event| SealLine {
        day: event.date.as_ref().map(|day| day.value.long()).unwrap_or_default(),
        action: event.action.value.clone(),
        reason: event.reason.as_ref().map(|reason| reason.value.clone()).unwrap_or_default(),
    });
    let page = SealPage {
        chrome: Chrome::of(bench, session, visit, format!("Sigillo dell'edizione {id}"), "edizioni"),
        edition: item(bench, edition)?,
        notice,
        approved: edition.status.as_ref().is_none_or(|status| status.value == Status::Approved),
        reason: reason.to_owned(),
        record: record.collect(),
    };
    Some(look::shown("sigillo.html", &page))
}

#[cfg(test)]
mod tests {
    use super::next_name;

    #[test]
    fn the_edition_after_one_is_proposed() {
        assert_eq!(next_name("2025-2027"), "2026-2028");
        assert_eq!(next_name("2025"), "2026");
        assert_eq!(
            (next_name("prova"), next_name("25-27"), next_name("")),
            (String::new(), String::new(), String::new())
        );
    }
}
