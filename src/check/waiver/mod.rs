//! The findings that the office accepts in writing, and what can be wrong with an acceptance.
//!
//! Owns how an acceptance names a place: by identifier, code or name, never by the number of a row, which moves with every row that is
//! added. An acceptance that names nothing, or more than one record by one name, accepts nothing and is said.

pub(super) mod changed_text;
pub(super) mod expired;
mod grant;
mod named_places;
pub(super) mod no_reason;
mod pattern;
pub(super) mod personal_data;
pub(super) mod repeated;
pub(super) mod repeated_name;
pub(super) mod row_number;
pub(super) mod unacceptable;
pub(super) mod unknown_rule;
pub(super) mod unneeded;

use super::{Settings, catalogue};
use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::model::{Annex, Edition, Text, Waiver};
use crate::source::{Sources, Span};
use grant::Grant;
use named_places::{Named, NamedPlace, NamedPlaces};
use pattern::Pattern;
use std::collections::HashMap;

const FILE: &str = "accettazioni.yaml";

/// Marks the accepted findings, and adds what is wrong with the acceptances.
pub(super) fn apply(annex: &Annex, sources: &Sources, settings: Settings, findings: &mut Vec<Finding>) {
    let rules = catalogue();
    for edition in annex.editions.iter().filter(|edition| !edition.waivers.rows.is_empty()) {
        let own = |span: Span| belongs(sources.get(span.source).path(), edition);
        let places = NamedPlaces::new(annex.outline.entries().filter(|entry| own(entry.span)));
        let mut register = Register { annex, sources, settings, rules: &rules, places: &places, grants: Vec::new() };
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

/// The acceptances of one edition.
struct Register<'a> {
    annex: &'a Annex,
    sources: &'a Sources,
    settings: Settings,
    rules: &'a [&'static Rule],
    places: &'a NamedPlaces<'a>,
    /// Those that are valid in form.
    grants: Vec<Grant<'a>>,
}

impl<'a> Register<'a> {
    /// Reads the acceptances, and says what is wrong with their form.
    fn read(&mut self, edition: &'a Edition, findings: &[Finding]) -> Vec<Finding> {
        let mut faults = Vec::new();
        let mut seen: HashMap<(&str, String, Option<&str>), Span> = HashMap::new();
        for waiver in &edition.waivers.rows {
            let Some(rule) = self.rules.iter().find(|rule| rule.code == waiver.rule.value) else {
                faults.extend(unknown_rule::finding(self.sources, waiver, self.rules));
                continue;
            };
            if waiver.reason.value.is_empty() {
                faults.push(no_reason::finding(waiver));
            }
            if !rule.is_adjustable() {
                faults.push(unacceptable::finding(waiver));
                continue;
            }
            let expired = waiver.expires.as_ref().filter(|last| last.value < self.settings.today);
            faults.extend(expired.map(|last| expired::finding(waiver, last)));
            let counts = expired.is_none() && !waiver.reason.value.is_empty();
            let mut named = Vec::new();
            for place in &waiver.places {
                let accepted = waiver.accepted_text.as_ref().map(|text| text.value.as_str());
                let key = (rule.code, Pattern::new(place).canonical(), accepted);
                if let Some(first) = seen.get(&key) {
                    faults.push(repeated::finding(waiver, place, *first));
                    continue;
                }
                seen.insert(key, place.span);
                match self.places_of(place) {
                    Ok(covers) => named.push((place, covers)),
                    Err(fault) => faults.push(*fault),
                }
            }
            if rule.family() == Some(Family::Privacy) {
                faults.extend(self.keep_narrow(waiver, &mut named, findings));
            }
            if counts {
                let grants = named.into_iter();
                self.grants.extend(grants.map(|(place, covers)| Grant {
                    waiver,
                    place,
                    covers,
                    used: false,
                    changed: None,
                }));
            }
        }
        faults
    }

