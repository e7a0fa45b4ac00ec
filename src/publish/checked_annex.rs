use super::chapter_link::ChapterLink;
use super::foreseen_theme::foreseen_theme;
use super::kept_reading::KeptReading;
use super::publication::Publication;
use super::read_annex::ReadAnnex;
use crate::chapters::whole;
use crate::check::{Settings, check};
use crate::diagnostic::{Finding, Severity};
use crate::load::{Loaded, Overlay, is_shared, load_again, load_with};
use crate::model::{Annex, Edition};
use crate::report::Summary;
use crate::source::Sources;
use crate::theme::Theme;
use crate::trouble::Trouble;
use std::path::Path;
use std::sync::Arc;

/// The data of a folder, read and checked before anything is made of them.
#[derive(Debug)]
pub struct CheckedAnnex {
    read: Arc<ReadAnnex>,
    findings: Vec<Finding>,
    notes: Vec<Finding>,
    summary: Summary,
    /// The theme that the data name, where it was read along with them.
    theme: Option<Arc<Theme>>,
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

    /// Reads and checks a folder, and at the same time gets ready the theme that it asks for; what a large one says is kept in a folder of the user's cache for the next reading (`None` = nowhere).
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn read_kept(root: &Path, settings: Settings, kept: Option<&Path>) -> Result<Self, Trouble> {
        let read = || {
            let (loaded, reading) = KeptReading::load(root, kept)?;
            let check = || Self::check(ReadAnnex::of(root, loaded, Arc::default()), settings);
            Ok(rayon::join(check, || reading.keep()).0)
        };
        let (read, theme) = rayon::join(read, || foreseen_theme(root));
        read.map(|read: Self| Self { theme, ..read })
    }

    /// Reads and checks a folder as it would be if some of its files said something else.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn read_with(root: &Path, overlay: &Overlay, settings: Settings) -> Result<Self, Trouble> {
        Ok(Self::check(ReadAnnex::of(root, load_with(root, overlay)?, Arc::default()), settings))
    }

    /// Reads and checks the same folder as it would be if some of its files said something else.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn again_with(&self, overlay: &Overlay, settings: Settings) -> Result<Self, Trouble> {
        let (root, memory) = (&self.read.root, &self.read.memory);
        let loaded = load_again(root, overlay, memory)?;
        Ok(Self::check(ReadAnnex::of(root, loaded, Arc::clone(memory)), settings))
    }

    fn check(mut read: ReadAnnex, settings: Settings) -> Self {
        let findings = check(&read.loaded, &read.chapters, settings);
        read.tell(&findings);
        Self::of(Arc::new(read), findings)
    }

    /// What was read, with what the rules found in it: all of it, or the errors alone as long as no more is known.
    pub fn of(read: Arc<ReadAnnex>, findings: Vec<Finding>) -> Self {
        let summary = Summary::of(&findings);
        let (notes, findings) = findings.into_iter().partition(|finding| finding.severity == Severity::Note);
        Self { read, findings, notes, summary, theme: None }
    }

    /// The same as far as it is published, once all is said of it: the texts, the findings and where the records stand are let go, which
    /// take about as much memory as what they say.
    #[must_use]
    pub fn without_texts(mut self) -> Self {
        (self.findings, self.notes) = (Vec::new(), Vec::new());
        // Whoever reads along holds them still.
        if let Some(read) = Arc::get_mut(&mut self.read) {
            read.let_texts_go();
        }
        self
    }

    /// What was read.
    pub fn loaded(&self) -> &Loaded {
        &self.read.loaded
    }

    /// The advice, which can wait for whoever asks for it.
    pub fn notes(&self) -> &[Finding] {
        &self.notes
    }

    /// What was read.
    pub fn annex(&self) -> &Annex {
        &self.read.loaded.annex
    }

    /// The texts that were read.
    pub fn sources(&self) -> &Sources {
        &self.read.loaded.sources
    }

    /// What an office should look at before it publishes: errors and warnings, no advice.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The errors of an edition and of the data that hold for every edition, which keep it from being compared, continued or sealed.
    pub fn errors_of(&self, edition: &Edition) -> Vec<&Finding> {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let concerns = |path: &str| edition.id.is_source_of(path) || is_shared(path);
        errors.filter(|finding| concerns(self.sources().get(finding.span.source).path())).collect()
    }

    /// The links of the chapters of an edition that lead to pages of it.
    pub fn chapter_links(&self, edition: &Edition) -> Vec<ChapterLink> {
        let number = self.annex().editions.iter().position(|other| other.id == edition.id);
        number.map(|number| ChapterLink::all(&self.read, number)).unwrap_or_default()
    }

    /// The edition with a name; without one the current.
    ///
    /// # Errors
    ///
    /// When it is not there.
    pub fn edition(&self, id: Option<&str>) -> Result<&Edition, Trouble> {
        let editions = &self.annex().editions;
        let found = match id {
            Some(id) => editions.iter().find(|edition| edition.id.as_str() == id),
            None => self.annex().current(),
        };
        let list = editions.iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", ");
        found.ok_or_else(|| {
            let what =
                id.map_or_else(|| "l'edizione corrente non c'è".to_owned(), |id| format!("l'edizione `{id}` non c'è"));
            Trouble::new(what, format!("le edizioni sono: {list}"))
        })
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
        let administration = self.read.loaded.annex.administration.as_ref().filter(|_| self.summary.errors == 0);
        let (Some(administration), Some(chapters)) = (administration, whole(&self.read.chapters)) else {
            return Ok(None);
        };
        Publication::new(
            &self.read.root,
            &self.read.loaded.annex,
            administration,
            chapters,
            &self.read.loaded.albums,
            base_url,
            self.theme.as_ref(),
        )
        .map(Some)
    }
}
