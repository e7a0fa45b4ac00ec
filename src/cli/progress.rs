//! What lasts longer than half a second is said on a terminal while it lasts, in one way for every command.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// What is over sooner is not spoken of.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the sign of life moves.
const BEAT: Duration = Duration::from_millis(120);

/// Whether something is being waited for.
static SHOWN: AtomicBool = AtomicBool::new(false);
/// What is shown now, so that whoever says a line meanwhile is not written over.
static BAR: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// Writes lines, out of the way of what is shown.
pub(super) fn aside<T>(write: impl FnOnce() -> T) -> T {
    let bar = BAR.lock().unwrap_or_else(PoisonError::into_inner).clone();
    match bar {
        Some(bar) => bar.suspend(write),
        None => write(),
    }
}

/// Does something, and says on a terminal what it is once it has lasted half a second; nothing of it stays there.
///
/// Of one thing inside another, the outer is shown.
pub(super) fn during<T>(what: &'static str, work: impl FnOnce() -> T) -> T {
    let _shown = Shown::begin(what);
    work()
}

/// What is being done, as long as it is not dropped.
struct Shown {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Shown {
    fn begin(what: &'static str) -> Self {
        if !std::io::stderr().is_terminal() || SHOWN.swap(true, Ordering::SeqCst) {
            return Self { stop: None, thread: None };
        }
        let (stop, stopped) = channel();
        // Where no thread can begin, nothing is shown.
        let thread = Builder::new().spawn(move || show(what, &stopped)).ok();
        SHOWN.store(thread.is_some(), Ordering::SeqCst);
        Self { stop: Some(stop), thread }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
            SHOWN.store(false, Ordering::SeqCst);
        }
    }
}

fn show(what: &'static str, stopped: &Receiver<()>) {
    if stopped.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}… ({elapsed_precise})") {
        bar.set_style(style);
    }
    bar.set_message(what);
    *BAR.lock().unwrap_or_else(PoisonError::into_inner) = Some(bar.clone());
    while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
        bar.tick();
    }
    *BAR.lock().unwrap_or_else(PoisonError::into_inner) = None;
    bar.finish_and_clear();
}
