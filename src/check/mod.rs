//! The rules: what an annex must satisfy beyond being readable.
//!
//! Owns the rules and their registry. Pure: reads no file, no clock, and prints nothing; the day is handed in.

mod contact;
mod controls;
mod disclosed;
mod encoding;
mod half_expression;
mod office_rows;
mod person;
mod process_noun;
mod reference;
mod rule;
mod rule_context;
mod sealed;
mod signs;
mod text_rules;
mod texts;
mod typed_chapter;
mod waiver;
mod written;

use crate::chapters::{ExpandedChapter, Passage};
use crate::diagnostic::{Finding, Findings, Rule, Severity};
use crate::load::Loaded;
use crate::load::form::{self, spelling};
use crate::model::{Date, Edition, Graph, Text};
use crate::picture::Album;
use crate::routes::Routes;
use crate::source::{SourceId, Span};
use rayon::prelude::*;
use rule::{REGISTRY, RegisteredRule, Stage};
use rule_context::RuleContext;
use signs::Signs;
use std::collections::HashSet;
use std::sync::OnceLock;

pub use waiver::{RecordPlaces, waiver_place, waiver_text};

/// Every rule of the program, in the order of the codes.
pub fn catalogue() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> =
        form::RULES.into_iter().chain(REGISTRY.iter().map(|entry| entry.rule)).collect();
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

/// Everything that is to be found in what was read, the findings of reading included, by file and place.
///
/// `chapters` are the expanded chapters of each edition of `loaded`.
pub fn check(loaded: &Loaded, chapters: &[Vec<ExpandedChapter>], settings: Settings) -> Vec<Finding> {
    check_by(loaded, chapters, settings, &|_| true)
}

/// The same, as long as it is to go on; `None` if it is not. This is asked before each rule.
pub fn check_while(
    loaded: &Loaded,
    chapters: &[Vec<ExpandedChapter>],
    settings: Settings,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Finding>> {
    let findings = check_by(loaded, chapters, settings, &|_| go_on());
    go_on().then_some(findings)
}

/// The errors among all that is to be found: whether anything can be made of the data is known by them, and long before the rest.
pub fn errors(loaded: &Loaded, chapters: &[Vec<ExpandedChapter>], settings: Settings) -> Vec<Finding> {
    let raised = controls::raised_to_errors(&loaded.annex);
    let may_stop = |entry: &RegisteredRule| entry.may_be_error || raised.contains(entry.rule.code);
    let mut findings = check_by(loaded, chapters, settings, &may_stop);
    findings.retain(|finding| finding.severity == Severity::Error);
    findings
}

/// What is found by the rules on content that `speaks` lets speak, and by all others.
fn check_by(
    loaded: &Loaded,
    chapters: &[Vec<ExpandedChapter>],
    settings: Settings,
    speaks: &(dyn Fn(&RegisteredRule) -> bool + Sync),
) -> Vec<Finding> {
    let (annex, sources) = (&loaded.annex, &loaded.sources);
    let mut findings = loaded.findings.clone();
    // How the name of something that does not exist should be spelled is nobody's concern.
    if findings.iter().any(|finding| finding.rule.code == spelling::RULE.code) {
        let nowhere: HashSet<Span> = annex.editions.iter().flat_map(nowhere).collect();
        findings.retain(|finding| finding.rule.code != spelling::RULE.code || !nowhere.contains(&finding.span));
    }
    let faulty: HashSet<SourceId> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.span.source)
        .collect();
    let routes = OnceLock::new();
    for (number, chapters) in chapters.iter().enumerate().take(annex.editions.len()) {
        findings.extend(check_edition(loaded, &routes, (number, chapters), &faulty, settings.today, speaks));
    }
    let mut of_annex = Findings::default();
    for entry in REGISTRY {
        if let Stage::Annex(check) = entry.stage {
            check(annex, sources, &mut of_annex);
        }
    }
    findings.extend(of_annex.into_vec());
    controls::apply(annex, sources, &mut findings);
    waiver::apply(annex, sources, settings, &mut findings);
    sealed::apply(annex, sources, &mut findings);
    let key = |finding: &Finding| (finding.span.start, finding.rule.code);
    let path = |finding: &Finding| sources.get(finding.span.source).path();
    findings.sort_by(|a, b| path(a).cmp(path(b)).then_with(|| key(a).cmp(&key(b))));
    findings
}

/// The places of the references that lead nowhere.
fn nowhere(edition: &Edition) -> Vec<Span> {
    reference::unresolved(edition, &Graph::new(edition)).iter().map(|reference| reference.id.span).collect()
}

/// What one rule on content, or on the whole annex, finds by itself: for those who want to know what it costs.
pub fn check_one(loaded: &Loaded, chapters: &[Vec<ExpandedChapter>], settings: Settings, code: &str) -> Vec<Finding> {
    let routes = OnceLock::new();
    let is_it = |entry: &RegisteredRule| entry.rule.code == code;
    let (mut findings, faulty) = (Findings::default(), HashSet::new());
    for (number, chapters) in chapters.iter().enumerate().take(loaded.annex.editions.len()) {
        findings.extend(check_edition(loaded, &routes, (number, chapters), &faulty, settings.today, &is_it));
    }
    for entry in REGISTRY.iter().filter(|entry| is_it(entry)) {
        if let Stage::Annex(check) = entry.stage {
            check(&loaded.annex, &loaded.sources, &mut findings);
        }
    }
    findings.into_vec()
}

/// What the rules on content find in the edition with this number.
fn check_edition(
    loaded: &Loaded,
    routes: &OnceLock<Routes>,
    (number, chapters): (usize, &[ExpandedChapter]),
    faulty: &HashSet<SourceId>,
    today: Date,
    speaks: &(dyn Fn(&RegisteredRule) -> bool + Sync),
) -> Vec<Finding> {
    let edition = &loaded.annex.editions[number];
    let graph = Graph::new(edition);
    let administration = loaded.annex.administration.as_ref().filter(|_| number == 0);
    let passages: Vec<Vec<Passage>> = chapters.iter().map(|chapter| chapter.written().passages()).collect();
    let (texts, unresolved): (Vec<(&Text, Signs)>, _) = rayon::join(
        || {
            let texts = texts::all(administration, edition).into_par_iter().with_max_len(text_rules::PIECE);
            texts.map(|text| (text, Signs::of(&text.value))).collect()
        },
        || reference::unresolved(edition, &graph),
    );
    let context = RuleContext {
        sources: &loaded.sources,
        annex: &loaded.annex,
        edition,
        number,
        routes,
        graph: &graph,
        today,
        chapters,
        passages: &passages,
        texts: &texts,
        unresolved: &unresolved,
        album: loaded.albums.get(number).unwrap_or(const { &Album::EMPTY }),
        faulty,
    };
    // No rule sees what another found, so each may run on a core of its own: one at a time, as some take much longer than most.
    let of_all = REGISTRY.par_iter().with_max_len(1).map(|entry| {
        let mut found = Findings::default();
        if let Stage::Content(check) = entry.stage
            && speaks(entry)
        {
            check(&context, &mut found);
        }
        found.into_vec()
    });
    let (mut found, of_texts): (Vec<Finding>, _) =
        rayon::join(|| of_all.flatten_iter().collect(), || text_rules::check(&context, speaks));
    found.extend(of_texts);
    found
}
