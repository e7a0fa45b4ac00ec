//! A reading of the folder. It lives on a thread of its own, whose stack holds what was read and the pages that borrow from it; whoever
//! wants to know something sends a question there.

use super::reading::Reading;
use crate::check::Settings;
use crate::load::Memory;
use crate::open_data::File;
use crate::publish::Acceptance;
use crate::trouble::{Context, Trouble};
use crate::workbench::Bench;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tokio::sync::oneshot;

/// What is done with a reading.
pub(super) type Job = Box<dyn FnOnce(&Bench<'_>) + Send>;

/// A question.
pub(super) enum Question {
    /// Of the site, or of what keeps it from being made: it is answered as soon as the folder is read.
    Site(Job),
    /// Of all that the rules found, by which it is waited for them.
    Findings(Job),
}

/// How far a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The rules begin to speak; the site can be asked for.
    Checking,
    /// All that they found is known.
    Checked,
    /// The open data are made.
    Whole,
}

/// Who is told how far a reading is.
pub(super) type Bell = Arc<dyn Fn(Step) + Send + Sync>;

/// How much a thread may put on its stack, in bytes; templates and data nest.
pub(super) const STACK: usize = 16 * 1024 * 1024;

/// The open data of each edition.
pub(super) type Data = Arc<Vec<Vec<File>>>;

/// A reading of the folder; its thread ends when nobody holds it any more.
#[derive(Debug)]
pub(super) struct Version {
    questions: mpsc::Sender<Question>,
    /// Whether there is a site.
    pub(super) has_site: bool,
    /// Tells it from readings of other texts.
    pub(super) fingerprint: String,
    /// What the next reading need not parse again.
    memory: Arc<Memory>,
    state: Arc<State>,
}

/// What a reading and those who hold it tell each other.
#[derive(Debug, Default)]
pub(super) struct State {
    /// Whether all that the rules find is known.
    is_checked: AtomicBool,
    /// Whether a newer reading has begun: nobody needs what the rules find in this one.
    is_abandoned: AtomicBool,
    left: Mutex<Left>,
}

/// What is left to the next reading, as far as it is known.
#[derive(Clone, Debug, Default)]
struct Left {
    data: Data,
    acceptances: Option<Arc<Vec<Acceptance>>>,
}

/// What a reading leaves to the next: what need not be parsed again, the open data that are listed until the next ones are made, and the
/// acceptances that readers are told until it is known which of them hold.
#[derive(Default)]
pub(super) struct Legacy {
    pub(super) memory: Arc<Memory>,
    pub(super) data: Data,
    /// Nothing where no reading came before: the first one is shown when its acceptances are known.
    pub(super) acceptances: Option<Arc<Vec<Acceptance>>>,
}

impl State {
    fn after(earlier: &Legacy) -> Self {
        let left = Left { data: Arc::clone(&earlier.data), acceptances: earlier.acceptances.clone() };
        Self { left: Mutex::new(left), ..Self::default() }
    }

    fn with_left<T>(&self, look: impl FnOnce(&mut Left) -> T) -> T {
        look(&mut self.left.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps the open data for the next reading.
    pub(super) fn keep(&self, data: Vec<Vec<File>>) {
        self.with_left(|left| left.data = Arc::new(data));
    }

    /// All that the rules find is known, and with it what readers are told.
    pub(super) fn checked(&self, acceptances: Vec<Acceptance>) {
        self.with_left(|left| left.acceptances = Some(Arc::new(acceptances)));
        self.is_checked.store(true, Ordering::Release);
    }

    /// Whether all that the rules find is known.
    pub(super) fn is_checked(&self) -> bool {
        self.is_checked.load(Ordering::Acquire)
    }

    /// Whether it is known, or never will be.
    pub(super) fn is_settled(&self) -> bool {
        self.is_checked() || self.is_abandoned()
    }

    /// Has the rules stop.
    pub(super) fn abandon(&self) {
        self.is_abandoned.store(true, Ordering::Release);
    }

    /// Whether they are to stop.
    pub(super) fn is_abandoned(&self) -> bool {
        self.is_abandoned.load(Ordering::Acquire)
    }
}

/// What is known at once of a reading.
pub(super) struct Read {
    pub(super) has_site: bool,
    pub(super) fingerprint: String,
    pub(super) memory: Arc<Memory>,
}

impl Version {
    /// Reads the folder, after an earlier reading of it; `bell` tells of what is known later.
    ///
    /// # Errors
    ///
    /// When no other thread can begin. What is wrong in the folder is part of the reading.
    pub(super) async fn read(root: PathBuf, settings: Settings, earlier: Legacy, bell: Bell) -> Result<Self, Trouble> {
        let (questions, asked) = mpsc::channel();
        let (ready, read) = oneshot::channel();
        let state = Arc::new(State::after(&earlier));
        let known = Arc::clone(&state);
        let work = move || Reading::new((&root, settings), &earlier, (&known, &bell), &asked).work(ready);
        let begun = thread::Builder::new().name("lettura".to_owned()).stack_size(STACK).spawn(work);
        let advice = "chiudere altri programmi e ripetere il comando";
        begun.trouble(|| "il sistema non lascia leggere la cartella".to_owned(), advice)?;
        let read = read.await.trouble(|| "la cartella non si è potuta leggere".to_owned(), advice)?;
        Ok(Self { questions, has_site: read.has_site, fingerprint: read.fingerprint, memory: read.memory, state })
    }

    /// What it leaves to the next reading.
    pub(super) fn legacy(&self) -> Legacy {
        let Left { data, acceptances } = self.state.with_left(|left| left.clone());
        Legacy { memory: Arc::clone(&self.memory), data, acceptances }
    }

    /// Whether all that the rules find is known.
    pub(super) fn is_checked(&self) -> bool {
        self.state.is_checked()
    }

    /// Has its rules stop, as a newer reading begins; whoever waits for what they find gets no answer.
    pub(super) fn abandon(&self) {
        self.state.abandon();
    }

    /// Asks for something once all that the rules find is known; `None` if that could not be answered.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Bench<'_>) -> T + Send + 'static,
    ) -> Option<T> {
        self.answer(Question::Findings, question).await
    }

    /// Asks for something of the site, or of the errors that keep it from being made.
    pub(super) async fn ask_of_site<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Bench<'_>) -> T + Send + 'static,
    ) -> Option<T> {
        self.answer(Question::Site, question).await
    }

