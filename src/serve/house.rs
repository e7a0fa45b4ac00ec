use super::Options;
use super::key::Key;
use super::version::{Bell, Legacy, Step, Version};
use crate::check::Settings;
use crate::trouble::Trouble;
use crate::workbench::Bench;
use crate::workbench::{Progress, Session, Surroundings};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::Duration;
use tokio::sync::{Mutex as AsyncMutex, watch};
use tokio::time::{sleep, timeout};

/// How long a work that is stopped may take to end.
const LAST_WORK: Duration = Duration::from_secs(5);

/// How long it is waited for a session that a page is being made of.
const BUSY: Duration = Duration::from_millis(10);

/// How long it is waited at most for the reading that follows one that was given up.
const NEXT: Duration = Duration::from_secs(30);

/// What every connection shares.
pub(super) struct House {
    pub(super) root: PathBuf,
    pub(super) settings: Settings,
    pub(super) key: Key,
    pub(super) port: u16,
    /// What was done since the start, to be undone.
    pub(super) session: Arc<Mutex<Session>>,
    readings: Mutex<Readings>,
    /// One change, and one reading of the folder, at a time.
    turn: AsyncMutex<()>,
    changed: Arc<watch::Sender<u64>>,
    /// Changes with each step of a long work.
    progress: Arc<watch::Sender<u64>>,
    stop: watch::Sender<bool>,
}

/// The last reading, and the last of which a site could be made.
#[derive(Clone)]
pub(super) struct Readings {
    pub(super) latest: Arc<Version>,
    pub(super) good: Option<Arc<Version>>,
}

impl House {
    /// Reads the folder for the first time.
    pub(super) async fn open(options: &Options, key: Key, port: u16) -> Result<Self, Trouble> {
        let changed = Arc::new(watch::Sender::new(0));
        let bell = teller(&changed);
        let latest = Version::read(options.root.clone(), options.settings, Legacy::default(), bell).await?;
        let latest = Arc::new(latest);
        let progress = Arc::new(watch::Sender::new(0));
        let told = Arc::clone(&progress);
        let bell = Arc::new(move || told.send_modify(|number| *number += 1));
        let good = latest.has_site.then(|| Arc::clone(&latest));
        Ok(Self {
            root: options.root.clone(),
            settings: options.settings,
            key,
            port,
            session: Arc::new(Mutex::new(Session::within(Surroundings { bell: Some(bell), opener: options.opener }))),
            progress,
            readings: Mutex::new(Readings { latest, good }),
            turn: AsyncMutex::new(()),
            changed,
            stop: watch::Sender::new(false),
        })
    }

    /// The readings as they are now.
    pub(super) fn readings(&self) -> Readings {
        self.readings.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the folder again because some of its files changed, or something of which it is not known what; not where the last reading
    /// says already what they say now, as it does of what was written here.
    pub(super) async fn refresh(&self, changed: Option<Vec<PathBuf>>) {
        let turn = self.turn.lock().await;
        if !self.knows(changed).await {
            self.read_again().await;
        }
        drop(turn);
    }

    async fn knows(&self, changed: Option<Vec<PathBuf>>) -> bool {
        let Some(changed) = changed else { return false };
        self.readings().latest.ask_of_site(move |bench| bench.says(&changed)).await == Some(true)
    }

    /// Does something to the folder as it is on the disk now, while nobody else does, and then reads it again if that says so.
    pub(super) async fn alone<T>(&self, work: impl AsyncFnOnce() -> (T, bool)) -> T {
        let turn = self.turn.lock().await;
        if self.readings().latest.ask_of_site(|bench| !bench.is_current()).await.unwrap_or(true) {
            self.read_again().await;
        }
        let (done, changed) = work().await;
        if changed {
            self.read_again().await;
        }
        drop(turn);
        done
    }

    /// Reads the folder again; where that cannot begin, the last reading stays.
    async fn read_again(&self) {
        let earlier = self.readings().latest;
        earlier.abandon();
        let (earlier, bell) = (earlier.legacy(), teller(&self.changed));
        let Ok(version) = Version::read(self.root.clone(), self.settings, earlier, bell).await else { return };
        let version = Arc::new(version);
        {
            let mut readings = self.readings.lock().unwrap_or_else(PoisonError::into_inner);
            if version.has_site {
                readings.good = Some(Arc::clone(&version));
            }
            readings.latest = version;
        }
        self.changed.send_modify(|number| *number += 1);
    }

    /// Asks the last reading for something once all that the rules find is known; where a newer one begins meanwhile, that one is asked.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        question: impl Fn(&Bench<'_>) -> T + Clone + Send + 'static,
    ) -> Option<T> {
        let mut changes = self.changes();
        loop {
            changes.mark_unchanged();
            let latest = self.readings().latest;
            if let Some(answer) = latest.ask(question.clone()).await {
                return Some(answer);
            }
            if Arc::ptr_eq(&latest, &self.readings().latest) {
                timeout(NEXT, changes.changed()).await.ok()?.ok()?;
            }
        }
    }

