use super::arguments::Folder;
use super::base_url;
use super::day::today;
use super::outputs::Sources;
use crate::check::{Checked, Settings, check};
use crate::diagnostic::Severity;
use crate::load::{Loaded, load};
use crate::report::{self, Summary};
use crate::trouble::Trouble;
use anstream::{eprint, eprintln};
use std::path::PathBuf;

/// The data of a folder, read and checked before anything is made of them.
#[derive(Debug)]
pub(super) struct Publishable {
    root: PathBuf,
    loaded: Loaded,
    checked: Checked,
    errors: usize,
}

impl Publishable {
    /// Reads and checks, and says on standard error what an office should look at before it publishes.
    pub(super) fn read(folder: &Folder) -> Result<Self, Trouble> {
        let settings = Settings { today: today(folder.today.as_deref())?, waivers: true };
        let mut loaded = load(&folder.root)?;
        let mut checked = check(&mut loaded, settings);
        let summary = Summary::of(&checked.findings);
        // Advice can wait for `check`.
        checked.findings.retain(|finding| finding.severity != Severity::Note);
        eprint!("{}", report::findings(&loaded.sources, &checked.findings));
        eprintln!("Controllo: {}.", summary.sentence());
        Ok(Self { root: folder.root.clone(), loaded, checked, errors: summary.errors })
    }

    /// What the outputs are made from; nothing where the data have errors.
    ///
    /// `base_url` comes before the one of the data.
    pub(super) fn sources(&self, base_url: Option<String>) -> Result<Option<Sources<'_>>, Trouble> {
        let administration = self.loaded.annex.administration.as_ref().filter(|_| self.errors == 0);
        let Some(administration) = administration else { return Ok(None) };
        let stated = administration.base_url.as_ref().map(|url| base_url::closed(&url.value));
        Sources::new(&self.root, &self.loaded, &self.checked, administration, base_url.or(stated)).map(Some)
    }
}
