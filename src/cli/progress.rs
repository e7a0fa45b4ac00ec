use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// What is over sooner is not spoken of.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the sign of life moves.
const BEAT: Duration = Duration::from_millis(120);

/// Does something, and says on a terminal what it is once it has lasted half a second; nothing of it stays there.
///
/// Whoever says lines of his own while it lasts writes over it: it is for what is done in silence.
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
        if !std::io::stderr().is_terminal() {
            return Self { stop: None, thread: None };
        }
        let (stop, stopped) = channel();
        // Where no thread can begin, nothing is shown.
        let thread = Builder::new().spawn(move || show(what, &stopped)).ok();
        Self { stop: Some(stop), thread }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
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
    while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
        bar.tick();
    }
    bar.finish_and_clear();
}
