//! No stage of a build costs more than its share when the annex grows: counted in pieces of memory that are asked for, not in time, which
//! differs from run to run. Work that asks for no memory is not seen here; `benches/stages.rs` measures it.

#![allow(unreachable_pub)] // `pub` tells the modules of one program apart.
#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::print_stdout)] // A test that cannot go on has failed.

#[path = "../support/grown.rs"]
mod grown;
mod imports;

use piao::check::Settings;
use piao::load::Loaded;
use piao::model::Date;
use piao::publish::{CheckedAnnex, PdfSource, PublishedFiles, SiteOutputs, WordSource};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The sizes of the annexes: each is twice the one before.
const SIZES: [usize; 3] = [240, 480, 960];

/// How much the second step may cost, in hundredths of the first. A stage that is linear costs twice as much; one that sorts, a little
/// more; one that compares each with each, four times as much.
const MOST: usize = 225;

/// Smaller steps than this are the noise of threads.
const NOISE: usize = 300;

/// What the program asks for is counted for all its threads: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// How many pieces of memory a stage asks for.
fn counted<T>(stage: impl FnOnce() -> T) -> (T, usize) {
    let region = Region::new(COUNTED);
    let made = stage();
    let change = region.change();
    (made, change.allocations + change.reallocations)
}

/// The stages with what each costs.
fn stages(count: usize) -> BTreeMap<String, usize> {
    let root = grown::folder(count);
    let settings = Settings { today: Date::new(2026, 6, 1).expect("a day"), waivers: true };
    let mut costs = BTreeMap::new();
    let mut tell = |stage: &str, cost| costs.insert(stage.to_owned(), cost);
    let (loaded, cost) = counted(|| piao::load::load(root.path()).expect("the folder is read"));
    tell("load", cost);
    let (chapters, cost) = counted(|| piao::chapters::expand(&loaded.annex));
    tell("expand", cost);
    let (findings, cost) = counted(|| piao::check::check(&loaded, &chapters, settings));
    tell("check", cost);
    let errors: Vec<_> =
        findings.iter().filter(|finding| finding.severity == piao::diagnostic::Severity::Error).collect();
    assert!(errors.is_empty(), "{:?}", errors.first());
    rules(&loaded, &chapters, settings, &mut tell);
    tell("acceptances", accepted(root.path(), count, settings));
    let checked = CheckedAnnex::read(root.path(), settings).expect("the folder is read");
    let publication = checked.publication(None).expect("a theme").expect("no errors");
    let (files, cost) =
        counted(|| PublishedFiles::of(&publication, &PdfSource::None, &WordSource::None).expect("the data are made"));
    tell("data", cost);
    let (site, cost) = counted(|| SiteOutputs::new(&publication, &files).expect("a site"));
    tell("what pages share", cost);
    let (pages, cost) = counted(|| {
        site.pages().iter().map(|page| site.render(page).expect("a page").bytes.len()).collect::<Vec<_>>().len()
    });
    tell("pages", cost);
    assert!(pages > count, "a page for each process");
    let (_, cost) = counted(|| site.beside().expect("the files"));
    tell("search and other files", cost);
    costs
}

/// What it costs to check an annex of which each process has a fault that is accepted in writing.
fn accepted(root: &Path, count: usize, settings: Settings) -> usize {
    let processes = root.join("data/2026-2028/processi.yaml");
    let acceptances = root.join("data/2026-2028/accettazioni.yaml");
    let text = fs::read_to_string(&processes).expect("the processes");
    fs::write(&processes, text.replace(" nei tempi previsti", " nei nei tempi previsti")).expect("they are written");
    let check = |loaded: &Loaded| piao::check::check(loaded, &piao::chapters::expand(&loaded.annex), settings);
    let loaded = piao::load::load(root).expect("the folder is read");
    let mut accepting = "accettazioni:\n".to_owned();
    for finding in check(&loaded) {
        let place = piao::check::waiver_place(&loaded, &loaded.annex.editions[0], finding.span).expect("a place");
        let code = finding.rule.code;
        let _ = writeln!(accepting, "  - {{ controllo: {code}, dove: \"{place}\", motivo: Come nel testo approvato }}");
    }
    fs::write(&acceptances, accepting).expect("they are written");
    let loaded = piao::load::load(root).expect("the folder is read");
    let (findings, cost) = counted(|| check(&loaded));
    let accepted = findings.iter().filter(|finding| finding.waived.is_some()).count();
    assert!(accepted >= count, "{accepted} of {} findings accepted", findings.len());
    fs::write(&processes, text).expect("they are written");
    fs::remove_file(&acceptances).expect("they are there");
    cost
}

/// Each rule alone.
fn rules(
    loaded: &Loaded,
    chapters: &[Vec<piao::chapters::ExpandedChapter>],
    settings: Settings,
    tell: &mut impl FnMut(&str, usize) -> Option<usize>,
) {
    for rule in piao::check::catalogue() {
        let (_, cost) = counted(|| piao::check::check_one(loaded, chapters, settings, rule.code));
        tell(rule.code, cost);
    }
}

/// The stages of which the second step costs more than its share, each with what both steps cost.
fn faults([small, middle, large]: [&BTreeMap<String, usize>; 3]) -> Vec<String> {
    let mut faults = Vec::new();
    for (stage, cost) in large {
        let (first, second) = (middle[stage].saturating_sub(small[stage]), cost.saturating_sub(middle[stage]));
        if second > NOISE && second * 100 > first * MOST {
            faults.push(format!("{stage}: {first} pieces of memory more, then {second}"));
        }
    }
    faults
}

#[test]
fn twice_the_annex_is_twice_the_work() {
    let _alone = ALONE.lock();
    // What is made once a run is made before anything is counted.
    stages(24);
    let [small, middle, large] = SIZES.map(stages);
    for (stage, cost) in &large {
        println!("{stage}: {} {} {cost}", small[stage], middle[stage]);
    }
    let faults = faults([&small, &middle, &large]);
    assert!(large.len() > 100 && faults.is_empty(), "{faults:#?}");
}

/// Work that compares each with each is named, and no other, however little of it is the square.
#[test]
fn a_planted_square_is_named() {
    let _alone = ALONE.lock();
    let pieces = |count: usize| drop((0..count).map(Box::new).collect::<Vec<_>>());
    let planted = |count: usize| {
        let stages: [(&str, &dyn Fn()); 4] = [
            ("linear", &|| pieces(40 * count)),
            ("sorting", &|| pieces(count * count.ilog2() as usize)),
            ("a square", &|| pieces(count * count / 8)),
            ("a square beside linear work", &|| pieces(40 * count + count * count / 8)),
        ];
        stages.map(|(stage, work)| (stage.to_owned(), counted(work).1)).into_iter().collect::<BTreeMap<_, _>>()
    };
    let [small, middle, large] = SIZES.map(planted);
    let faults = faults([&small, &middle, &large]);
    let named: Vec<_> = faults.iter().filter_map(|fault| fault.split_once(':')).map(|(stage, _)| stage).collect();
    assert_eq!(named, ["a square", "a square beside linear work"], "{faults:#?}");
}
