use super::site_files::SiteFiles;
use super::table::Places;
use crate::check::{self, Settings};
use crate::diagnostic::{Family, Finding, Severity};
use crate::digest::Sha256;
use crate::edit::{Document, Refusal};
use crate::load::{Loaded, Overlay, has_newcomers};
use crate::model::Edition;
use crate::plain_file;
use crate::publish::{CheckedAnnex, obstacles};
use crate::readiness::Readiness;
use crate::source::Source;
use crate::trouble::Trouble;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::iter::once;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A file of the data, to be changed, or why it cannot be.
pub(super) type Parsed = Rc<Result<Document, Refusal>>;

/// Where an acceptance holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WaiverPlace {
    /// Its name in the file of the acceptances.
    pub(super) place: String,
    /// The text for which alone it holds; `None` if it holds for any.
    pub(super) text: Option<String>,
}

/// A reading of the folder, as the pages of the workbench see it.
#[derive(Debug)]
pub struct Bench<'a> {
    /// The folder.
    pub root: &'a Path,
    /// The day of the checks.
    pub settings: Settings,
    /// What was read, or why nothing could be.
    pub annex: Result<&'a CheckedAnnex, &'a Trouble>,
    /// The site that is made of it; `None` if none can be made.
    pub site: Option<&'a SiteFiles<'a>>,
    /// Why there is no site, where the data have no error.
    pub stopped: Option<&'a Trouble>,
    /// The files that were looked at to be changed.
    documents: RefCell<HashMap<String, Parsed>>,
    /// For each edition.
    places: Vec<OnceCell<Places>>,
    readiness: Vec<OnceCell<Readiness>>,
    fingerprint: OnceCell<String>,
    /// The edition that is worked on, where it is another than the current one.
    chosen: RefCell<Option<String>>,
}

impl<'a> Bench<'a> {
    /// A reading, seen whole.
    pub fn new(
        root: &'a Path,
        settings: Settings,
        annex: Result<&'a CheckedAnnex, &'a Trouble>,
        site: Option<&'a SiteFiles<'a>>,
        stopped: Option<&'a Trouble>,
    ) -> Self {
        let editions = annex.map_or(1, |annex| annex.annex().editions.len().max(1));
        let places = (0..editions).map(|_| OnceCell::new()).collect();
        let readiness = (0..editions).map(|_| OnceCell::new()).collect();
        let (documents, chosen, fingerprint) = (RefCell::default(), RefCell::default(), OnceCell::new());
        Self { root, settings, annex, site, stopped, documents, places, readiness, fingerprint, chosen }
    }

    /// The same reading with the site as it is by now.
    #[must_use]
    pub fn with_site(self, site: &'a SiteFiles<'a>) -> Self {
        Self { site: Some(site), ..self }
    }

    /// Tells this reading from those of other texts.
    pub fn fingerprint(&self) -> String {
        self.fingerprint.get_or_init(|| self.digest()).clone()
    }

    fn digest(&self) -> String {
        let mut digest = Sha256::default();
        match self.annex {
            Ok(annex) => annex.sources().iter().for_each(|source| {
                digest.update(source.path().as_bytes());
                digest.update(b"\0");
                digest.update(source.text().as_bytes());
                digest.update(b"\0");
            }),
            Err(trouble) => digest.update(trouble.to_string().as_bytes()),
        }
        let mut digest = digest.finish();
        digest.truncate(16);
        digest
    }

    /// Whether the files that were read still say the same, and no others came.
    pub fn is_current(&self) -> bool {
        self.annex.is_ok_and(|annex| {
            let sources = annex.sources();
            sources.iter().all(|source| self.still_says(source)) && !has_newcomers(self.root, sources)
        })
    }

    /// Whether all of some files are texts that were read, and say the same now.
    pub fn says(&self, paths: &[PathBuf]) -> bool {
        let Ok(annex) = self.annex else { return false };
        let says =
            |path: &Path, source: &Source| source.is_read() && path.ends_with(source.path()) && self.still_says(source);
        paths.iter().all(|path| annex.sources().iter().any(|source| says(path, source)))
    }

    /// A text that was not there may have come since; of pictures none is read.
    fn still_says(&self, source: &Source) -> bool {
        let now = || plain_file::read(&self.root.join(source.path()));
        if source.is_read() {
            return now().is_ok_and(|bytes| bytes == source.text().as_bytes());
        }
        let is_text = [".yaml", ".md"].iter().any(|ending| source.path().ends_with(ending));
        !is_text || now().is_err()
    }

