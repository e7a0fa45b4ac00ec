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
#[path = "../support/kept.rs"]
mod kept;
#[path = "../support/slips.rs"]
mod slips;

mod annex;
mod change;
mod correction;
mod kind;
mod mistake;
mod right;
mod structural;
mod valid;
mod variant;

use annex::{Files, Found};
use dice::Dice;
use kind::Kind;
use mistake::Mistake;
use piao::diagnostic::Severity;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use variant::Variant;

/// How often each kind of mistake is made in an annex of its own.
const TIMES: usize = 3;

/// How many annexes hold one mistake of each of the other kinds.
const TOGETHER: usize = 7;

/// The mistakes that have an annex of their own.
fn alone(files: &Files) -> Vec<Variant> {
    let mut dice = Dice::new(2025);
    let mut made = Vec::new();
    let mut seen = BTreeSet::new();
    let mut add = |mistake: Option<Mistake>| {
        let fresh = mistake.filter(|mistake| seen.insert((mistake.path.clone(), mistake.text.clone())));
        made.extend(fresh.map(|mistake| Variant::of(files, mistake)));
    };
    for _ in 0..TIMES {
        kind::alone().for_each(|kind| add(kind.make(files, &mut dice, |_, _| true)));
        structural::makes().for_each(|make| add(make(files, &mut dice)));
    }
    made
}

/// Annexes with one mistake of each of some kinds, no two of them in the same record if they may be `apart`.
fn together(files: &Files, kinds: &[&Kind], seed: u64, apart: bool) -> Vec<Variant> {
    let mut dice = Dice::new(seed);
    let annex = |number| {
        let mut variant = Variant::default();
        let mut now = files.clone();
        // Where there is not room for all, each is the first to find some in one annex or another.
        let (late, early) = kinds.split_at(number * kinds.len() / TOGETHER);
        for kind in early.iter().chain(late) {
            if let Some(mistake) = kind.make(&now, &mut dice, |path, line| variant.is_free(path, line, apart)) {
                variant.add(&now, mistake);
                now.extend(variant.texts.iter().map(|(path, text)| (path.clone(), text.clone())));
            }
        }
        variant
    };
    (0..TOGETHER).map(annex).collect()
}

/// Annexes beside whose files lie some that nobody reads.
fn strays(files: &Files) -> Vec<Variant> {
    let mut dice = Dice::new(2024);
    let annex = |_| {
        let mut variant = Variant::default();
        for make in structural::strays() {
            let mistake = make(files, &mut dice).filter(|mistake| !variant.texts.contains_key(&mistake.path));
            mistake.into_iter().for_each(|mistake| variant.add(files, mistake));
        }
        variant
    };
    (0..TOGETHER).map(annex).collect()
}

/// Every annex with mistakes.
fn variants(files: &Files) -> Vec<Variant> {
    let mut variants = alone(files);
    variants.extend(strays(files));
    variants.extend(structural::indicators());
    variants.extend(together(files, &kind::together().collect::<Vec<_>>(), 2026, false));
    for (seed, kinds) in (2027..).zip(kind::some()) {
        variants.extend(together(files, &kinds, seed, true));
    }
    variants
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
    let variants = variants(&files);
    let judged: Vec<(&Mistake, Verdict, Vec<Found>)> = variants
        .par_iter()
        .flat_map_iter(|variant| {
            let mut new = annex::findings(&variant.texts);
            new.retain(|found| !before.contains(&(found.rule, found.path.clone(), found.message.clone())));
            let judge = |mistake| {
                let verdict = verdict(mistake, &new);
                // Of many mistakes together, only what is said near this one is told.
                let near = |found: &&Found| variant.mistakes.len() == 1 || found.line.abs_diff(mistake.line) < 2;
                (mistake, verdict, new.iter().filter(near).cloned().collect())
            };
            variant.mistakes.iter().map(judge).collect::<Vec<_>>()
        })
        .collect();
    let mut counts = BTreeMap::new();
    for (mistake, verdict, new) in &judged {
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
    // Whatever is said, what to do is said with it.
    let helpless: BTreeSet<_> = judged
        .iter()
        .flat_map(|(_, _, found)| found)
        .filter(|found| found.help.trim().is_empty())
        .map(|found| (found.rule, &found.message))
        .collect();
    assert!(helpless.is_empty(), "{helpless:#?}");
    let kinds: BTreeSet<_> = judged.iter().map(|(mistake, ..)| mistake.kind).collect();
    let good = judged.iter().filter(|(_, verdict, _)| *verdict < Verdict::Elsewhere).count();
    println!(
        "{} mistakes of {} kinds in {} annexes: {counts:?}, {:.2} % at the line",
        judged.len(),
        kinds.len(),
        variants.len(),
        100.0 * good as f64 / judged.len() as f64
    );
    assert!(judged.len() >= 1200 && kinds.len() >= 250);
    assert!(good * 100 >= judged.len() * 99, "{counts:?}");
}

#[test]
fn certain_corrections_lose_nothing_and_settle() {
    let files = annex::files();
    let mut dice = Dice::new(2027);
    let mistakes: Vec<Mistake> =
        kind::in_values().filter_map(|kind| kind.make(&files, &mut dice, |_, _| true)).collect();
    let corrected = mistakes.par_iter().filter(|mistake| correction::holds(&files, mistake)).count();
    println!("{} mistakes, {corrected} corrected in part or whole", mistakes.len());
    assert!(mistakes.len() >= 50 && corrected >= 10);
}

#[test]
fn nothing_is_said_of_right_texts() {
    let alarms = right::alarms();
    println!("{} right texts, {} false alarms", right::texts().len(), alarms.len());
    assert!(right::texts().len() >= 350);
    assert!(alarms.is_empty(), "{alarms:#?}");
}

/// What is said of an annex of which nothing should be said, some advice left out.
fn alarms(valid: &valid::Valid, advice: impl Fn(&Found) -> bool) -> Vec<String> {
    let found = valid.findings().into_iter().filter(|found| found.severity != Severity::Note || !advice(found));
    let alarm = |found: Found| {
        format!("{}:{} {} {} after {:?}", found.path, found.line, found.rule, found.message, valid.changes)
    };
    found.map(alarm).collect()
}

#[test]
fn nothing_is_said_of_valid_annexes() {
    let files = annex::files();
    let alarms: Vec<String> =
        (0..valid::COUNT).into_par_iter().flat_map(|seed| alarms(&valid::annex(&files, seed), |_| true)).collect();
    println!("{} valid annexes, {} false alarms", valid::COUNT, alarms.len());
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn nothing_is_said_of_annexes_of_other_kinds() {
    let kinds = valid::kinds();
    // True of some: a part that no chapter covers, contacts that are not given, few people in a row.
    let advice = |found: &Found| ["LA603", "LA703", "LA705"].contains(&found.rule);
    let alarms: Vec<String> = kinds.par_iter().flat_map(|valid| alarms(valid, advice)).collect();
    println!("{} annexes of different kinds, {} false alarms", kinds.len(), alarms.len());
    assert!(kinds.len() >= 60);
    assert!(alarms.is_empty(), "{alarms:#?}");
}
