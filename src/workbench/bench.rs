use super::site_files::SiteFiles;
use crate::check::Settings;
use crate::diagnostic::Finding;
use crate::digest::Sha256;
use crate::model::Edition;
use crate::plain_file;
use crate::publish::CheckedAnnex;
use crate::source::Source;
use crate::trouble::Trouble;
use std::path::Path;

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
        Self { root, settings, annex, site, stopped }
    }

    /// Tells this reading from those of other texts.
    pub fn fingerprint(&self) -> String {
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

    /// Whether the files that were read still say the same.
    pub fn is_current(&self) -> bool {
        let Ok(annex) = self.annex else { return false };
        annex.sources().iter().filter(|source| !source.text().is_empty()).all(|source| self.still_says(source))
    }

    fn still_says(&self, source: &Source) -> bool {
        plain_file::read(&self.root.join(source.path())).is_ok_and(|bytes| bytes == source.text().as_bytes())
    }

    /// The edition that is worked on: the one in force, or the last one where that is not known.
    pub(super) fn edition(&self) -> Option<&'a Edition> {
        let annex = &self.annex.ok()?.loaded().annex;
        annex.current().or(annex.editions.last())
    }

    /// Every finding, the most severe first.
    pub(super) fn findings(&self) -> Vec<&'a Finding> {
        let Ok(annex) = self.annex else { return Vec::new() };
        let mut all: Vec<&Finding> = annex.findings().iter().chain(annex.notes()).collect();
        all.sort_by_key(|finding| finding.severity);
        all
    }
}
