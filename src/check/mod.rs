//! The rules: what an annex must satisfy beyond being readable.
//!
//! Owns the rules and their registry. Reads no file, no clock, and prints nothing: the day is handed in.

mod controls;
mod reference;
mod rule;
mod rule_context;
mod texts;
mod waiver;
mod written;

pub use rule::RULES;

use crate::chapters::{self, Manuscript, Mistake, Passage};
use crate::diagnostic::{Finding, Rule, Severity};
use crate::load::{Loaded, form};
use crate::model::{Date, Graph};
use crate::source::SourceId;
use rayon::prelude::*;
use rule_context::RuleContext;
use std::collections::HashSet;

/// Every rule of the program, in the order of the codes.
pub fn catalogue() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = form::RULES.to_vec();
    rules.extend(RULES.iter().map(|entry| entry.rule));
    rules.push(&rule::unknown_edition::RULE);
    rules.extend(controls::RULES);
    rules.extend(waiver::RULES);
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// What a check needs to know besides the data.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The day for rules that need one.
    pub today: Date,
    /// Whether the findings that the office accepted count as accepted.
    pub waivers: bool,
}

/// What the rules found, and the chapters that were expanded on the way.
#[derive(Debug)]
pub struct Checked {
    /// Everything that was found, reading included, by file and place.
    pub findings: Vec<Finding>,
    /// For each edition, for each chapter, its text with the figures in place.
    pub manuscripts: Vec<Vec<Manuscript>>,
}

/// Runs every rule over what was read.
pub fn check(loaded: &mut Loaded, settings: Settings) -> Checked {
    let mut findings = std::mem::take(&mut loaded.findings);
    let (annex, sources) = (&loaded.annex, &loaded.sources);
    let faulty: HashSet<SourceId> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.span.source)
        .collect();
    let mut manuscripts = Vec::with_capacity(annex.editions.len());
    for edition in &annex.editions {
        let expanded = match &annex.administration {
            Some(administration) => chapters::expand(administration, edition),
            None => edition.chapters.iter().map(|_| (Manuscript::default(), Vec::new())).collect(),
        };
        let (texts, mistakes): (Vec<Manuscript>, Vec<Vec<Mistake>>) = expanded.into_iter().unzip();
        let graph = Graph::new(edition);
        let passages: Vec<Vec<Passage>> =
            edition.chapters.iter().map(|chapter| chapters::passages(&chapter.body.value)).collect();
        let context = RuleContext {
            sources,
            annex,
            edition,
            graph: &graph,
            today: settings.today,
            manuscripts: &texts,
            passages: &passages,
            mistakes: &mistakes,
            faulty: &faulty,
        };
        // No rule sees what another found, so each may run on a core of its own.
        let found = RULES.par_iter().map(|entry| {
            let mut found = Vec::new();
            (entry.check)(&context, &mut found);
            found
        });
        findings.extend(found.collect::<Vec<_>>().into_iter().flatten());
        manuscripts.push(texts);
    }
    rule::unknown_edition::check(annex, sources, &mut findings);
    controls::apply(annex, sources, &mut findings);
    waiver::apply(annex, sources, settings, &mut findings);
    let key = |finding: &Finding| (finding.span.start, finding.rule.code);
    let path = |finding: &Finding| sources.get(finding.span.source).path();
    findings.sort_by(|a, b| path(a).cmp(path(b)).then_with(|| key(a).cmp(&key(b))));
    Checked { findings, manuscripts }
}
