//! What holds of every text, however it was damaged: reading never panics, places lie inside the files, and corrections
//! settle, keep the rest byte for byte, lose no letter and no reference, and make no new error.
//!
//! `PIAO_CASES=2000 cargo test --test properties` runs more cases, and other ones every time.

#![allow(unreachable_pub)] // `pub` tells the modules of one program apart.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::similar_names
)] // A test that cannot go on has failed.

mod blocks;
mod broken;
mod chunks;
mod damage;
#[path = "../support/dice.rs"]
mod dice;
mod difference;
mod edits;
mod forms;
mod fuzz;
#[path = "../support/kept.rs"]
mod kept;
#[path = "../support/slips.rs"]
mod slips;
#[path = "../../fuzz/targets.rs"]
mod targets;

use damage::{ADDITIONS, SPELLINGS, damage_text, damage_word};
use dice::Dice;
use piao::chapters::expand;
use piao::check::{Settings, catalogue, check};
use piao::diagnostic::{Finding, Safety, Severity};
use piao::fix::{Correction, correct, save};
use piao::load::{Loaded, Overlay, load_with};
use piao::model::Date;
use piao::report;
use piao::source::{Sources, Span};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use slips::SLIPS;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn cases(usual: u32) -> u32 {
    std::env::var("PIAO_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

/// How a property is tried: the same cases at every run of the suite, others whenever more are asked for.
fn config(usual: u32) -> ProptestConfig {
    let is_longer = std::env::var_os("PIAO_CASES").is_some();
    let rng_seed = if is_longer { RngSeed::Random } else { RngSeed::Fixed(1) };
    ProptestConfig { cases: cases(usual), failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

fn settings() -> Settings {
    Settings { today: Date::parse("2026-01-15").expect("a day"), waivers: true }
}

fn checked(root: &Path, overlay: &Overlay) -> (Loaded, Vec<Finding>) {
    let loaded = load_with(root, overlay).expect("the folder can be read");
    let findings = check(&loaded, &expand(&loaded.annex), settings());
    (loaded, findings)
}

/// Every place is a piece of its file, and every format can be written.
fn sound(sources: &Sources, findings: &[Finding]) {
    let inside = |span: Span, what: &str| {
        let text = sources.get(span.source).text();
        assert!(
            span.start <= span.end && text.get(span.range()).is_some(),
            "{what}: {span:?} in {}",
            sources.get(span.source).path()
        );
    };
    for finding in findings {
        inside(finding.span, &finding.message);
        finding.related.iter().for_each(|label| inside(label.span, &label.message));
        finding.fix.iter().for_each(|fix| inside(fix.span, &fix.replacement));
    }
    for text in [
        report::text(sources, findings),
        report::full_text(sources, findings),
        report::short(sources, findings),
        report::github(sources, findings),
        report::json(sources, findings),
        report::sarif(sources, findings, &catalogue()),
    ] {
        assert!(text.ends_with('\n') || findings.is_empty());
    }
}

/// The files of a folder that the program reads as YAML or chapters.
fn texts(root: &Path) -> Vec<(String, String)> {
    let (loaded, _) = checked(root, &Overlay::new());
    let mut texts = Vec::new();
    for folder in ["data", "content"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).sort_by_file_name() {
            let entry = entry.expect("an entry");
            let path = entry.path().strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/");
            if let Some(id) = loaded.sources.find(&path) {
                texts.push((path, loaded.sources.get(id).text().to_owned()));
            }
        }
    }
    texts
}

/// A folder with these files.
fn folder(files: impl IntoIterator<Item = (String, impl AsRef<[u8]>)>) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
        fs::write(file, text).expect("a file");
    }
    folder
}

/// What `piao init` makes.
fn starter() -> TempDir {
    folder(piao::scaffold::files())
}

#[test]
fn any_text_can_be_read() {
    let starter = starter();
    let paths: Vec<String> = texts(starter.path()).into_iter().map(|(path, _)| path).collect();
    let yaml = "(([a-z_]{1,9}|processi|aree|codice|id|nome|smart_team|---|\u{feff}|è)(: |:\n  |\n|\r\n|\r| ))*([-\\[\\]{}&*!|>'\"%@`#,? ]|\\PC){0,30}";
    let text = prop_oneof![yaml, any::<String>(), "(- |: |[\\[{\\]}\"'\n ]|[a-c]){0,60}"];
    let run = TestRunner::new(config(150)).run(&(prop::sample::select(paths), text), |(path, text)| {
        let (loaded, findings) = checked(starter.path(), &Overlay::from([(path, text)]));
        sound(&loaded.sources, &findings);
        Ok(())
    });
    run.expect("every text can be read");
}

#[test]
fn any_damaged_file_can_be_read() {
    let starter = starter();
    let files = texts(starter.path());
    let mut dice = Dice::new(7);
    for _ in 0..cases(150) {
        let (path, text) = dice.pick(&files);
        let mut text = damage_text(text, &mut dice);
        if dice.roll(2) == 0 {
            text = damage_text(&text, &mut dice);
        }
        let (loaded, findings) = checked(starter.path(), &Overlay::from([(path.clone(), text)]));
        sound(&loaded.sources, &findings);
    }
}

#[test]
fn the_damaged_real_annex_can_be_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = texts(root);
    let mut dice = Dice::new(11);
    for _ in 0..cases(25) {
        let (path, text) = dice.pick(&files);
        let (loaded, findings) = checked(root, &Overlay::from([(path.clone(), damage_text(text, &mut dice))]));
        sound(&loaded.sources, &findings);
    }
}

