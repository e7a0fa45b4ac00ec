use super::plain_words::of_trouble;
use crate::check::Settings;
use crate::trouble::Trouble;
use crate::work::{Stage, Work};
use crate::year::{Made, Product, publish};
use rayon::ThreadPoolBuilder;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How much each thread of a job may put on its stack, in bytes; templates and data nest.
const STACK: usize = 32 * 1024 * 1024;

/// A long work that was begun at the workbench, on a thread of its own. There is one at a time.
#[derive(Debug)]
pub(super) struct Job {
    /// What it makes.
    pub(super) product: Product,
    /// Tells the data as they were when it began.
    pub(super) reading: String,
    work: Arc<Work>,
    end: Arc<Mutex<Option<End>>>,
}

/// What was made, or why nothing was, in a sentence.
pub(super) type End = Result<Made, String>;

/// What can be seen of a job at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Whether it goes on.
    pub is_running: bool,
}

impl Job {
    /// Begins to make something of a folder, of which `reading` tells what it says now.
    ///
    /// # Errors
    ///
    /// When no thread can begin.
    pub(super) fn begin(
        root: PathBuf,
        settings: Settings,
        (product, reading): (Product, String),
        bell: Arc<dyn Fn() + Send + Sync>,
    ) -> Result<Self, Trouble> {
        let end = Arc::new(Mutex::new(None));
        let heard = Arc::clone(&bell);
        let work = Arc::new(Work::heard_by(move || heard()));
        work.begin("Si comincia", 0);
        let (working, ending) = (Arc::clone(&work), Ending { end: Arc::clone(&end), bell });
        let refused =
            || Trouble::new("il sistema non lascia cominciare altri lavori", "chiudere altri programmi, e riprovare");
        // A pool of its own: while its threads wait for converters, those of the pages and of the readings of the folder do not.
        let pool = ThreadPoolBuilder::new().stack_size(STACK).build().map_err(|_| refused())?;
        let run = move || ending.come(pool.install(|| publish(&root, settings, product, &working)));
        let begun = thread::Builder::new().name("lavoro".to_owned()).spawn(run);
        begun.map_err(|_| refused())?;
        Ok(Self { product, reading, work, end })
    }

    /// Asks it to stop.
    pub(super) fn stop(&self) {
        self.work.stop();
    }

    /// Whether it was asked to.
    pub(super) fn is_stopped(&self) -> bool {
        self.work.is_stopped()
    }

    /// What can be seen of it.
    pub(super) fn progress(&self) -> Progress {
        Progress { stage: self.work.stage(), is_running: self.end().is_none() }
    }

    /// How it ended; `None` as long as it goes on.
    pub(super) fn end(&self) -> Option<End> {
        self.end.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Says that a job has ended, however that comes.
struct Ending {
    end: Arc<Mutex<Option<End>>>,
    bell: Arc<dyn Fn() + Send + Sync>,
}

impl Ending {
    fn come(&self, result: Result<Made, Trouble>) {
        let result = result.map_err(|trouble| of_trouble(&trouble));
        *self.end.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        // A thread that ends without a word has met a defect: nobody must wait for it for ever.
        end.get_or_insert_with(|| {
            Err("Il lavoro si è interrotto: riprovare; se succede ancora, è un difetto del programma.".to_owned())
        });
        drop(end);
        (self.bell)();
    }
}
