//! A reading of the folder. It lives on a thread of its own, whose stack holds what was read and the pages that borrow from it; whoever
//! wants to know something sends a question there.

use crate::check::Settings;
use crate::load::Memory;
use crate::publish::{CheckedAnnex, PdfSource, PublishedFiles, SiteOutputs, WordSource};
use crate::trouble::{Context, Trouble};
use crate::workbench::{Bench, SiteFiles};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use tokio::sync::oneshot;

/// A question.
type Job = Box<dyn FnOnce(&Bench<'_>) + Send>;

/// How much a thread may put on its stack, in bytes; templates and data nest.
const STACK: usize = 16 * 1024 * 1024;

/// A reading of the folder; its thread ends when nobody holds it any more.
#[derive(Debug)]
pub(super) struct Version {
    jobs: mpsc::Sender<Job>,
    /// Whether there is a site.
    pub(super) has_site: bool,
    /// Tells it from readings of other texts.
    pub(super) fingerprint: String,
    /// What the next reading need not parse again.
    pub(super) memory: Arc<Memory>,
}

impl Version {
    /// Reads the folder, after an earlier reading of it.
    ///
    /// # Errors
    ///
    /// When no other thread can begin. What is wrong in the folder is part of the reading.
    pub(super) async fn read(root: PathBuf, settings: Settings, earlier: Arc<Memory>) -> Result<Self, Trouble> {
        let (jobs, questions) = mpsc::channel();
        let (ready, read) = oneshot::channel();
        let work = move || work(&root, settings, &earlier, ready, &questions);
        let begun = thread::Builder::new().name("lettura".to_owned()).stack_size(STACK).spawn(work);
        let advice = "chiudere altri programmi e ripetere il comando";
        begun.trouble(|| "il sistema non lascia leggere la cartella".to_owned(), advice)?;
        let read = read.await.trouble(|| "la cartella non si è potuta leggere".to_owned(), advice)?;
        Ok(Self { jobs, has_site: read.has_site, fingerprint: read.fingerprint, memory: read.memory })
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
    root: &Path,
    settings: Settings,
    earlier: &Memory,
    ready: oneshot::Sender<Read>,
    questions: &mpsc::Receiver<Job>,
) {
    let annex = CheckedAnnex::read_after(root, earlier, settings);
    let memory = annex.as_ref().map(|annex| Arc::clone(annex.memory())).unwrap_or_default();
    let publication = annex.as_ref().map_or(Ok(None), |annex| annex.publication(None));
    let published = publication.as_ref().ok().and_then(Option::as_ref);
    let files =
        published.map(|published| PublishedFiles::of(published, &PdfSource::None, &WordSource::None)).transpose();
    let made = published.zip(files.as_ref().ok().and_then(Option::as_ref));
    let outputs = made.map(|(published, files)| SiteOutputs::new(published, files)).transpose();
    let site = outputs.as_ref().ok().and_then(Option::as_ref).map(SiteFiles::new);
    let stopped = publication.as_ref().err().or(files.as_ref().err()).or(outputs.as_ref().err());
    let bench = Bench::new(root, settings, annex.as_ref(), site.as_ref(), stopped);
    // Whoever waited may be gone.
    let _ = ready.send(Read { has_site: bench.site.is_some(), fingerprint: bench.fingerprint(), memory });
    for question in questions {
        question(&bench);
    }
}
