//! What the thread of a reading does: it reads the folder, shows the site, lets the rules speak meanwhile, and then makes the open data.
//!
//! The rules that can keep a site from being made speak first, so that every page that is shown is one that a build would write.

use super::version::{Bell, Job, Legacy, Question, Read, STACK, State, Step};
use crate::check::Settings;
use crate::diagnostic::Finding;
use crate::publish::{CheckedAnnex, PdfSource, Publication, PublishedFiles, ReadAnnex, SiteOutputs, WordSource};
use crate::trouble::Trouble;
use crate::workbench::{Bench, SiteFiles};
use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;

/// How long nobody must have asked for a page before the rules begin: who has a page open asks for it at once.
const HEAD_START: Duration = Duration::from_millis(100);

/// How long nobody must have asked for anything before what can wait is made.
const QUIET: Duration = Duration::from_millis(200);

/// How often it is looked whether something is done.
const LOOK: Duration = Duration::from_millis(10);

/// What became of the rules of a reading.
enum Rules {
    /// All that they found.
    Spoke(Vec<Finding>),
    /// A newer reading began meanwhile.
    Stopped,
    /// Nobody can ask any more.
    Unheard,
}

/// A reading under way.
pub(super) struct Reading<'r> {
    root: &'r Path,
    settings: Settings,
    earlier: &'r Legacy,
    state: &'r State,
    bell: &'r Bell,
    questions: &'r Receiver<Question>,
    /// Those that wait for what the rules find.
    waiting: RefCell<Vec<Job>>,
}

/// What the rules found that readers have not been told yet, and the files that were made meanwhile.
struct Untold {
    findings: Vec<Finding>,
    files: Option<PublishedFiles>,
}

