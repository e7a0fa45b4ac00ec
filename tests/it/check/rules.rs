//! Every rule's examples, run: what a rule says of itself is true.

use crate::folder::Folder;
use crate::found::{Found, checked, findings};
use piao::check::catalogue;
use piao::diagnostic::{Edit, Example, Fix, Rule, Severity};
use piao::load::Overlay;

/// The findings of the starter with the edits of an example.
fn found(example: &Example) -> Vec<Found> {
    findings(Folder::with(example.edits).root())
}

#[test]
fn the_starter_has_no_findings() {
    assert_eq!(found(&Example::new(&[])), []);
}

#[test]
fn every_failing_example_fails() {
    for rule in catalogue() {
        for example in rule.failing {
            let found = found(example);
            assert!(found.iter().any(|found| found.code == rule.code), "{} {:?}: {found:?}", rule.code, example.edits);
        }
    }
}

#[test]
fn a_failing_example_raises_no_other_error() {
    let mut noise = Vec::new();
    for rule in catalogue() {
        for example in rule.failing {
            let others = found(example).into_iter();
            let others = others.filter(|found| found.code != rule.code && found.severity == Severity::Error);
            noise.extend(others.map(|other| (rule.code, example.edits, other)));
        }
    }
    assert!(noise.is_empty(), "{noise:#?}");
}

#[test]
fn every_passing_example_passes() {
    for rule in catalogue() {
        for example in rule.passing {
            let found = found(example);
            assert!(found.iter().all(|found| found.code != rule.code), "{} {:?}: {found:?}", rule.code, example.edits);
        }
    }
}

#[test]
fn every_rule_tells_its_whole_story() {
    // These three depend on bytes that no text can hold; `load` has them.
    let without_example = ["LA003", "LA004"];
    for rule in catalogue() {
        let Rule { code, name, summary, why, remedy, basis, .. } = rule;
        for text in [summary, why, remedy, basis, &*rule.advice()] {
            assert!(text.ends_with('.') && text.len() > 8, "{code}: «{text}» is no sentence");
        }
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{code}: {name}");
        assert!(!rule.failing.is_empty() || without_example.contains(code), "{code} has no failing example");
    }
}

/// A sign that the page of the guide, where the examples of the rules stand, cannot hold.
const SIGN: &[Edit] =
    &[Edit::new("/content/2026-2028/01-premessa.md", "", "---\ntitolo: Premessa\nordine: 1\n---\n\nL\u{92}atto.\n")];

/// What `piao check --fix` does by itself is said in its own place, and done.
#[test]
fn a_rule_that_says_it_corrects_does() {
    let mut correcting = 0;
    for rule in catalogue() {
        assert!(!rule.remedy.contains("--fix"), "{}: {}", rule.code, rule.remedy);
        let Some(correction) = rule.correction else {
            assert_eq!(rule.advice(), rule.remedy);
            continue;
        };
        assert!(correction.contains("`piao check --fix`") && rule.advice().ends_with(&format!("; {correction}.")));
        correcting += 1;
        let corrects = rule.failing.iter().chain([&Example::new(SIGN)]).any(|example| {
            let (_, found) = checked(Folder::with(example.edits).root(), &Overlay::new());
            let mut found = found.iter().filter(|found| found.rule.code == rule.code);
            found.any(|found| found.fix.as_ref().is_some_and(Fix::is_certain))
        });
        assert!(corrects, "{}: no example is corrected", rule.code);
    }
    assert!(correcting > 5, "{correcting}");
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
