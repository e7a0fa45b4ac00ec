//! What each stage of a build costs, at 1,000 and 10,000 processes; `PIAO_LARGE=1` adds 40,000.
//!
//! `cargo bench --bench stages -- load` runs those of one name; a rule is named by its code.

#![allow(unreachable_pub)] // `pub` tells the modules of one program apart.
#![allow(clippy::disallowed_methods, clippy::expect_used)] // A benchmark that cannot go on has failed.

#[path = "../tests/support/grown.rs"]
mod grown;

use divan::Bencher;
use piao::check::Settings;
use piao::load::Loaded;
use piao::model::Date;
use piao::publish::{CheckedAnnex, PdfSource, PublishedFiles, SiteOutputs, WordSource};
use piao::write::Staging;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// How many processes the annexes have.
fn sizes() -> impl Iterator<Item = usize> {
    let large = std::env::var_os("PIAO_LARGE").map(|_| 40_000);
    [1_000, 10_000].into_iter().chain(large)
}

fn settings() -> Settings {
    Settings { today: Date::new(2026, 6, 1).expect("a day"), waivers: true }
}

fn loaded(count: usize) -> Loaded {
    piao::load::load(grown::folder(count).path()).expect("the folder is read")
}

fn checked(count: usize) -> CheckedAnnex {
    CheckedAnnex::read(grown::folder(count).path(), settings()).expect("the folder is read")
}

#[divan::bench(args = sizes())]
fn load(bencher: Bencher<'_, '_>, count: usize) {
    let root = grown::folder(count);
    bencher.bench(|| piao::load::load(root.path()).expect("the folder is read"));
}

#[divan::bench(args = sizes())]
fn expand(bencher: Bencher<'_, '_>, count: usize) {
    let loaded = loaded(count);
    bencher.bench(|| piao::chapters::expand(&loaded.annex));
}

#[divan::bench(args = sizes())]
fn check(bencher: Bencher<'_, '_>, count: usize) {
    let loaded = loaded(count);
    let chapters = piao::chapters::expand(&loaded.annex);
    bencher.bench(|| piao::check::check(&loaded, &chapters, settings()));
}

/// What all rules share is in the time of each: that of the cheapest says how much.
#[divan::bench(args = rules())]
fn rule(bencher: Bencher<'_, '_>, (code, count): &(&'static str, usize)) {
    let loaded = loaded(*count);
    let chapters = piao::chapters::expand(&loaded.annex);
    bencher.bench(|| piao::check::check_one(&loaded, &chapters, settings(), code));
}

fn rules() -> impl Iterator<Item = (&'static str, usize)> {
    piao::check::catalogue().into_iter().flat_map(|rule| sizes().map(move |count| (rule.code, count)))
}

#[divan::bench(args = sizes())]
fn data(bencher: Bencher<'_, '_>, count: usize) {
    let checked = checked(count);
    let publication = checked.publication(None).expect("a theme").expect("no errors");
    bencher.bench(|| PublishedFiles::of(&publication, &PdfSource::None, &WordSource::None).expect("the data are made"));
}

/// What the pages share.
#[divan::bench(args = sizes())]
fn site(bencher: Bencher<'_, '_>, count: usize) {
    with_files(count, |publication, files| {
        bencher.bench(|| SiteOutputs::new(publication, files).expect("a site"));
    });
}

/// Views and templates of every page, on one core.
#[divan::bench(args = sizes())]
fn pages(bencher: Bencher<'_, '_>, count: usize) {
    with_files(count, |publication, files| {
        let site = SiteOutputs::new(publication, files).expect("a site");
        bencher.bench(|| site.pages().iter().map(|page| site.render(page).expect("a page").bytes.len()).sum::<usize>());
    });
}

/// The search, and the other files beside the pages.
#[divan::bench(args = sizes())]
fn search(bencher: Bencher<'_, '_>, count: usize) {
    with_files(count, |publication, files| {
        let site = SiteOutputs::new(publication, files).expect("a site");
        bencher.bench(|| site.beside().expect("the files").len());
    });
}

/// Pages and files, made and written.
#[divan::bench(args = sizes())]
fn write(bencher: Bencher<'_, '_>, count: usize) {
    with_files(count, |publication, files| {
        let site = SiteOutputs::new(publication, files).expect("a site");
        bencher.bench(|| {
            let root = tempfile::tempdir().expect("a temporary folder");
            let staging = Staging::begin(root.path(), &root.path().join("sito")).expect("a folder");
            site.write(staging).expect("the site is written").files
        });
    });
}

fn with_files(count: usize, run: impl FnOnce(&piao::publish::Publication<'_>, &PublishedFiles)) {
    let checked = checked(count);
    let publication = checked.publication(None).expect("a theme").expect("no errors");
    let files = PublishedFiles::of(&publication, &PdfSource::None, &WordSource::None).expect("the data are made");
    run(&publication, &files);
}
