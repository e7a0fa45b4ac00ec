//! `piao build --all`: the sites of many folders in one run, several at a time, none hindered by the faults of another.

use super::arguments::{Build, Folder};
use super::progress::during;
use super::streams::{tell, tell_text};
use super::voice::Voice;
use super::{Outcome, STACK, build};
use crate::load::annex_folders;
use crate::trouble::Trouble;
use crate::write::MARKER;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, available_parallelism};

/// Builds the site of every folder below `above` that holds `data/`.
pub(super) fn run(options: &Build, above: &Path) -> Result<Outcome, Trouble> {
    let roots = annex_folders(above, MARKER)?;
    let sites: Vec<Site> = roots.into_iter().map(|root| Site::of(options, above, root)).collect();
    let mut count = Count::default();
    let next = AtomicUsize::new(0);
    let pools = pools(sites.len());
    let (done, told) = channel();
    thread::scope(|scope| {
        let mut workers = 0;
        for pool in &pools {
            let (sites, next, done) = (&sites, &next, done.clone());
            let worker = move || work(options, sites, next, Some(pool), &done);
            workers += usize::from(thread::Builder::new().spawn_scoped(scope, worker).is_ok());
        }
        if workers == 0 {
            work(options, &sites, &next, None, &done);
        }
        drop(done);
        during("Si generano i siti", || tell_in_order(&told, &mut count));
    });
    tell!("{}", count.sentence());
    Ok(count.outcome())
}

/// A folder and where its site goes.
struct Site {
    folder: Folder,
    target: PathBuf,
}

impl Site {
    /// Into its own `public`, or below `--out` at the same path as below `above`.
    fn of(options: &Build, above: &Path, root: PathBuf) -> Self {
        let below = root.strip_prefix(above).unwrap_or(&root);
        let target = options.out.as_ref().map_or_else(|| root.join("public"), |out| out.join(below));
        Self { target, folder: Folder { root, today: options.folder.today.clone() } }
    }
}

/// How the build of one folder ended, and all that it said.
struct Told {
    ended: Result<Outcome, ()>,
    text: String,
}

/// The pools in which folders are built: one a folder at a time, together with as many threads as the machine has at once. Folders do
/// not share one, as a thread that waits for a piece of its folder would begin another one.
fn pools(folders: usize) -> Vec<ThreadPool> {
    let threads = available_parallelism().map_or(1, usize::from);
    let pools = threads.min(folders);
    let pool = |_| ThreadPoolBuilder::new().stack_size(STACK).num_threads(threads.div_ceil(pools.max(1))).build().ok();
    (0..pools).map_while(pool).collect()
}

/// Builds the next folder that nobody has begun, until there is none.
fn work(options: &Build, sites: &[Site], next: &AtomicUsize, pool: Option<&ThreadPool>, done: &Sender<(usize, Told)>) {
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let Some(site) = sites.get(number) else { return };
        let told = match pool {
            Some(pool) => pool.install(|| built(options, site)),
            None => built(options, site),
        };
        // Whoever listens does so until the last of them has spoken.
        let _ = done.send((number, told));
    }
}

fn built(options: &Build, site: &Site) -> Told {
    let mut voice = Voice::gathered(&site.folder.root);
    let ended = build::site(options, &site.folder, &site.target, &mut voice).map_err(|trouble| {
        voice.say(format_args!("errore: {trouble}"));
        if !trouble.advice().is_empty() {
            voice.say(format_args!("aiuto: {}", trouble.advice()));
        }
    });
    Told { ended, text: voice.text().to_owned() }
}

/// Tells what was said of each folder, in the order of the folders, as soon as all before it have ended.
fn tell_in_order(told: &Receiver<(usize, Told)>, count: &mut Count) {
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (number, told) in told {
        early.insert(number, told);
        while let Some(told) = early.remove(&next) {
            tell_text(&told.text);
            count.add(told.ended);
            next += 1;
        }
    }
}

/// How many folders ended in which way.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    written: usize,
    unchanged: usize,
    faulty: usize,
    failed: usize,
}

impl Count {
    fn add(&mut self, ended: Result<Outcome, ()>) {
        match ended {
            Ok(Outcome::Done) => self.written += 1,
            Ok(Outcome::Unchanged) => self.unchanged += 1,
            Ok(Outcome::Faulty) => self.faulty += 1,
            Ok(Outcome::Failed) | Err(()) => self.failed += 1,
        }
    }

    /// The worst of all.
    fn outcome(&self) -> Outcome {
        match self {
            Self { failed: 1.., .. } => Outcome::Failed,
            Self { faulty: 1.., .. } => Outcome::Faulty,
            _ => Outcome::Done,
        }
    }

    /// One line: `3 cartelle: 1 sito scritto, 1 con errori nei dati, 1 non generato.`
    fn sentence(&self) -> String {
        let all = self.written + self.unchanged + self.faulty + self.failed;
        let folders = if all == 1 { "cartella" } else { "cartelle" };
        let mut parts = vec![match self.written {
            0 => "nessun sito scritto".to_owned(),
            1 => "1 sito scritto".to_owned(),
            number => format!("{number} siti scritti"),
        }];
        if self.unchanged > 0 {
            parts.push(format!("{} in cui nulla è cambiato", self.unchanged));
        }
        if self.faulty > 0 {
            parts.push(format!("{} con errori nei dati", self.faulty));
        }
        if self.failed > 0 {
            let (is, ending) = if self.failed == 1 { ("è", 'a') } else { ("sono", 'e') };
            parts.push(format!("{} che non si {is} potut{ending} generare", self.failed));
        }
        format!("{all} {folders}: {}.", parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_decides_and_counts_agree_in_number() {
        let count = |written, faulty, failed| Count { written, unchanged: 0, faulty, failed };
        for (count, outcome, sentence) in [
            (count(1, 0, 0), Outcome::Done, "1 cartella: 1 sito scritto."),
            (count(2, 1, 0), Outcome::Faulty, "3 cartelle: 2 siti scritti, 1 con errori nei dati."),
            (
                count(0, 1, 1),
                Outcome::Failed,
                "2 cartelle: nessun sito scritto, 1 con errori nei dati, 1 che non si è potuta generare.",
            ),
            (count(1, 0, 2), Outcome::Failed, "3 cartelle: 1 sito scritto, 2 che non si sono potute generare."),
        ] {
            assert_eq!((count.outcome(), count.sentence().as_str()), (outcome, sentence));
        }
    }
}
