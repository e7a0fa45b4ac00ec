use super::publication::Publication;
use crate::chapters::{ExpandedChapter, expand, whole};
use crate::check::{Settings, check};
use crate::diagnostic::{Finding, Severity};
use crate::load::{Loaded, Memory, Overlay, load_after, load_again, load_with};
use crate::model::{Annex, Edition};
use crate::report::Summary;
use crate::source::{Sources, Span};
use crate::trouble::Trouble;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The data of a folder, read and checked before anything is made of them.
#[derive(Debug)]
pub struct CheckedAnnex {
    root: PathBuf,
    loaded: Loaded,
    chapters: Vec<Vec<ExpandedChapter>>,
    findings: Vec<Finding>,
    notes: Vec<Finding>,
    summary: Summary,
    /// What a later reading of the same folder need not parse again.
    memory: Arc<Memory>,
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
        Ok(Self::of(root, load_with(root, overlay)?, Arc::default(), settings))
    }

    /// Reads and checks a folder after an earlier reading of it: what still says the same is not parsed again.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn read_after(root: &Path, earlier: &Memory, settings: Settings) -> Result<Self, Trouble> {
        let (loaded, memory) = load_after(root, earlier)?;
        Ok(Self::of(root, loaded, Arc::new(memory), settings))
    }

    /// Reads and checks the same folder as it would be if some of its files said something else.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn again_with(&self, overlay: &Overlay, settings: Settings) -> Result<Self, Trouble> {
        let loaded = load_again(&self.root, overlay, &self.memory)?;
        Ok(Self::of(&self.root, loaded, Arc::clone(&self.memory), settings))
    }

    fn of(root: &Path, mut loaded: Loaded, memory: Arc<Memory>, settings: Settings) -> Self {
        let chapters = expand(&loaded.annex);
        let findings = check(&loaded, &chapters, settings);
        let summary = Summary::of(&findings);
        tell_readers(&mut loaded.annex, &findings);
        let (notes, findings) = findings.into_iter().partition(|finding| finding.severity == Severity::Note);
        Self { root: root.to_owned(), loaded, chapters, findings, notes, summary, memory }
    }

    /// What a later reading of the same folder need not parse again.
    pub fn memory(&self) -> &Arc<Memory> {
        &self.memory
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

    /// The errors of an edition, which keep it from being compared, continued or sealed.
    pub fn errors_of(&self, edition: &Edition) -> Vec<&Finding> {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.filter(|finding| edition.id.is_source_of(self.sources().get(finding.span.source).path())).collect()
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
        let administration = self.loaded.annex.administration.as_ref().filter(|_| self.summary.errors == 0);
        let (Some(administration), Some(chapters)) = (administration, whole(&self.chapters)) else { return Ok(None) };
        Publication::new(&self.root, &self.loaded.annex, administration, chapters, &self.loaded.albums, base_url)
            .map(Some)
    }
}

/// Puts the reasons for which the office accepted findings beside the records and in the chapters of which they speak.
fn tell_readers(annex: &mut Annex, findings: &[Finding]) {
    let told = findings.iter().filter(|finding| finding.is_told);
    let places: Vec<(Span, &str)> = told
        .flat_map(|finding| {
            let reason = finding.waived.as_deref().unwrap_or_default();
            std::iter::once(finding.span).chain(finding.together.iter().copied()).map(move |span| (span, reason))
        })
        .collect();
    for (span, reason) in places {
        let record = annex.outline.place(span).map(|place| place.entry.span);
        for edition in &mut annex.editions {
            let chapter = edition.chapters.iter_mut().find(|chapter| chapter.body.span.source == span.source);
            match (chapter, record) {
                (Some(chapter), _) if !chapter.accepted.iter().any(|known| known == reason) => {
                    chapter.accepted.push(reason.to_owned());
                }
                (None, Some(record)) => {
                    edition.accept(record, reason);
                }
                _ => {}
            }
        }
    }
}
