//! The corpus: hundreds of plausible mistakes made in the real annex by a seeded generator, each with the line at which it
//! must be found; and as many valid annexes, of which nothing must be said.

#![allow(unreachable_pub)] // `pub` tells the modules of one program apart.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::similar_names,
    clippy::needless_for_each,
    clippy::explicit_auto_deref,
    clippy::cast_precision_loss
)] // A test that cannot go on has failed.

#[path = "../support/dice.rs"]
mod dice;
#[path = "../support/slips.rs"]
mod slips;

mod annex;
mod kind;
mod mistake;
mod structural;
mod valid;

use annex::{Files, Found};
use dice::Dice;
use mistake::Mistake;
use piao::diagnostic::Severity;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// How often each kind of mistake is made.
const TIMES: usize = 5;

fn mistakes(files: &Files) -> Vec<Mistake> {
    let mut dice = Dice::new(2025);
    let mut made = Vec::new();
    let mut seen = BTreeSet::new();
    let mut add = |mistake: Option<Mistake>| {
        let fresh = mistake.filter(|mistake| seen.insert((mistake.path.clone(), mistake.text.clone())));
        made.extend(fresh);
    };
    for _ in 0..TIMES {
        kind::all().for_each(|kind| add(kind.make(files, &mut dice)));
        structural::MAKES.iter().for_each(|make| add(make(files, &mut dice)));
    }
    made
}

/// How well a mistake was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// By an expected rule, at the very line.
    Exact,
    /// By an expected rule whose other end is the very line.
    OtherEnd,
    /// Somewhere else, or by another rule.
    Elsewhere,
    /// Not at all.
    Missed,
}

fn verdict(mistake: &Mistake, new: &[Found]) -> Verdict {
    let expected = || new.iter().filter(|found| mistake.rules.contains(&found.rule));
    // Line 0 stands for any line of another file: a definition that went away.
    let exact = |found: &Found| found.path == mistake.path && found.line == mistake.line || mistake.line == 0;
    if expected().any(exact) {
        Verdict::Exact
    } else if expected().any(|found| found.related.contains(&(mistake.path.clone(), mistake.line))) {
        Verdict::OtherEnd
    } else if new.is_empty() {
        Verdict::Missed
    } else {
        Verdict::Elsewhere
    }
}

#[test]
fn nearly_every_mistake_is_found_at_its_line() {
    let files = annex::files();
    let before: BTreeSet<_> =
        annex::findings(&Files::new()).into_iter().map(|found| (found.rule, found.path, found.message)).collect();
    let mistakes = mistakes(&files);
    let judged: Vec<(Verdict, Vec<Found>)> = mistakes
        .par_iter()
        .map(|mistake| {
            let mut new = annex::findings(&Files::from([(mistake.path.clone(), mistake.text.clone())]));
            new.retain(|found| !before.contains(&(found.rule, found.path.clone(), found.message.clone())));
            (verdict(mistake, &new), new)
        })
        .collect();
    let mut counts = BTreeMap::new();
    for (mistake, (verdict, new)) in mistakes.iter().zip(&judged) {
        *counts.entry(*verdict).or_insert(0_usize) += 1;
        if *verdict >= Verdict::Elsewhere {
            let line = mistake.text.lines().nth(mistake.line.saturating_sub(1)).unwrap_or_default();
            let new: Vec<_> = new
                .iter()
                .take(4)
                .map(|found| format!("{} {}:{} {}", found.rule, found.path, found.line, found.message))
                .collect();
            println!(
                "{verdict:?}: {} ({:?}) in {}:{} «{line}»\n    {new:#?}",
                mistake.kind, mistake.rules, mistake.path, mistake.line
            );
        }
    }
    let kinds: BTreeSet<_> = mistakes.iter().map(|mistake| mistake.kind).collect();
    let good = mistakes.len() - judged.iter().filter(|(verdict, _)| *verdict >= Verdict::Elsewhere).count();
    println!(
        "{} mistakes of {} kinds: {counts:?}, {:.2} % at the line",
        mistakes.len(),
        kinds.len(),
        100.0 * good as f64 / mistakes.len() as f64
    );
    assert!(mistakes.len() >= 300 && kinds.len() >= 25);
    assert!(good * 100 >= mistakes.len() * 99, "{counts:?}");
}

#[test]
fn nothing_is_said_of_valid_annexes() {
    let files = annex::files();
    let alarms: Vec<String> = (0..valid::COUNT)
        .into_par_iter()
        .flat_map(|seed| {
            let valid = valid::annex(&files, seed);
            let found = valid.findings().into_iter().filter(|found| found.severity != Severity::Note);
            found
                .map(|found| {
                    format!("{}:{} {} {} after {:?}", found.path, found.line, found.rule, found.message, valid.changes)
                })
                .collect::<Vec<_>>()
        })
        .collect();
    println!("{} valid annexes, {} false alarms", valid::COUNT, alarms.len());
    assert!(alarms.is_empty(), "{alarms:#?}");
}
