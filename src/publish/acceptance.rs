//! The reasons for which the office accepted findings, as readers are told them: beside the records and in the chapters that they speak of.

use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::model::{Annex, RecordName};
use crate::source::Span;
use std::collections::{HashMap, HashSet};
use std::iter::once;

/// What a record is called in its file: its table and its name.
type Named<'a> = (&'a str, &'a str, &'a RecordName);

/// A reason, and where readers are told it: the span of a record, or that of a whole file for a chapter.
pub(super) type Reason = (Span, String);

/// A reason with the name of what it is told of, by which it is found again in a later reading.
#[derive(Clone, Debug)]
pub struct Acceptance {
    path: String,
    /// Its table and its name; none for a chapter.
    record: Option<(&'static str, RecordName)>,
    reason: String,
}

/// The reasons in some findings, each told once where it is told.
pub(super) fn reasons(annex: &Annex, findings: &[Finding]) -> Vec<Reason> {
    let chapters = annex.editions.iter().flat_map(|edition| &edition.chapters);
    let chapters: HashSet<_> = chapters.map(|chapter| chapter.body.span.source).collect();
    let place = |span: Span| {
        if chapters.contains(&span.source) {
            return Some(Span::whole(span.source));
        }
        annex.outline.place(span).map(|place| place.entry.span)
    };
    let (mut told, mut known) = (Vec::new(), HashSet::new());
    for finding in findings.iter().filter(|finding| finding.is_told) {
        let reason = finding.waived.clone().unwrap_or_default();
        for place in once(finding.span).chain(finding.together.iter().copied()).filter_map(place) {
            if known.insert((place, reason.clone())) {
                told.push((place, reason.clone()));
            }
        }
    }
    told
}

/// Puts the reasons beside the records and in the chapters, in the place of those that were there.
pub(super) fn tell(annex: &mut Annex, reasons: &[Reason]) {
    let mut told: HashMap<Span, Vec<String>> = HashMap::new();
    for (place, reason) in reasons {
        told.entry(*place).or_default().push(reason.clone());
    }
    for edition in &mut annex.editions {
        for chapter in &mut edition.chapters {
            chapter.accepted = told.get(&Span::whole(chapter.body.span.source)).cloned().unwrap_or_default();
        }
        edition.accept(&told);
    }
}

impl Acceptance {
    /// What is told of a reading.
    pub(super) fn of(reasons: &[Reason], loaded: &Loaded) -> Vec<Self> {
        let outline = &loaded.annex.outline;
        let named = |(place, reason): &Reason| Self {
            path: loaded.sources.get(place.source).path().to_owned(),
            record: outline.place(*place).filter(|found| found.entry.span == *place).map(|found| {
                let entry = found.entry;
                (entry.table, lasting(&entry.name))
            }),
            reason: reason.clone(),
        };
        reasons.iter().map(named).collect()
    }

    /// The same in a later reading, as far as it has the records and chapters.
    pub(super) fn reasons(earlier: &[Self], loaded: &Loaded) -> Vec<Reason> {
        if earlier.is_empty() {
            return Vec::new();
        }
        let paths: HashSet<&str> = earlier.iter().map(|acceptance| acceptance.path.as_str()).collect();
        let names: Vec<(&str, &str, RecordName, Span)> = loaded
            .annex
            .outline
            .entries()
            .filter_map(|entry| {
                let path = loaded.sources.get(entry.span.source).path();
                paths.contains(path).then(|| (path, entry.table, lasting(&entry.name), entry.span))
            })
            .collect();
        let mut places: HashMap<Named<'_>, Span> = HashMap::new();
        for (path, table, name, span) in &names {
            places.entry((path, table, name)).or_insert(*span);
        }
        let place = |acceptance: &Self| match &acceptance.record {
            Some((table, name)) => places.get(&(acceptance.path.as_str(), *table, name)).copied(),
            None => loaded.sources.find(&acceptance.path).map(Span::whole),
        };
        earlier.iter().filter_map(|acceptance| Some((place(acceptance)?, acceptance.reason.clone()))).collect()
    }
}

/// The name without the number of the row, which moves, where there is another.
fn lasting(name: &RecordName) -> RecordName {
    let row = name.row.filter(|_| name.id.is_none() && name.name.is_none());
    RecordName { row, ..name.clone() }
}
