use super::intake::Intake;
use super::job::{Job, Progress};
use crate::digest::Sha256;
use crate::year::NewEdition;
use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// What was done since the workbench was opened, in order: the last of it can be undone, and what was undone done again.
#[derive(Debug, Default)]
pub struct Session {
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// From which text to which a file was led here, by their digests.
    steps: Vec<Step>,
    /// The edition that is worked on, where another than the current one was chosen.
    chosen: Option<String>,
    /// The long work that goes on, or was done last.
    job: Option<Job>,
    /// The spreadsheets that were handed in last.
    intake: Option<Intake>,
    surroundings: Surroundings,
}

/// What the workbench asks of the program that it is part of.
#[derive(Clone, Default)]
pub struct Surroundings {
    /// Called when a long work has more to tell.
    pub bell: Option<Arc<dyn Fn() + Send + Sync>>,
    /// Opens a file with the program that this machine has for it.
    pub opener: Option<fn(PathBuf)>,
}

impl fmt::Debug for Surroundings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Surroundings").field("opens", &self.opener.is_some()).finish_non_exhaustive()
    }
}

/// A text of a file that was given the place of another.
#[derive(Clone, Debug)]
struct Step {
    path: String,
    before: String,
    after: String,
}

/// One change, told in words.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    /// What was changed: `Smartabilità di 120-1-M: da «in parte» a «sì»`.
    pub(super) words: String,
    /// What it did to the files.
    pub(super) files: Vec<FileEdit>,
    /// The edition that was made; of the files there are then only those that were there before.
    pub(super) edition: Option<Arc<NewEdition>>,
    /// Whether it was decided that it stays: what was done before it is undone next.
    pub(super) stays: bool,
}

/// A file before and after a change.
#[derive(Clone, Debug)]
pub(super) struct FileEdit {
    /// Its path below the root.
    pub(super) path: String,
    /// What it said; `None` if it was not there.
    pub(super) before: Option<String>,
    /// What it says; `None` if it goes.
    pub(super) after: Option<String>,
}

impl FileEdit {
    /// The way back.
    pub(super) fn reversed(&self) -> Self {
        Self { path: self.path.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

impl Session {
    /// How many changes are kept.
    const KEPT: usize = 200;
    /// How many steps of files.
    const STEPS: usize = 2000;

    /// A session in which nothing was done yet.
    pub fn within(surroundings: Surroundings) -> Self {
        Self { surroundings, ..Self::default() }
    }

    /// Whether something made here can be opened on this machine.
    pub(super) fn opens(&self) -> bool {
        self.surroundings.opener.is_some()
    }

    /// Opens a file on this machine.
    pub(super) fn open(&self, path: PathBuf) {
        if let Some(open) = self.surroundings.opener {
            open(path);
        }
    }

    /// What a long work rings.
    pub(super) fn bell(&self) -> Arc<dyn Fn() + Send + Sync> {
        self.surroundings.bell.clone().unwrap_or_else(|| Arc::new(|| ()))
    }

    /// The long work that goes on, or was done last.
    pub(super) fn job(&self) -> Option<&Job> {
        self.job.as_ref()
    }

    /// Takes up a long work.
    pub(super) fn follow(&mut self, job: Job) {
        self.job = Some(job);
    }

    /// Takes spreadsheets in, in the place of those that were there.
    pub(super) fn take_in(&mut self, intake: Intake) {
        self.intake = Some(intake);
    }

    /// The spreadsheets that were handed in.
    pub(super) fn intake(&self) -> Option<&Intake> {
        self.intake.as_ref()
    }

    /// The same, to be decided on.
    pub(super) fn intake_mut(&mut self) -> Option<&mut Intake> {
        self.intake.as_mut()
    }

    /// Lets go of the spreadsheets that were handed in.
    pub(super) fn give_up_intake(&mut self) {
        self.intake = None;
    }

    /// How far the long work is; `None` where none was begun.
    pub fn progress(&self) -> Option<Progress> {
        self.job.as_ref().map(Job::progress)
    }

    /// Asks the long work to stop.
    pub fn stop_work(&self) {
        if let Some(job) = &self.job {
            job.stop();
        }
    }

    /// Makes an edition the one that is worked on.
    pub(super) fn choose(&mut self, edition: &str) {
        self.chosen = Some(edition.to_owned());
    }

    /// The edition that was chosen.
    pub(super) fn chosen(&self) -> Option<&str> {
        self.chosen.as_deref()
    }

    /// Remembers a change; what was undone before it can no longer be done again.
    pub(super) fn remember(&mut self, edit: Edit) {
        self.walked(&edit.files);
        self.undone.clear();
        self.done.push(edit);
        if self.done.len() > Self::KEPT {
            self.done.remove(0);
        }
    }

    fn walked(&mut self, files: &[FileEdit]) {
        let digest = |text: &Option<String>| Sha256::of(text.as_deref().unwrap_or_default().as_bytes());
        let step = |file: &FileEdit| Step {
            path: file.path.clone(),
            before: digest(&file.before),
            after: digest(&file.after),
        };
        self.steps.extend(files.iter().map(step));
        let over = self.steps.len().saturating_sub(Self::STEPS);
        self.steps.drain(..over);
    }

    /// Whether a file came from one text to another by changes made here alone.
    pub(super) fn led(&self, path: &str, from: &str, to: &str) -> bool {
        let mut reached = BTreeSet::from([from]);
        for step in self.steps.iter().filter(|step| step.path == path) {
            if reached.contains(step.before.as_str()) {
                reached.insert(&step.after);
            }
        }
        reached.contains(to)
    }

    /// What a file said before or after a change, by its digest.
    pub(super) fn text(&self, path: &str, digest: &str) -> Option<&str> {
        let files = self.done.iter().chain(&self.undone).flat_map(|edit| &edit.files);
        let texts = files.filter(|file| file.path == path).flat_map(|file| [&file.before, &file.after]);
        texts.flatten().map(String::as_str).find(|text| Sha256::of(text.as_bytes()) == digest)
    }

    /// The change that would be undone next.
    pub(super) fn last(&self) -> Option<&Edit> {
        self.done.iter().rfind(|edit| !edit.stays)
    }

    /// That this change stays.
    pub(super) fn leave(&mut self) {
        if let Some(edit) = self.done.iter_mut().rfind(|edit| !edit.stays) {
            edit.stays = true;
        }
    }

    /// The words of the change that was made last.
    pub(super) fn latest(&self) -> Option<&str> {
        self.done.last().map(|edit| edit.words.as_str())
    }

    /// The change that would be done again next.
    pub(super) fn next(&self) -> Option<&Edit> {
        self.undone.last()
    }

    /// The words of the last changes, the last first.
    pub(super) fn log(&self, most: usize) -> Vec<String> {
        self.done.iter().rev().take(most).map(|edit| edit.words.clone()).collect()
    }

    /// That the last change was undone.
    pub(super) fn went_back(&mut self) {
        let Some(at) = self.done.iter().rposition(|edit| !edit.stays) else { return };
        let edit = self.done.remove(at);
        self.walked(&edit.files.iter().map(FileEdit::reversed).collect::<Vec<_>>());
        self.undone.push(edit);
    }

    /// That the last undone change was done again.
    pub(super) fn went_on(&mut self) {
        let on: Vec<FileEdit> = self.undone.last().iter().flat_map(|edit| &edit.files).cloned().collect();
        self.walked(&on);
        self.done.extend(self.undone.pop());
    }
}