impl<'r> Reading<'r> {
    pub(super) fn new(
        (root, settings): (&'r Path, Settings),
        earlier: &'r Legacy,
        (state, bell): (&'r State, &'r Bell),
        questions: &'r Receiver<Question>,
    ) -> Self {
        Self { root, settings, earlier, state, bell, questions, waiting: RefCell::default() }
    }

    /// Reads, then answers until nobody can ask any more.
    pub(super) fn work(&self, ready: oneshot::Sender<Read>) {
        let mut read = match ReadAnnex::after(self.root, &self.earlier.memory) {
            Ok(read) => read,
            Err(trouble) => return self.unreadable(&trouble, ready),
        };
        let Some(acceptances) = &self.earlier.acceptances else {
            let findings = read.findings(self.settings, &|| true).unwrap_or_default();
            read.tell(&findings);
            self.round(&Arc::new(read), Some(findings), None, Some(ready));
            return;
        };
        read.foresee(acceptances);
        let mut read = Arc::new(read);
        let untold = self.round(&read, None, None, Some(ready));
        if let Some((Untold { findings, files }, read_alone)) = untold.zip(Arc::get_mut(&mut read)) {
            read_alone.tell(&findings);
            self.round(&read, Some(findings), files, None);
        }
    }

    /// The folder cannot be read: that is all that there is to say.
    fn unreadable(&self, trouble: &Trouble, ready: oneshot::Sender<Read>) {
        let bench = Bench::new(self.root, self.settings, Err(trouble), None, None);
        self.state.checked(Vec::new());
        let _ = ready.send(Read { has_site: false, fingerprint: bench.fingerprint(), memory: Arc::default() });
        self.answer(&bench);
    }

    /// Shows what was read until nobody can ask any more, or until readers are to be told of other acceptances than they are. The findings
    /// are those that are known already; where they are not, the rules speak while pages are shown.
    fn round(
        &self,
        read: &Arc<ReadAnnex>,
        known: Option<Vec<Finding>>,
        files: Option<PublishedFiles>,
        ready: Option<oneshot::Sender<Read>>,
    ) -> Option<Untold> {
        let is_checked = known.is_some();
        let annex = CheckedAnnex::of(Arc::clone(read), known.unwrap_or_else(|| read.errors(self.settings)));
        let publication = annex.publication(None);
        let published = publication.as_ref().ok().and_then(Option::as_ref);
        let foreseen = published
            .filter(|_| files.is_none())
            .and_then(|published| PublishedFiles::foreseen(published, &self.earlier.data));
        let is_foreseen = foreseen.is_some();
        let files = match published {
            Some(published) => files.or(foreseen).map_or_else(|| made(published), Ok).map(Some),
            None => Ok(None),
        };
        let outputs = published.zip(files.as_ref().ok().and_then(Option::as_ref));
        let outputs = outputs.map(|(published, files)| SiteOutputs::new(published, files)).transpose();
        let site = outputs.as_ref().ok().and_then(Option::as_ref).map(|outputs| SiteFiles::new(outputs, is_foreseen));
        let stopped = publication.as_ref().err().or(files.as_ref().err()).or(outputs.as_ref().err());
        let bench = Bench::new(self.root, self.settings, Ok(&annex), site.as_ref(), stopped);
        if is_checked {
            self.state.checked(read.acceptances());
        }
        if let Some(ready) = ready {
            let (has_site, fingerprint, memory) = (site.is_some(), bench.fingerprint(), Arc::clone(read.memory()));
            // Whoever waited may be gone.
            let _ = ready.send(Read { has_site, fingerprint, memory });
        }
        let whole = files.as_ref().ok().and_then(Option::as_ref).filter(|_| !is_foreseen);
        let later = published.filter(|_| is_foreseen);
        if is_checked {
            self.tell(Step::Checked);
            self.rest(bench, later, whole);
            return None;
        }
        let findings = match self.check(&bench, read) {
            Rules::Spoke(findings) => findings,
            Rules::Stopped => {
                self.rest(bench, later, whole);
                return None;
            }
            Rules::Unheard => return None,
        };
        if !read.tells(&findings) {
            let files = files.ok().flatten().filter(|_| !is_foreseen);
            return Some(Untold { findings, files });
        }
        let annex = CheckedAnnex::of(Arc::clone(read), findings);
        let bench = Bench::new(self.root, self.settings, Ok(&annex), site.as_ref(), stopped);
        self.state.checked(read.acceptances());
        self.tell(Step::Checked);
        self.rest(bench, later, whole);
        None
    }

    /// All that the rules find, while pages are shown.
    fn check(&self, bench: &Bench<'_>, read: &ReadAnnex) -> Rules {
        if self.until_quiet(bench, HEAD_START, true).is_none() {
            return Rules::Unheard;
        }
        let (settings, state, bell) = (self.settings, self.state, self.bell);
        let found = self.meanwhile(bench, move || {
            bell(Step::Checking);
            read.findings(settings, &|| !state.is_abandoned())
        });
        found.map_or(Rules::Unheard, |findings| findings.map_or(Rules::Stopped, Rules::Spoke))
    }

    /// Answers until nobody can ask any more, and makes on the way what is made `later`; `whole` are the files if they are made.
    fn rest(&self, bench: Bench<'_>, later: Option<&Publication<'_>>, whole: Option<&PublishedFiles>) {
        if let Some(files) = whole {
            self.state.keep(files.data());
        }
        self.answer_waiting(&bench);
        let made = later.and_then(|published| {
            self.until_quiet(&bench, QUIET, false)?;
            let files = self.meanwhile(&bench, || made(published))?.ok()?;
            Some((published, files))
        });
        if let Some((published, files)) = &made {
            self.state.keep(files.data());
            if let Ok(outputs) = SiteOutputs::new(published, files) {
                let site = SiteFiles::new(&outputs, false);
                let bench = bench.with_site(&site);
                self.tell(Step::Whole);
                self.answer(&bench);
                return;
            }
        }
        self.answer(&bench);
    }

    fn tell(&self, step: Step) {
        (self.bell)(step);
    }

    /// Answers until nobody can ask any more.
    fn answer(&self, bench: &Bench<'_>) {
        self.answer_waiting(bench);
        while let Ok(question) = self.questions.recv() {
            self.take(bench, question);
            self.answer_waiting(bench);
        }
    }

    /// Answers what waited for all that the rules find, or lets it go where they were stopped.
    fn answer_waiting(&self, bench: &Bench<'_>) {
        for job in self.waiting.take() {
            if self.state.is_checked() {
                job(bench);
            }
        }
    }

    fn take(&self, bench: &Bench<'_>, question: Question) {
        match question {
            Question::Site(job) => job(bench),
            Question::Findings(job) => self.waiting.borrow_mut().push(job),
        }
    }

    /// Answers until nobody has asked for anything for a moment, or until somebody waits for what the rules find, if these are next;
    /// `None` if nobody can ask any more.
    fn until_quiet(&self, bench: &Bench<'_>, quiet: Duration, rules_are_next: bool) -> Option<()> {
        while !rules_are_next || self.waiting.borrow().is_empty() {
            match self.questions.recv_timeout(quiet) {
                Ok(question) => self.take(bench, question),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            if !rules_are_next {
                self.answer_waiting(bench);
            }
        }
        Some(())
    }

    /// Goes on answering while something is done on another thread; `None` if nobody can ask any more, or it could not be done.
    fn meanwhile<T: Send>(&self, bench: &Bench<'_>, make: impl FnOnce() -> T + Send) -> Option<T> {
        thread::scope(|scope| {
            let making = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, make).ok()?;
            while !making.is_finished() {
                match self.questions.recv_timeout(LOOK) {
                    Ok(question) => self.take(bench, question),
                    Err(RecvTimeoutError::Timeout) => {}
                    // The rules need not go on for nobody.
                    Err(RecvTimeoutError::Disconnected) => {
                        self.state.abandon();
                        return None;
                    }
                }
                if self.state.is_settled() {
                    self.answer_waiting(bench);
                }
            }
            making.join().ok()
        })
    }
}

/// The files beside the pages, as a site without papers has them.
fn made(publication: &Publication<'_>) -> Result<PublishedFiles, Trouble> {
    PublishedFiles::of(publication, &PdfSource::None, &WordSource::None)
}
