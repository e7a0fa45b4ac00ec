use super::publication::Publication;
use crate::chapters::{ExpandedChapter, expand, whole};
use crate::check::{Settings, check};
use crate::diagnostic::{Finding, Severity};
use crate::load::{Loaded, Overlay, load_with};
use crate::model::Annex;
use crate::report::Summary;
use crate::source::Sources;
use crate::trouble::Trouble;
use std::path::{Path, PathBuf};

/// The data of a folder, read and checked before anything is made of them.
#[derive(Debug)]
pub struct CheckedAnnex {
    root: PathBuf,
    loaded: Loaded,
    chapters: Vec<Vec<ExpandedChapter>>,
    findings: Vec<Finding>,
    notes: Vec<Finding>,
    summary: Summary,
}

impl CheckedAnnex {
    /// Reads and checks a folder.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn read(root: &Path, settings: Settings) -> Result<Self, Trouble> {
        Self::read_with(root, &Overlay::new(), settings)
    }

    /// Reads and checks a folder as it would be if some of its files said something else.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn read_with(root: &Path, overlay: &Overlay, settings: Settings) -> Result<Self, Trouble> {
        let loaded = load_with(root, overlay)?;
        let chapters = expand(&loaded.annex);
        let findings = check(&loaded, &chapters, settings);
        let summary = Summary::of(&findings);
        let (notes, findings) = findings.into_iter().partition(|finding| finding.severity == Severity::Note);
        Ok(Self { root: root.to_owned(), loaded, chapters, findings, notes, summary })
    }

    /// What was read.
    pub fn loaded(&self) -> &Loaded {
        &self.loaded
    }

    /// The advice, which can wait for whoever asks for it.
    pub fn notes(&self) -> &[Finding] {
        &self.notes
    }

    /// What was read.
    pub fn annex(&self) -> &Annex {
        &self.loaded.annex
    }

    /// The texts that were read.
    pub fn sources(&self) -> &Sources {
        &self.loaded.sources
    }

    /// What an office should look at before it publishes: errors and warnings, no advice.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many findings of each severity there are, advice included.
    pub fn summary(&self) -> Summary {
        self.summary
    }

    /// What is published; `None` if the data have errors.
    ///
    /// `base_url` overrides the one of the data.
    ///
    /// # Errors
    ///
    /// When the theme, the coat of arms or an approved document cannot be used.
    pub fn publication(&self, base_url: Option<&str>) -> Result<Option<Publication<'_>>, Trouble> {
        let administration = self.loaded.annex.administration.as_ref().filter(|_| self.summary.errors == 0);
        let (Some(administration), Some(chapters)) = (administration, whole(&self.chapters)) else { return Ok(None) };
        Publication::new(&self.root, &self.loaded.annex, administration, chapters, &self.loaded.albums, base_url)
            .map(Some)
    }
}