    /// Tells of each new reading, and of what is known later of it.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// Tells of each step of a long work.
    pub(super) fn steps(&self) -> watch::Receiver<u64> {
        self.progress.subscribe()
    }

    /// How far the long work is; `None` where none was begun.
    pub(super) async fn progress(&self) -> Option<Progress> {
        self.look(Session::progress).await
    }

    /// Looks at the session when no page is made of it: the thread of the connections waits for none.
    async fn look<T>(&self, look: fn(&Session) -> T) -> T {
        loop {
            match self.session.try_lock() {
                Ok(session) => return look(&session),
                Err(TryLockError::Poisoned(session)) => return look(&session.into_inner()),
                Err(TryLockError::WouldBlock) => {}
            }
            sleep(BUSY).await;
        }
    }

    /// Stops the long work, and waits until it has left everything as it was; for a while, as nothing is lost by it.
    pub(super) async fn work_ended(&self) {
        let mut steps = self.steps();
        let ended = async {
            self.look(Session::stop_work).await;
            while self.progress().await.is_some_and(|progress| progress.is_running) {
                let _ = steps.changed().await;
            }
        };
        let _ = timeout(LAST_WORK, ended).await;
    }

    /// Closes the workbench.
    pub(super) fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// Waits until it closes.
    pub(super) async fn stopped(&self) {
        let mut stop = self.stop.subscribe();
        // The sender lives as long as the house.
        let _ = stop.wait_for(|stop| *stop).await;
    }
}

/// Tells those who listen of what is known later of a reading.
fn teller(changed: &Arc<watch::Sender<u64>>) -> Bell {
    let changed = Arc::clone(changed);
    Arc::new(move |step| {
        if step != Step::Checking {
            changed.send_modify(|number| *number += 1);
        }
    })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a folder of the tests' own")]
mod tests {
    use super::*;
    use crate::model::{BodyKind, Date};
    use crate::scaffold;

    #[test]
    fn what_the_last_reading_says_already_is_not_read_again() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        scaffold::create(folder.path(), BodyKind::default()).expect("the starter");
        let settings = Settings { today: Date::parse("2026-01-15").expect("a day"), waivers: true };
        let options = Options { root: folder.path().to_owned(), settings, port: Some(0), opener: None };
        let path = folder.path().join("data").join(scaffold::EDITION).join("edizione.yaml");
        let edit = |from: &str, to: &str| {
            let text = std::fs::read_to_string(&path).expect("the file");
            assert!(text.contains(from), "{text}");
            std::fs::write(&path, text.replacen(from, to, 1)).expect("written");
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let house = House::open(&options, Key::new().expect("a key"), 0).await.expect("a reading");
            let first = house.readings().latest;
            let is_first = || Arc::ptr_eq(&first, &house.readings().latest);
            house.refresh(Some(vec![path.clone()])).await;
            assert!(is_first(), "the file says what was read");
            house.refresh(Some(vec![path.clone(), path.with_file_name("nuovo.yaml")])).await;
            assert!(!is_first(), "another file may be there");
            let second = house.readings().latest;
            house.refresh(None).await;
            assert!(!Arc::ptr_eq(&second, &house.readings().latest), "anything may have changed");
            let third = house.readings().latest;
            edit("titolo: ", "titolo: Nuova ");
            house.refresh(Some(vec![path.clone()])).await;
            assert!(!Arc::ptr_eq(&third, &house.readings().latest), "the file says something else");
        });
    }
}
