//! Requests to end (Ctrl-C, a closed terminal, a shutdown) while converters run: they are stopped first, and the command ends as after
//! any other trouble, so that nothing of it is left. At every other moment such a request ends the program at once, as ever.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

static REQUESTS: LazyLock<Requests> = LazyLock::new(Requests::watch);

struct Requests {
    /// Whether one has come while a converter ran.
    come: Arc<AtomicBool>,
    /// Whether no converter runs.
    idle: Arc<AtomicBool>,
    running: Mutex<usize>,
}

impl Requests {
    fn watch() -> Self {
        let (come, idle) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(true)));
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
            // Where they cannot be watched, they end the program as ever.
            let ends = signal_hook::flag::register_conditional_default(signal, Arc::clone(&idle));
            if ends.is_ok() {
                let _ = signal_hook::flag::register(signal, Arc::clone(&come));
            }
        }
        Self { come, idle, running: Mutex::new(0) }
    }

    fn count(&self, change: impl FnOnce(usize) -> usize) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        *running = change(*running);
        self.idle.store(*running == 0, Ordering::SeqCst);
    }
}

/// A converter runs as long as this lasts.
pub(super) struct Running(());

impl Running {
    pub(super) fn begin() -> Self {
        REQUESTS.count(|running| running + 1);
        Self(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        REQUESTS.count(|running| running.saturating_sub(1));
    }
}

/// Whether a request to end has come while a converter ran.
pub(super) fn is_asked_for() -> bool {
    REQUESTS.come.load(Ordering::SeqCst)
}