    /// The places that an acceptance names, or why it names none.
    fn places_of(&self, place: &Text) -> Result<Vec<NamedPlace<'a>>, Box<Finding>> {
        match self.places.named(&Pattern::new(place)) {
            Named::Places(places) => Ok(places),
            Named::Nothing => Ok(Vec::new()),
            Named::Row(row, names) => Err(Box::new(row_number::finding(self.sources, place, row, &names))),
            Named::Several(count, names) => Err(Box::new(repeated_name::finding(place, count, &names))),
        }
    }

    /// Personal data are accepted text by text: leaves only the places that are one record, and none without a text.
    fn keep_narrow(
        &self,
        waiver: &Waiver,
        named: &mut Vec<(&'a Text, Vec<NamedPlace<'a>>)>,
        findings: &[Finding],
    ) -> Vec<Finding> {
        let mut faults = Vec::new();
        named.retain(|(place, covers)| {
            let wide = self.places.are_wide(covers);
            faults.extend(wide.then(|| personal_data::too_wide(waiver, place)));
            !wide
        });
        if waiver.accepted_text.is_none() {
            let texts =
                findings.iter().filter(|finding| finding.rule.code == waiver.rule.value).filter_map(|finding| {
                    let text = self.annex.outline.place(finding.span)?.entry.text(finding.span)?;
                    let held = |place: &NamedPlace<'_>| place.holds(finding.span, Some(&text));
                    named.iter().any(|(_, covers)| covers.iter().any(held)).then_some(text)
                });
            faults.push(personal_data::without_text(waiver, &texts.collect::<Vec<_>>()));
            named.clear();
        }
        faults
    }

    /// Marks the findings that are accepted. One that speaks of several records is accepted where each of them is.
    fn accept(&mut self, own: &impl Fn(Span) -> bool, findings: &mut [Finding]) {
        let open = findings.iter_mut().filter(|finding| finding.severity != Severity::Error && own(finding.span));
        for finding in open {
            let (outline, sources) = (&self.annex.outline, self.sources);
            let code = finding.rule.code;
            let mut by = |span: Span| {
                let mut accepting = None;
                for (number, grant) in self.grants.iter_mut().enumerate() {
                    if grant.waiver.rule.value == code && grant.accepts(outline, sources, span) {
                        accepting = accepting.or(Some(number));
                    }
                }
                accepting
            };
            let first = by(finding.span);
            let others: Vec<Option<usize>> = finding.together.iter().map(|span| by(*span)).collect();
            let accepted = others.iter().filter(|by| by.is_some()).count();
            if accepted == others.len() {
                finding.waived = first.map(|number| self.grants[number].waiver.reason.value.clone());
            } else if let Some(number) = others.iter().flatten().next() {
                let message = format!("accettato soltanto per {accepted} voci su {}", others.len());
                finding.related.push(crate::diagnostic::Label { message, span: self.grants[*number].place.span });
            }
        }
    }

    /// What is said of the acceptances that accepted nothing.
    fn left_over(&self, edition: &Edition, own: &impl Fn(Span) -> bool, findings: &[Finding]) -> Vec<Finding> {
        let of_waivers = |span: Span| edition.waivers.rows.iter().any(|waiver| waiver.span.source == span.source);
        // Where a file could not be read, what would have been accepted may be in the part that is missing.
        let unread = findings
            .iter()
            .any(|finding| finding.severity == Severity::Error && own(finding.span) && !of_waivers(finding.span));
        let unused = self.grants.iter().filter(|grant| !grant.used);
        let said = unused.filter_map(|grant| {
            let code = grant.waiver.rule.value.as_str();
            if let (Some((now, span)), Some(accepted)) = (&grant.changed, &grant.waiver.accepted_text) {
                return Some(changed_text::finding(grant.waiver, accepted, grant.place, now, *span));
            }
            let found =
                findings.iter().filter(|finding| finding.rule.code == code && finding.is_open() && own(finding.span));
            let mut paths: Vec<String> = found
                .filter_map(|finding| self.annex.outline.place(finding.span))
                .filter_map(|place| self.places.path(place.entry, place.key))
                .collect();
            paths.dedup();
            (!unread).then(|| unneeded::finding(self.sources, code, grant.place, self.places, &paths))
        });
        said.collect()
    }
}