fn errors(sources: &Sources, findings: &[Finding]) -> BTreeMap<(&'static str, String), usize> {
    let mut errors = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
        *errors.entry((finding.rule.code, sources.get(finding.span.source).path().to_owned())).or_insert(0) += 1;
    }
    errors
}

/// Corrects a folder in which one file is damaged, and looks whether all that must hold holds; gives the corrected text.
fn corrected(root: &Path, path: &str, damaged: &str, safety: Safety) -> String {
    fs::write(root.join(path), damaged).expect("a file");
    let (was, found) = checked(root, &Overlay::new());
    let before = errors(&was.sources, &found);
    let Correction { files, loaded, findings: left, .. } = correct(root, settings(), safety).expect("corrections");
    if safety == Safety::Certain {
        kept::every_letter(&files);
        kept::every_reference(&was, &loaded);
    }
    for (place, count) in errors(&loaded.sources, &left) {
        assert!(before.get(&place).is_some_and(|were| *were >= count), "{place:?} is new: {damaged}");
    }
    for file in &files {
        let (old, new): (Vec<&str>, Vec<&str>) = (file.before.split('\n').collect(), file.after.split('\n').collect());
        assert_eq!(old.len(), new.len(), "lines of {}", file.path);
        let changed = old.iter().zip(&new).filter(|(old, new)| old != new);
        assert!(
            changed.clone().all(|(old, new)| old.ends_with('\r') == new.ends_with('\r')),
            "line endings of {}",
            file.path
        );
        assert!((1..=file.count).contains(&changed.count()), "{} places in {}", file.count, file.path);
        assert_eq!(file.before.starts_with('\u{feff}'), file.after.starts_with('\u{feff}'));
        save(root, std::slice::from_ref(file)).expect("saved");
    }
    let again = correct(root, settings(), safety).expect("corrections");
    assert_eq!(again.files.len(), 0, "corrected twice:\n{:?}\n{:?}", again.files, files);
    let text = fs::read_to_string(root.join(path)).expect("the file");
    for file in files {
        fs::write(root.join(&file.path), file.before).expect("the file as it was");
    }
    text
}

/// Corrects texts to each of which something was added, or in which something is hidden.
#[test]
fn certain_corrections_lose_nothing() {
    let starter = starter();
    let files = texts(starter.path());
    let mut dice = Dice::new(13);
    let (mut tried, mut changed) = (0, 0);
    while tried < cases(200) {
        let (path, text) = dice.pick(&files);
        let Some((mut damaged, _)) = damage_word(text, &mut dice, ADDITIONS) else { continue };
        if dice.roll(4) == 0 {
            damaged = damage_word(&damaged, &mut dice, SPELLINGS).map_or(damaged, |(damaged, _)| damaged);
        }
        let after = corrected(starter.path(), path, &damaged, Safety::Certain);
        fs::write(starter.path().join(path), text).expect("the file as it was");
        tried += 1;
        changed += u32::from(after != damaged);
    }
    println!("{tried} additions: {changed} corrected in part or whole");
    assert!(changed > 0);
}

/// Damages words of the files below `root`, a given number of times, and corrects each.
fn correct_damages(root: &Path, seed: u64, times: u32) {
    let files = texts(root);
    let mut dice = Dice::new(seed);
    let (mut tried, mut changed, mut restored) = (0, 0, 0);
    while tried < times {
        let (path, text) = dice.pick(&files);
        let damages = if dice.roll(2) == 0 { SPELLINGS } else { SLIPS };
        let Some((mut damaged, _)) = damage_word(text, &mut dice, damages) else { continue };
        let mut original = text.clone();
        match dice.roll(6) {
            0 => (damaged, original) = (damaged.replace('\n', "\r\n"), original.replace('\n', "\r\n")),
            1 => (damaged, original) = (format!("\u{feff}{damaged}"), format!("\u{feff}{original}")),
            2 => damaged = damage_word(&damaged, &mut dice, SLIPS).map_or(damaged, |(damaged, _)| damaged),
            _ => {}
        }
        let safety = if dice.roll(4) == 0 { Safety::Guess } else { Safety::Certain };
        let after = corrected(root, path, &damaged, safety);
        fs::write(root.join(path), text).expect("the file as it was");
        tried += 1;
        changed += u32::from(after != damaged);
        restored += u32::from(after == original);
    }
    println!("{tried} damages: {changed} corrected in part or whole, {restored} restored byte for byte");
    assert!(restored > 0);
}

#[test]
fn corrections_settle_on_the_starter() {
    let starter = starter();
    correct_damages(starter.path(), 3, cases(200));
}

#[test]
fn corrections_settle_on_the_real_annex() {
    let folder = folder(texts(Path::new(env!("CARGO_MANIFEST_DIR"))));
    correct_damages(folder.path(), 5, cases(25));
}
