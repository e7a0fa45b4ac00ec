use super::publication::Publication;
use crate::check::{Checked, Settings, check};
use crate::diagnostic::{Finding, Severity};
use crate::load::{Loaded, load};
use crate::report::Summary;
use crate::source::Sources;
use crate::trouble::Trouble;
use std::path::{Path, PathBuf};

/// The data of a folder, read and checked before anything is made of them.
#[derive(Debug)]
pub struct CheckedAnnex {
    root: PathBuf,
    loaded: Loaded,
    checked: Checked,
    summary: Summary,
}

impl CheckedAnnex {
    /// Reads and checks a folder.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn read(root: &Path, settings: Settings) -> Result<Self, Trouble> {
        let mut loaded = load(root)?;
        let mut checked = check(&mut loaded, settings);
        let summary = Summary::of(&checked.findings);
        // Advice can wait for `check`.
        checked.findings.retain(|finding| finding.severity != Severity::Note);
        Ok(Self { root: root.to_owned(), loaded, checked, summary })
    }

    /// The texts that were read.
    pub fn sources(&self) -> &Sources {
        &self.loaded.sources
    }

    /// What an office should look at before it publishes: errors and warnings, no advice.
    pub fn findings(&self) -> &[Finding] {
        &self.checked.findings
    }

    /// How many findings of each severity there are, advice included.
    pub fn summary(&self) -> Summary {
        self.summary
    }

    /// What is published; `None` if the data have errors.
    ///
    /// `base_url` comes before the one of the data.
    ///
    /// # Errors
    ///
    /// When the theme or the coat of arms cannot be used.
    pub fn publication(&self, base_url: Option<&str>) -> Result<Option<Publication<'_>>, Trouble> {
        let administration = self.loaded.annex.administration.as_ref().filter(|_| self.summary.errors == 0);
        let Some(administration) = administration else { return Ok(None) };
        Publication::new(&self.root, &self.loaded.annex, administration, &self.checked.manuscripts, base_url).map(Some)
    }
}
