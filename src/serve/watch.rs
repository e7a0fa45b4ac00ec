use super::house::House;
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

/// How long the files must be still before they are read again: an editor writes in several steps.
const QUIET: Duration = Duration::from_millis(25);

/// How long it is waited for that at most.
const MOST: Duration = Duration::from_millis(250);

/// How often files are looked at where the system tells nothing.
const POLL: Duration = Duration::from_secs(2);

/// The folders of an administration that hold what is read.
const FOLDERS: [&str; 3] = ["data", "content", "themes"];

type Eye = Arc<Mutex<Box<dyn Watcher + Send>>>;

/// What was seen to change since it was last asked.
#[derive(Debug, Default)]
struct Seen {
    paths: BTreeSet<PathBuf>,
    /// Whether something changed of which it is not known what.
    more: bool,
}

impl Seen {
    /// Adds what an event tells; whether that is something that is read.
    fn add(&mut self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else {
            self.more = true;
            return true;
        };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        let count = self.paths.len();
        self.more |= event.paths.is_empty();
        self.paths.extend(event.paths.iter().filter(|path| is_read(path)).cloned());
        event.paths.is_empty() || self.paths.len() > count
    }

    /// The files that changed; `None` where that is not known.
    fn take(&mut self) -> Option<Vec<PathBuf>> {
        let Self { paths, more } = std::mem::take(self);
        (!more).then(|| paths.into_iter().collect())
    }
}

/// The watch over the files of the folder; dropping it ends it.
pub(super) struct Watch {
    task: JoinHandle<()>,
}

impl Watch {
    /// Watches the folder, and has it read again when something in it changes.
    pub(super) fn begin(root: &Path, house: Arc<House>) -> Self {
        let root = if root.as_os_str().is_empty() { PathBuf::from(".") } else { root.to_owned() };
        let (sign, mut signs) = mpsc::channel::<()>(1);
        let seen = Arc::new(Mutex::new(Seen::default()));
        let eye = eye(&sign, &seen).map(|eye| Arc::new(Mutex::new(eye)));
        if let Some(eye) = &eye {
            look(eye, &root);
        }
        let task = tokio::spawn(async move {
            while signs.recv().await.is_some() {
                let settle = async {
                    while timeout(QUIET, signs.recv()).await.is_ok() {
                        sleep(QUIET / 5).await;
                    }
                };
                let _ = timeout(MOST, settle).await;
                // Folders that came, or took the place of others, are watched too.
                if let Some(eye) = &eye {
                    look(eye, &root);
                }
                let changed = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
                house.refresh(changed).await;
            }
        });
        Self { task }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Watches what there is; what cannot be watched is read when it is asked for.
fn look(eye: &Eye, root: &Path) {
    let mut eye = eye.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = eye.watch(root, RecursiveMode::NonRecursive);
    for folder in FOLDERS {
        let _ = eye.watch(&root.join(folder), RecursiveMode::Recursive);
    }
}

/// What sees changes: the system, or looking again and again.
fn eye(sign: &mpsc::Sender<()>, seen: &Arc<Mutex<Seen>>) -> Option<Box<dyn Watcher + Send>> {
    let system = RecommendedWatcher::new(teller(sign, seen), Config::default());
    if let Ok(system) = system {
        return Some(Box::new(system));
    }
    let poll = PollWatcher::new(teller(sign, seen), Config::default().with_poll_interval(POLL));
    poll.ok().map(|poll| Box::new(poll) as Box<dyn Watcher + Send>)
}

fn teller(sign: &mpsc::Sender<()>, seen: &Arc<Mutex<Seen>>) -> impl Fn(notify::Result<Event>) + Send + 'static {
    let (sign, seen) = (sign.clone(), Arc::clone(seen));
    move |event| {
        if seen.lock().unwrap_or_else(PoisonError::into_inner).add(&event) {
            // One that waits to be seen speaks for all.
            let _ = sign.try_send(());
        }
    }
}

/// Whether a file can be one of those that are read: not one that an editor keeps beside it for a while.
fn is_read(path: &Path) -> bool {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    let ending = path.extension().map(OsStr::to_string_lossy).unwrap_or_default();
    let passing = ["swp", "swx", "tmp", "bak", "part"].contains(&ending.as_ref());
    !(passing || name.starts_with('.') || name.starts_with('#') || name.ends_with('~'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_keep_beside_a_file_is_not_read() {
        for passing in [
            ".processi.yaml.swp",
            "processi.yaml~",
            "#processi.yaml#",
            ".#processi.yaml",
            "processi.yaml.tmp",
            ".piao-0123",
        ] {
            assert!(!is_read(Path::new(passing)), "{passing}");
        }
        for read in ["processi.yaml", "01-premessa.md", "data", "stemma.png"] {
            assert!(is_read(Path::new(read)), "{read}");
        }
    }
}
