use super::acceptance::{Acceptance, Reason, reasons, tell};
use crate::chapters::{ExpandedChapter, expand};
use crate::check::{Settings, check_while, errors};
use crate::diagnostic::Finding;
use crate::load::{Loaded, Memory, load_after};
use crate::model::Outline;
use crate::source::Sources;
use crate::trouble::Trouble;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The data of a folder as they were read, with the figures in the chapters; no rule on content has spoken of them yet.
#[derive(Debug)]
pub struct ReadAnnex {
    pub(super) root: PathBuf,
    pub(super) loaded: Loaded,
    pub(super) chapters: Vec<Vec<ExpandedChapter>>,
    /// What a later reading of the same folder need not parse again.
    pub(super) memory: Arc<Memory>,
    /// The reasons of the office that readers are told.
    told: Vec<Reason>,
}

impl ReadAnnex {
    /// Reads a folder after an earlier reading of it: what still says the same is not parsed again.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn after(root: &Path, earlier: &Memory) -> Result<Self, Trouble> {
        let (loaded, memory) = load_after(root, earlier)?;
        Ok(Self::of(root, loaded, Arc::new(memory)))
    }

    pub(super) fn of(root: &Path, loaded: Loaded, memory: Arc<Memory>) -> Self {
        let chapters = expand(&loaded.annex);
        Self { root: root.to_owned(), loaded, chapters, memory, told: Vec::new() }
    }

    /// The errors, by which it is known whether a site can be made of it.
    pub fn errors(&self, settings: Settings) -> Vec<Finding> {
        errors(&self.loaded, &self.chapters, settings)
    }

    /// All that the rules find, unless they are not to go on, which is asked before each.
    pub fn findings(&self, settings: Settings, go_on: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Finding>> {
        check_while(&self.loaded, &self.chapters, settings, go_on)
    }

    /// What a later reading of the same folder need not parse again.
    pub fn memory(&self) -> &Arc<Memory> {
        &self.memory
    }

    /// Tells readers the reasons for which the office accepted some of the findings, and no others.
    pub fn tell(&mut self, findings: &[Finding]) {
        self.put(reasons(&self.loaded.annex, findings));
    }

    /// Tells readers what an earlier reading told them, until it is known what is accepted of this one.
    pub fn foresee(&mut self, earlier: &[Acceptance]) {
        self.put(Acceptance::reasons(earlier, &self.loaded));
    }

    /// Whether readers are told what they are to be told by these findings.
    pub fn tells(&self, findings: &[Finding]) -> bool {
        self.told == reasons(&self.loaded.annex, findings)
    }

    /// What readers are told, for a later reading.
    pub fn acceptances(&self) -> Vec<Acceptance> {
        Acceptance::of(&self.told, &self.loaded)
    }

    /// Lets go what only findings speak of.
    pub(super) fn let_texts_go(&mut self) {
        self.loaded.sources = Sources::default();
        self.loaded.findings = Vec::new();
        self.loaded.annex.outline = Outline::default();
    }

    fn put(&mut self, told: Vec<Reason>) {
        tell(&mut self.loaded.annex, &told);
        self.told = told;
    }
}