    /// Says which edition is worked on from now on.
    pub(super) fn choose(&self, edition: Option<&str>) {
        *self.chosen.borrow_mut() = edition.map(str::to_owned);
    }

    /// The edition that was chosen.
    pub(super) fn chosen(&self) -> Option<String> {
        self.chosen.borrow().clone()
    }

    /// The edition that is worked on: the one that was chosen, else the one in force, or the last one where that is not known.
    pub(super) fn edition(&self) -> Option<&'a Edition> {
        let annex = &self.annex.ok()?.loaded().annex;
        let chosen = self.chosen.borrow();
        let chosen = annex.editions.iter().find(|edition| chosen.as_deref() == Some(edition.id.as_str()));
        chosen.or(annex.current()).or(annex.editions.last())
    }

    /// A file of the data, to be changed.
    pub(super) fn document(&self, path: &str, text: &str) -> Parsed {
        let mut documents = self.documents.borrow_mut();
        Rc::clone(documents.entry(path.to_owned()).or_insert_with(|| Rc::new(Document::parse(text))))
    }

    /// What a file says that was read; `None` if it is not there.
    pub(super) fn text(&self, path: &str) -> Option<&'a str> {
        let sources = self.annex.ok()?.sources();
        let source = sources.get(sources.find(path)?);
        source.is_read().then(|| source.text())
    }

    /// The number of the edition that is worked on; the first where none is known.
    fn edition_number(&self) -> usize {
        let editions = self.annex.map(|annex| annex.annex().editions.as_slice()).unwrap_or_default();
        let edition = self.edition().and_then(|edition| editions.iter().position(|other| other.id == edition.id));
        edition.unwrap_or_default()
    }

    /// Where each record is edited.
    pub(super) fn places(&self) -> &Places {
        self.places[self.edition_number()].get_or_init(|| Places::of(self))
    }

    /// Whether the edition that is worked on is ready to be published.
    pub(super) fn readiness(&self) -> &Readiness {
        self.readiness[self.edition_number()].get_or_init(|| {
            let Ok(checked) = self.annex else { return Readiness { edition: None, points: Vec::new() } };
            let Loaded { annex, sources, .. } = checked.loaded();
            let findings: Vec<_> = checked.findings().iter().chain(checked.notes()).cloned().collect();
            let obstacles = obstacles(self.root, annex, None);
            // Which one is in force is asked for before all else.
            let edition = annex.current().and(self.edition());
            Readiness::of(annex, edition, sources, &findings, &obstacles, self.settings.today)
        })
    }

    /// The places by which acceptances name what a finding speaks of, each with the text to which an acceptance holds there; none if one of
    /// them has no name.
    pub(super) fn waiver_places(&self, finding: &Finding) -> Vec<WaiverPlace> {
        let (Ok(annex), Some(edition)) = (self.annex, self.edition()) else { return Vec::new() };
        let is_personal = finding.rule.family() == Some(Family::Privacy);
        let spans = once(&finding.span).chain(&finding.together);
        let places = spans.map(|span| {
            let place = check::waiver_place(annex.loaded(), edition, *span)?;
            let text = is_personal.then(|| check::waiver_text(annex.loaded(), *span)).flatten();
            Some(WaiverPlace { place, text })
        });
        let mut places = places.collect::<Option<Vec<_>>>().unwrap_or_default();
        places.dedup();
        places
    }

    /// The folder as it would be if some of its files said something else.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(super) fn read_with(&self, overlay: &Overlay) -> Result<CheckedAnnex, Trouble> {
        match self.annex {
            Ok(annex) => annex.again_with(overlay, self.settings),
            Err(_) => CheckedAnnex::read_with(self.root, overlay, self.settings),
        }
    }

    /// What is wrong with the folder as it would be: the first error that is not there now, in words.
    pub(super) fn new_error(&self, next: &CheckedAnnex) -> Option<String> {
        let Ok(annex) = self.annex else { return None };
        let is_known = |message: &str| annex.findings().iter().any(|finding| finding.message == message);
        let is_new = |finding: &&Finding| finding.severity == Severity::Error && !is_known(&finding.message);
        let error = next.findings().iter().find(is_new);
        error.map(|error| match &error.help {
            Some(help) => format!("{}: {help}", error.message),
            None => error.message.clone(),
        })
    }

    /// Every finding, the most severe first.
    pub(super) fn findings(&self) -> Vec<&'a Finding> {
        let Ok(annex) = self.annex else { return Vec::new() };
        let mut all: Vec<&Finding> = annex.findings().iter().chain(annex.notes()).collect();
        all.sort_by_key(|finding| finding.severity);
        all
    }
}
