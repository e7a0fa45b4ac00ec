//! A long work as it is seen from outside: what is being done, how far it has come, and whether it is to stop.
//!
//! Owns what whoever works says of it and what whoever waits asks of it. Knows nothing of what the work is.

use crate::trouble::Trouble;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// A long work.
#[derive(Default)]
pub struct Work {
    stopped: AtomicBool,
    stage: Mutex<Stage>,
    /// Called when there is more to be told.
    bell: Option<Box<dyn Fn() + Send + Sync>>,
}

/// What is being done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// In Italian: `Si scrive il sito`.
    pub words: String,
    /// How many pieces of it are done.
    pub done: usize,
    /// How many there are; 0 = that is not known.
    pub all: usize,
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work")
            .field("stopped", &self.is_stopped())
            .field("stage", &self.stage())
            .finish_non_exhaustive()
    }
}

impl Work {
    /// A work whose steps somebody wants to hear of.
    pub fn heard_by(bell: impl Fn() + Send + Sync + 'static) -> Self {
        Self { bell: Some(Box::new(bell)), ..Self::default() }
    }

    /// Says what is begun, and of how many pieces it consists.
    pub fn begin(&self, words: impl Into<String>, all: usize) {
        *self.stage.lock().unwrap_or_else(PoisonError::into_inner) = Stage { words: words.into(), done: 0, all };
        self.ring();
    }

    /// Says that a piece is done.
    pub fn step(&self) {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner).done += 1;
        self.ring();
    }

    /// What is being done now.
    pub fn stage(&self) -> Stage {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks it to stop.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        self.ring();
    }

    /// Whether it is to stop.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    /// Lets the work go on.
    ///
    /// # Errors
    ///
    /// When it is to stop.
    pub fn go_on(&self) -> Result<(), Trouble> {
        if self.is_stopped() {
            return Err(Trouble::new("fermato prima della fine", "ciò che c'era prima non è stato toccato"));
        }
        Ok(())
    }

    fn ring(&self) {
        if let Some(bell) = &self.bell {
            bell();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;

    #[test]
    fn each_step_is_heard_and_a_stopped_work_does_not_go_on() {
        let heard = Arc::new(AtomicUsize::new(0));
        let ear = Arc::clone(&heard);
        let work = Work::heard_by(move || {
            ear.fetch_add(1, Ordering::SeqCst);
        });
        work.begin("Si scrive", 2);
        work.step();
        assert_eq!(work.stage(), Stage { words: "Si scrive".to_owned(), done: 1, all: 2 });
        assert!(work.go_on().is_ok());
        work.stop();
        assert!(work.go_on().is_err() && heard.load(Ordering::SeqCst) == 3);
    }
}
