use super::grant::{Grant, Verdict, text_to_accept};
use super::named_places::{Named, NamedPlace, NamedPlaces};
use super::open_places::OpenPlaces;
use super::pattern::Pattern;
use super::unneeded::Accepted;
use super::{
    changed_text, expired, no_reason, personal_data, repeated, repeated_name, row_number, unacceptable, unknown_rule,
    unneeded,
};
use crate::check::rule::no_processes;
use crate::check::{Settings, controls};
use crate::diagnostic::{Family, Finding, Label, Rule, Severity};
use crate::model::{Annex, Edition, OutlineEntry, Text, Waiver};
use crate::source::{Sources, Span};
use std::collections::{HashMap, HashSet};

/// The acceptances of one edition.
pub(super) struct Register<'a> {
    annex: &'a Annex,
    sources: &'a Sources,
    settings: Settings,
    rules: &'a [&'static Rule],
    places: &'a NamedPlaces<'a>,
    /// Those that are valid in form.
    grants: Vec<Grant<'a>>,
    /// The numbers of those that cover something of a record, each with which of its places does, by their rule and the record.
    by_record: HashMap<(&'a str, *const OutlineEntry), Vec<(usize, usize)>>,
}

impl<'a> Register<'a> {
    /// The acceptances of the edition whose records are `places`, none of them read yet.
    pub(super) fn new(
        annex: &'a Annex,
        sources: &'a Sources,
        settings: Settings,
        rules: &'a [&'static Rule],
        places: &'a NamedPlaces<'a>,
    ) -> Self {
        Self { annex, sources, settings, rules, places, grants: Vec::new(), by_record: HashMap::new() }
    }

    /// Reads the acceptances, and says what is wrong with their form.
    pub(super) fn read(&mut self, edition: &'a Edition, findings: &[Finding]) -> Vec<Finding> {
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
            if let Some(level) = controls::raise_of(self.annex, rule.code) {
                faults.push(unacceptable::raised(waiver, level.span));
                continue;
            }
            // A list that is absent or cannot be read has a finding of its own.
            if waiver.places.is_empty() && !findings.iter().any(|finding| waiver.span.contains(finding.span)) {
                faults.push(unneeded::nowhere(waiver));
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
                for (place, covers) in named {
                    for (at, cover) in covers.iter().enumerate() {
                        let key = (waiver.rule.value.as_str(), std::ptr::from_ref(cover.entry));
                        self.by_record.entry(key).or_default().push((self.grants.len(), at));
                    }
                    self.grants.push(Grant { waiver, place, covers, used: false, changed: None });
                }
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
            let outline = &self.annex.outline;
            let of_rule = findings.iter().filter(|finding| finding.rule.code == waiver.rule.value);
            let texts = of_rule.filter_map(|finding| {
                let text = outline.place(finding.span)?.entry.text(self.sources, finding.span);
                let held = |place: &NamedPlace<'_>| place.holds(finding.span, text.as_deref());
                let is_held = named.iter().any(|(_, covers)| covers.iter().any(held));
                if is_held { text_to_accept(outline, self.sources, finding.span) } else { None }
            });
            faults.push(personal_data::without_text(waiver, &texts.collect::<Vec<_>>()));
            named.clear();
        }
        faults
    }

    /// Marks the findings that are accepted. One that speaks of several records is accepted where each of them is.
    pub(super) fn accept(&mut self, own: &impl Fn(Span) -> bool, findings: &mut [Finding]) {
        let open = findings.iter_mut().filter(|finding| finding.severity != Severity::Error && own(finding.span));
        for finding in open {
            let first = self.accepting(finding, finding.span);
            let others: Vec<Option<usize>> =
                finding.together.iter().map(|span| self.accepting(finding, *span)).collect();
            let accepted = others.iter().flatten().count();
            if let Some(number) = first.filter(|_| accepted == others.len()) {
                let waiver = self.grants[number].waiver;
                finding.waived = Some(waiver.reason.value.clone());
                // What is said of personal data would point at them: it is told only where the office says so.
                let is_private = finding.rule.family() == Some(Family::Privacy);
                finding.is_told = waiver.is_public.as_ref().map_or(!is_private, |public| public.value);
                continue;
            }
            if let Some(number) = others.iter().flatten().next() {
                let place = self.grants[*number].place.span;
                finding.related.push(Label { message: partly(accepted, others.len()), span: place });
            }
            self.remember_other_texts(finding);
        }
    }

    /// The acceptances of the rule of a finding that cover a place, by their numbers, and what each says of it.
    fn verdicts(&self, finding: &Finding, span: Span) -> Vec<(usize, Verdict)> {
        let (outline, sources) = (&self.annex.outline, self.sources);
        let mut covering: Vec<(usize, usize)> = Vec::new();
        for entry in outline.around(span) {
            let key = (finding.rule.code, std::ptr::from_ref(entry));
            covering.extend(self.by_record.get(&key).into_iter().flatten());
        }
        if covering.is_empty() {
            return Vec::new();
        }
        let text = outline.place(span).and_then(|place| place.entry.text(sources, span));
        covering.retain(|(number, at)| self.grants[*number].covers[*at].holds(span, text.as_deref()));
        let mut numbers: Vec<usize> = covering.into_iter().map(|(number, _)| number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let said =
            numbers.into_iter().map(|number| (number, self.grants[number].verdict(sources, span, text.as_deref())));
        said.collect()
    }

    /// The number of the first acceptance of a finding at one of the places of which it speaks; all that accept it are used.
    fn accepting(&mut self, finding: &Finding, span: Span) -> Option<usize> {
        let mut first = None;
        for (number, verdict) in self.verdicts(finding, span) {
            if matches!(verdict, Verdict::Accepted) {
                self.grants[number].used = true;
                first = first.or(Some(number));
            }
        }
        first
    }

    /// Tells the acceptances that would cover an open finding which text stands there today.
    fn remember_other_texts(&mut self, finding: &Finding) {
        for span in std::iter::once(finding.span).chain(finding.together.iter().copied()) {
            for (number, verdict) in self.verdicts(finding, span) {
                if let Verdict::OtherText(text) = verdict {
                    self.grants[number].changed.get_or_insert((text, span));
                }
            }
        }
    }

    /// What is said of the acceptances that accepted nothing.
    pub(super) fn left_over(
        &self,
        edition: &Edition,
        own: &impl Fn(Span) -> bool,
        findings: &[Finding],
    ) -> Vec<Finding> {
        let of_waivers = |span: Span| edition.waivers.rows.iter().any(|waiver| waiver.span.source == span.source);
        // Where a file could not be read, what would have been accepted may be in the part that is missing.
        let unread = findings
            .iter()
            .any(|finding| finding.severity == Severity::Error && own(finding.span) && !of_waivers(finding.span));
        let mut open: HashMap<&str, OpenPlaces> = HashMap::new();
        let empty = |finding: &&Finding| finding.rule.code == no_processes::RULE.code && own(finding.span);
        let mut told: HashSet<&str> = findings.iter().find(empty).map(|_| "processi").into_iter().collect();
        let unused = self.grants.iter().filter(|grant| !grant.used);
        let said = unused.filter_map(|grant| {
            let code = grant.waiver.rule.value.as_str();
            if let (Some((now, span)), Some(accepted)) = (&grant.changed, &grant.waiver.accepted_text) {
                return Some(changed_text::finding(grant.waiver, accepted, grant.place, now, *span));
            }
            // Of a table that has lost all its records one thing is said.
            let emptied = self.places.emptied(&Pattern::new(grant.place));
            if emptied.is_some_and(|table| !told.insert(table)) {
                return None;
            }
            let found = open.entry(code).or_insert_with(|| OpenPlaces::new(self.open_places(code, own, findings)));
            let accepted = self.accepted(grant);
            (!unread).then(|| unneeded::finding(self.sources, (code, accepted), grant.place, self.places, found))
        });
        said.collect()
    }

    /// Whether findings of the rule of an unused acceptance are accepted at other places, by it or by another.
    fn accepted(&self, unused: &Grant<'_>) -> Accepted {
        let mut used =
            self.grants.iter().filter(|grant| grant.used && grant.waiver.rule.value == unused.waiver.rule.value);
        match used.clone().next() {
            None => Accepted::Nowhere,
            Some(_) if used.any(|grant| std::ptr::eq(grant.waiver, unused.waiver)) => Accepted::ByTheSame,
            Some(_) => Accepted::ByOthers,
        }
    }

    /// The places of the findings of a rule that nothing accepts.
    fn open_places(&self, code: &str, own: &impl Fn(Span) -> bool, findings: &[Finding]) -> Vec<String> {
        let found =
            findings.iter().filter(|finding| finding.rule.code == code && finding.is_open() && own(finding.span));
        let mut paths: Vec<String> = found
            .filter_map(|finding| self.annex.outline.place(finding.span))
            .filter_map(|place| self.places.path(place.entry, place.key))
            .collect();
        paths.dedup();
        paths
    }
}

/// How many of the records of which a finding speaks are accepted.
fn partly(accepted: usize, all: usize) -> String {
    match accepted {
        1 => format!("accettato soltanto per una voce su {all}"),
        _ => format!("accettato soltanto per {accepted} voci su {all}"),
    }
}
