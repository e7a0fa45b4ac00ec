//! Every rule's examples, run: what a rule says of itself is true.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)] // A test that cannot go on has failed.

mod starter;

use piao::check::catalogue;
use piao::diagnostic::{Example, Rule, Severity};
use piao::load::load;
use piao::model::Date;
use starter::Starter;

/// The codes of the rules that speak, with their lines.
fn findings(example: &Example) -> Vec<(&'static str, Severity, usize)> {
    let starter = Starter::with(example.edits);
    let mut loaded = load(starter.root()).expect("the folder can be read");
    let today = Date::parse("2026-01-15").expect("a day");
    let checked = piao::check::check(&mut loaded, piao::check::Settings { today, waivers: true });
    let place = |finding: &piao::diagnostic::Finding| {
        loaded.sources.get(finding.span.source).position(finding.span.start as usize).line
    };
    checked
        .findings
        .iter()
        .filter(|finding| finding.is_open())
        .map(|finding| (finding.rule.code, finding.severity, place(finding)))
        .collect()
}

#[test]
fn the_starter_has_no_findings() {
    assert_eq!(findings(&Example::new(&[])), []);
}

#[test]
fn every_failing_example_fails() {
    for rule in catalogue() {
        for example in rule.failing {
            let found = findings(example);
            assert!(found.iter().any(|(code, ..)| *code == rule.code), "{} {:?}: {found:?}", rule.code, example.edits);
        }
    }
}

#[test]
fn a_failing_example_raises_no_other_error() {
    let mut noise = Vec::new();
    for rule in catalogue() {
        for example in rule.failing {
            let others = findings(example)
                .into_iter()
                .filter(|(code, severity, _)| *code != rule.code && *severity == Severity::Error);
            noise.extend(others.map(|other| (rule.code, example.edits, other)));
        }
    }
    assert!(noise.is_empty(), "{noise:#?}");
}

#[test]
fn every_passing_example_passes() {
    for rule in catalogue() {
        for example in rule.passing {
            let found = findings(example);
            assert!(found.iter().all(|(code, ..)| *code != rule.code), "{} {:?}: {found:?}", rule.code, example.edits);
        }
    }
}

#[test]
fn every_rule_tells_its_whole_story() {
    // These three depend on bytes that no text can hold; tests/reading.rs has them.
    let without_example = ["LA003", "LA004"];
    for rule in catalogue() {
        let Rule { code, name, summary, why, remedy, basis, .. } = rule;
        for text in [summary, why, remedy, basis] {
            assert!(text.ends_with('.') && text.len() > 8, "{code}: «{text}» is no sentence");
        }
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{code}: {name}");
        assert!(!rule.failing.is_empty() || without_example.contains(code), "{code} has no failing example");
    }
}

#[test]
fn codes_and_names_are_unique_and_in_order() {
    let rules = catalogue();
    for pair in rules.windows(2) {
        assert!(pair[0].code < pair[1].code, "{} before {}", pair[0].code, pair[1].code);
    }
    let mut names: Vec<_> = rules.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), rules.len());
}

#[test]
fn the_page_of_the_guide_is_up_to_date() {
    let written = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/controlli.md")).expect("the page");
    let page = piao::report::guide(&catalogue());
    assert!(written == page, "docs/controlli.md is old: run `cargo run -- explain --guide > docs/controlli.md`");
}
