use super::Chrome;
use super::chrome::counted;
use super::today::{PointItem, Points};
use crate::package;
use crate::pdf::typst::{Converter, Environment, way};
use crate::plain_file;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::plain_words::quoted;
use crate::workbench::session::Session;
use crate::workbench::visit::{Shown, Visit};
use crate::year::{Made, Product};
use serde::Serialize;
use std::sync::Arc;

#[derive(Serialize)]
struct Page {
    chrome: Chrome,
    /// What is not as publication asks for, and what is.
    missing: Vec<PointItem>,
    known: Vec<PointItem>,
    /// Why nothing can be made.
    stopped: Option<String>,
    /// The version of the converter, or how to come by one.
    converter: Option<String>,
    way: String,
    /// Whether something is being made.
    busy: bool,
    package: Option<String>,
}

/// What publication asks for, and the buttons by which it is made.
pub(super) fn page(bench: &Bench<'_>, session: &Session, visit: &Visit) -> String {
    let Points { missing, known } = Points::of(bench);
    let errors = bench.annex.map(|annex| annex.summary().errors).unwrap_or_default();
    let stopped = match errors {
        0 => bench.stopped.map(|trouble| quoted(&format!("{trouble}: {}.", trouble.advice()))),
        count => Some(format!("Il sito si genera quando i dati non hanno errori: ora ne hanno {count}.")),
    };
    // One that is merely slow to answer is no reason not to show the page.
    let environment = Environment::here().for_work(Arc::default());
    let converter = Converter::find(None, &environment).ok().flatten();
    let page = Page {
        chrome: Chrome::of(bench, session, visit, "Pubblica", "pubblica"),
        missing,
        known,
        stopped,
        converter: converter.map(|converter| converter.version().to_string()),
        way: quoted(way(&environment)),
        busy: session.job().is_some_and(|job| job.progress().is_running),
        package: package_file(bench).map(|(name, _)| name),
    };
    look::shown("pubblica.html", &page)
}

/// The archive as it lies beside the data, where there is one that this program wrote.
fn package_file(bench: &Bench<'_>) -> Option<(String, Vec<u8>)> {
    let name = package::default_name(bench.annex.ok()?.annex().current()?);
    let bytes = plain_file::read(&bench.root.join(&name)).ok()?;
    package::is_ours(std::io::Cursor::new(&bytes)).then_some((name, bytes))
}

/// The archive, to be taken away.
pub(super) fn archive(bench: &Bench<'_>) -> Option<Shown> {
    package_file(bench).map(|(name, bytes)| Shown::File { name, bytes })
}

#[derive(Serialize)]
struct JobPage {
    chrome: Chrome,
    what: &'static str,
    running: bool,
    stopping: bool,
    words: String,
    done: usize,
    all: usize,
    /// What came of it.
    result: Option<JobResult>,
    failed: Option<String>,
    opens: bool,
}

#[derive(Serialize)]
struct JobResult {
    place: String,
    size: String,
    sha256: Option<String>,
    warnings: Vec<String>,
    package: bool,
    is_current: bool,
}

/// What is being made, or was made last.
pub(super) fn job(bench: &Bench<'_>, session: &Session, visit: &Visit) -> Option<String> {
    let job = session.job()?;
    let progress = job.progress();
    let end = job.end();
    let what = match job.product {
        Product::Site => "Il sito",
        Product::SiteWithPdfs => "Il sito con i PDF",
        Product::SiteWithWord => "Il sito con il documento Word",
        Product::Package => "Il pacchetto",
    };
    let (result, failed) = match end {
        None => (None, None),
        Some(Ok(made)) => (Some(result(made, job.product, job.reading == bench.fingerprint())), None),
        Some(Err(why)) => (None, Some(why)),
    };
    let page = JobPage {
        chrome: Chrome::of(bench, session, visit, what, "pubblica"),
        what,
        running: progress.is_running,
        stopping: job.is_stopped(),
        words: progress.stage.words,
        done: progress.stage.done,
        all: progress.stage.all,
        opens: result.is_some() && session.opens(),
        result,
        failed,
    };
    Some(look::shown("lavoro.html", &page))
}

/// What was made; whether it is of what the data say now.
fn result(made: Made, product: Product, is_current: bool) -> JobResult {
    let pdfs = if made.pdfs > 0 { format!(", di cui {} PDF", made.pdfs) } else { String::new() };
    JobResult {
        place: made.path.display().to_string(),
        size: format!("{}{pdfs}", counted(made.files, "file", "file")),
        sha256: made.sha256,
        warnings: made.warnings.iter().map(|warning| quoted(warning)).collect(),
        package: product == Product::Package,
        is_current,
    }
}
