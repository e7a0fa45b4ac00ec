//! A reading of the folder. It lives on a thread of its own, whose stack holds what was read and the pages that borrow from it; whoever
//! wants to know something sends a question there.

use crate::check::Settings;
use crate::load::Memory;
use crate::open_data::File;
use crate::publish::{CheckedAnnex, PdfSource, Publication, PublishedFiles, SiteOutputs, WordSource};
use crate::trouble::{Context, Trouble};
use crate::workbench::{Bench, SiteFiles};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;

/// A question.
type Job = Box<dyn FnOnce(&Bench<'_>) + Send>;

/// How much a thread may put on its stack, in bytes; templates and data nest.
const STACK: usize = 16 * 1024 * 1024;

/// How long nobody must have asked for anything before what can wait is made.
const QUIET: Duration = Duration::from_millis(200);

/// How often it is looked whether that is made.
const LOOK: Duration = Duration::from_millis(10);

/// The open data of each edition.
type Data = Arc<Vec<Vec<File>>>;

/// A reading of the folder; its thread ends when nobody holds it any more.
#[derive(Debug)]
pub(super) struct Version {
    jobs: mpsc::Sender<Job>,
    /// Whether there is a site.
    pub(super) has_site: bool,
    /// Tells it from readings of other texts.
    pub(super) fingerprint: String,
    /// What the next reading need not parse again.
    memory: Arc<Memory>,
    data: Arc<Mutex<Data>>,
}

/// What a reading leaves to the next: what need not be parsed again, and the open data that are listed until the next ones are made.
#[derive(Default)]
pub(super) struct Legacy {
    memory: Arc<Memory>,
    data: Data,
}

impl Version {
    /// Reads the folder, after an earlier reading of it. Where it is ready before its open data are made, `settled` is called when they are.
    ///
    /// # Errors
    ///
    /// When no other thread can begin. What is wrong in the folder is part of the reading.
    pub(super) async fn read(
        root: PathBuf,
        settings: Settings,
        earlier: Legacy,
        settled: impl FnOnce() + Send + 'static,
    ) -> Result<Self, Trouble> {
        let (jobs, questions) = mpsc::channel();
        let (ready, read) = oneshot::channel();
        let data = Arc::new(Mutex::new(Arc::clone(&earlier.data)));
        let kept = Arc::clone(&data);
        let work = move || work((&root, settings), &earlier, (ready, settled), &kept, &questions);
        let begun = thread::Builder::new().name("lettura".to_owned()).stack_size(STACK).spawn(work);
        let advice = "chiudere altri programmi e ripetere il comando";
        begun.trouble(|| "il sistema non lascia leggere la cartella".to_owned(), advice)?;
        let read = read.await.trouble(|| "la cartella non si è potuta leggere".to_owned(), advice)?;
        Ok(Self { jobs, has_site: read.has_site, fingerprint: read.fingerprint, memory: read.memory, data })
    }

    /// What it leaves to the next reading.
    pub(super) fn legacy(&self) -> Legacy {
        let data = self.data.lock().unwrap_or_else(PoisonError::into_inner);
        Legacy { memory: Arc::clone(&self.memory), data: Arc::clone(&data) }
    }

    /// Asks for something; `None` if that could not be answered.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Bench<'_>) -> T + Send + 'static,
    ) -> Option<T> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |bench| drop(answer.send(question(bench))));
        self.jobs.send(job).ok()?;
        answered.await.ok()
    }
}

/// What is known at once of a reading.
struct Read {
    has_site: bool,
    fingerprint: String,
    memory: Arc<Memory>,
}

/// Reads, then answers until nobody can ask any more.
fn work(
    (root, settings): (&Path, Settings),
    earlier: &Legacy,
    (ready, settled): (oneshot::Sender<Read>, impl FnOnce()),
    kept: &Mutex<Data>,
    questions: &mpsc::Receiver<Job>,
) {
    let annex = CheckedAnnex::read_after(root, &earlier.memory, settings);
    let memory = annex.as_ref().map(|annex| Arc::clone(annex.memory())).unwrap_or_default();
    let publication = annex.as_ref().map_or(Ok(None), |annex| annex.publication(None));
    let published = publication.as_ref().ok().and_then(Option::as_ref);
    let foreseen = published.and_then(|published| PublishedFiles::foreseen(published, &earlier.data));
    let is_foreseen = foreseen.is_some();
    let files = match published {
        Some(published) if !is_foreseen => made(published).map(Some),
        _ => Ok(foreseen),
    };
    let outputs = published.zip(files.as_ref().ok().and_then(Option::as_ref));
    let outputs = outputs.map(|(published, files)| SiteOutputs::new(published, files)).transpose();
    let site = outputs.as_ref().ok().and_then(Option::as_ref).map(|outputs| SiteFiles::new(outputs, is_foreseen));
    let stopped = publication.as_ref().err().or(files.as_ref().err()).or(outputs.as_ref().err());
    let bench = Bench::new(root, settings, annex.as_ref(), site.as_ref(), stopped);
    // Whoever waited may be gone.
    let _ = ready.send(Read { has_site: bench.site.is_some(), fingerprint: bench.fingerprint(), memory });
    let keep = |files: &PublishedFiles| {
        *kept.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(files.data());
    };
    let later = published.filter(|_| is_foreseen).and_then(|published| {
        let files = meanwhile(&bench, questions, || made(published))?.ok()?;
        Some((published, files))
    });
    if let Some((published, files)) = &later {
        keep(files);
        if let Ok(outputs) = SiteOutputs::new(published, files) {
            let site = SiteFiles::new(&outputs, false);
            let bench = bench.with_site(&site);
            settled();
            answer(&bench, questions);
        }
        return;
    }
    if let Ok(Some(files)) = files.as_ref().map(|files| files.as_ref().filter(|_| !is_foreseen)) {
        keep(files);
    }
    answer(&bench, questions);
}

/// The files beside the pages, as a site without papers has them.
fn made(publication: &Publication<'_>) -> Result<PublishedFiles, Trouble> {
    PublishedFiles::of(publication, &PdfSource::None, &WordSource::None)
}

fn answer(bench: &Bench<'_>, questions: &mpsc::Receiver<Job>) {
    for question in questions {
        question(bench);
    }
}

/// Answers until nobody has asked for anything for a moment, then goes on answering while something is made on another thread; `None` if
/// nobody can ask any more, or it could not be made.
fn meanwhile<T: Send>(
    bench: &Bench<'_>,
    questions: &mpsc::Receiver<Job>,
    make: impl FnOnce() -> T + Send,
) -> Option<T> {
    loop {
        match questions.recv_timeout(QUIET) {
            Ok(question) => question(bench),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    thread::scope(|scope| {
        let making = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, make).ok()?;
        while !making.is_finished() {
            match questions.recv_timeout(LOOK) {
                Ok(question) => question(bench),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        making.join().ok()
    })
}
