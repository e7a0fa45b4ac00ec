//! The findings that the office accepts in writing, and what can be wrong with an acceptance.
//!
//! Owns how an acceptance names a place: by identifier, code or name, never by the number of a row, which moves with every row that is
//! added. An acceptance that names nothing, or more than one record by one name, accepts nothing and is said.

pub(super) mod changed_text;
pub(super) mod expired;
mod grant;
mod named_places;
pub(super) mod no_reason;
mod open_places;
mod pattern;
pub(super) mod personal_data;
mod record_places;
mod register;
pub(super) mod repeated;
pub(super) mod repeated_name;
pub(super) mod row_number;
mod table_places;
pub(super) mod unacceptable;
pub(super) mod unknown_rule;
pub(super) mod unneeded;

use super::{Settings, catalogue};
use crate::diagnostic::{Family, Finding, Severity};
use crate::load::Loaded;
use crate::model::{Annex, Edition};
use crate::source::{Sources, Span};
use named_places::NamedPlaces;
pub use record_places::RecordPlaces;
use register::Register;

const FILE: &str = "accettazioni.yaml";

/// Marks the accepted findings, and adds what is wrong with the acceptances.
pub(super) fn apply(annex: &Annex, sources: &Sources, settings: Settings, findings: &mut Vec<Finding>) {
    let rules = catalogue();
    for edition in annex.editions.iter().filter(|edition| !edition.waivers.rows.is_empty()) {
        let own = |span: Span| belongs(sources.get(span.source).path(), edition);
        let places = NamedPlaces::new(annex.outline.entries().filter(|entry| own(entry.span)));
        let mut register = Register::new(annex, sources, settings, &rules, &places);
        let mut faults = register.read(edition, findings);
        if settings.waivers {
            register.accept(&own, findings);
            faults.extend(register.left_over(edition, &own, findings));
        }
        findings.append(&mut faults);
    }
    for edition in annex.editions.iter().filter(|edition| settings.waivers && !edition.waivers.complete) {
        withhold(edition, sources, findings);
    }
}

/// The place by which an acceptance names what stands at `span` of an edition; `None` if nothing names it alone.
pub fn waiver_place(loaded: &Loaded, edition: &Edition, span: Span) -> Option<String> {
    let place = loaded.annex.outline.place(span)?;
    let is_own = belongs(loaded.sources.get(span.source).path(), edition);
    is_own.then(|| RecordPlaces::of(loaded, edition).place(place.entry, place.key))?
}

/// The text that stands where a finding speaks, as an acceptance of it has to remember it; `None` if no text stands there.
pub fn waiver_text(loaded: &Loaded, span: Span) -> Option<String> {
    grant::text_to_accept(&loaded.annex.outline, &loaded.sources, span)
}

/// Takes away the findings of the rules of acceptances that could not be read: they may well be accepted, and the error
/// in the file of the acceptances is told.
fn withhold(edition: &Edition, sources: &Sources, findings: &mut Vec<Finding>) {
    findings.retain(|finding| {
        let own = belongs(sources.get(finding.span.source).path(), edition);
        let accepted = own && finding.severity != Severity::Error && finding.rule.family() != Some(Family::Waivers);
        !(accepted && finding.is_open() && edition.waivers.may_hold(finding.rule.code))
    });
}

/// Whether a file belongs to an edition, or to all of them.
fn belongs(path: &str, edition: &Edition) -> bool {
    let mut parts = path.split('/');
    matches!((parts.next(), parts.next()), (Some("data" | "content"), Some(folder)) if folder == edition.id.as_str())
        || path == "data/ente.yaml"
        || path.starts_with("data/ente/")
}