    async fn answer<T: Send + 'static>(
        &self,
        kind: fn(Job) -> Question,
        question: impl FnOnce(&Bench<'_>) -> T + Send + 'static,
    ) -> Option<T> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |bench| drop(answer.send(question(bench))));
        self.questions.send(kind(job)).ok()?;
        answered.await.ok()
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a folder of the tests' own")]
mod tests {
    use super::*;
    use crate::model::Date;
    use crate::scaffold;
    use crate::workbench::{Place, band};
    use std::sync::mpsc::Sender;
    use tempfile::TempDir;

    /// A folder as it is made at first.
    fn folder() -> TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        scaffold::create(folder.path(), crate::model::BodyKind::default()).expect("the starter");
        folder
    }

    fn edit(folder: &TempDir, file: &str, from: &str, to: &str) {
        let path = folder.path().join("data").join(scaffold::EDITION).join(file);
        let text = std::fs::read_to_string(&path).expect("the file");
        assert!(text.contains(from), "{text}");
        std::fs::write(path, text.replacen(from, to, 1)).expect("written");
    }

    async fn read(folder: &TempDir, earlier: Legacy, bell: Bell) -> Version {
        let settings = Settings { today: Date::parse("2026-01-15").expect("a day"), waivers: true };
        Version::read(folder.path().to_owned(), settings, earlier, bell).await.expect("a reading")
    }

    /// A bell that holds the rules back until it is told to let them speak.
    fn gate() -> (Bell, Sender<()>) {
        let (open, closed) = mpsc::channel();
        let closed = Mutex::new(closed);
        let bell: Bell = Arc::new(move |step| {
            if step == Step::Checking {
                let _ = closed.lock().map(|closed| closed.recv());
            }
        });
        (bell, open)
    }

    async fn page(version: &Version) -> String {
        let found = version.ask_of_site(|bench| bench.site.map(|site| site.find(&format!("/{}/", scaffold::EDITION))));
        match found.await.flatten() {
            Some(Place::Page(html)) => html,
            other => panic!("no page: {other:?}"),
        }
    }

    fn run(test: impl Future<Output = ()>) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(test);
    }

    #[test]
    fn a_page_is_shown_before_the_rules_have_spoken() {
        run(async {
            let folder = folder();
            let first = read(&folder, Legacy::default(), Arc::new(|_| ())).await;
            assert!(first.is_checked(), "the first one is shown when all is known");
            edit(&folder, "edizione.yaml", "titolo: ", "titolo: Nuova ");
            edit(&folder, "processi.yaml", "rischio: medio", "rischio: MEDIO");
            let (bell, open) = gate();
            let second = read(&folder, first.legacy(), bell).await;
            assert!(page(&second).await.contains("Nuova ") && !second.is_checked());
            open.send(()).expect("the rules wait");
            let notes = second.ask(|bench| bench.annex.map(|annex| annex.notes().len()).unwrap_or_default()).await;
            assert!(notes.is_some_and(|notes| notes > 0) && second.is_checked());
        });
    }

    #[test]
    fn what_keeps_a_site_from_being_made_is_known_before_the_rules_have_spoken() {
        run(async {
            let folder = folder();
            let first = read(&folder, Legacy::default(), Arc::new(|_| ())).await;
            edit(&folder, "processi.yaml", "smart_team: [", "smart_team: [che-non-esiste, ");
            let (bell, open) = gate();
            let second = read(&folder, first.legacy(), bell).await;
            assert!(!second.has_site && !second.is_checked());
            assert!(second.ask_of_site(band).await.is_some_and(|band| band.contains("che-non-esiste")));
            drop(open);
        });
    }

    #[test]
    fn rules_that_nobody_needs_any_more_stop() {
        run(async {
            let folder = folder();
            let first = read(&folder, Legacy::default(), Arc::new(|_| ())).await;
            edit(&folder, "edizione.yaml", "titolo: ", "titolo: Nuova ");
            let (bell, open) = gate();
            let second = read(&folder, first.legacy(), bell).await;
            let asked = second.ask(|bench| bench.site.is_some());
            second.abandon();
            open.send(()).expect("the rules wait");
            assert_eq!(asked.await, None, "a newer reading is to be asked");
            assert!(page(&second).await.contains("Nuova ") && !second.is_checked());
        });
    }
}
