use super::site_outputs::{PageKeys, SiteOutputs};
use crate::load::{fingerprint, named_fingerprint, program_fingerprint, themes_fingerprint};
use crate::model::Annex;
use crate::trouble::Trouble;
use crate::write::{Staging, StandingSite, Summary, keep, read_kept, site_key};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What is known of the last build of a site, and whether another one would change anything.
///
/// It is kept in the user's cache and not beside the site: what a build says is for whoever runs it alone, and what is published depends
/// on nothing but the data. Whatever cannot be told for sure makes a whole build.
#[derive(Debug)]
pub struct LastBuild {
    root: PathBuf,
    target: PathBuf,
    /// Where what is known is kept, and under which name.
    kept: PathBuf,
    key: String,
    now: Conditions,
    named: Option<Named>,
    /// What was kept.
    before: Option<Record>,
}

/// All on which a build depends, but for the files that the data name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Conditions {
    program: String,
    /// The options of the command, with the day.
    options: String,
    /// The fingerprint of the files that are read whatever they say, and that of the themes.
    inputs: String,
    themes: String,
}

/// The files that the data name.
#[derive(Debug, Serialize, Deserialize)]
struct Named {
    paths: Vec<String>,
    fingerprint: String,
}

/// What is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    conditions: Conditions,
    named: Named,
    /// The site that was then written, and the keys of its pages, as far as they were asked for.
    site: StandingSite,
    pages: PageKeys,
    /// Nothing where another build is never spared.
    last: Option<Unchanged>,
}

/// What the last build said and made, where another one would say and make the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unchanged {
    /// All that it said.
    pub told: String,
    /// How many files the site has.
    pub files: usize,
}

impl LastBuild {
    /// Looks at what a build of `root` into `target` would read now, before anything is read; `options` are whatever else it depends on,
    /// `kept` the folder of what is known. `None` where nothing can be known.
    pub fn of(root: &Path, target: &Path, options: String, kept: PathBuf) -> Option<Self> {
        let key = site_key(root, target)?;
        let (program, inputs, themes) = (program_fingerprint()?, fingerprint(root)?, themes_fingerprint(root)?);
        let now = Conditions { program, options, inputs, themes };
        let before = read_kept(&kept, &key).and_then(|bytes: Vec<u8>| serde_json::from_slice(&bytes).ok());
        Some(Self { root: root.to_owned(), target: target.to_owned(), kept, key, now, named: None, before })
    }

    /// What the last build said, if everything that it read is as it was, and the site is as that build left it.
    pub fn unchanged(&self) -> Option<Unchanged> {
        let before = self.before.as_ref()?;
        let same = before.conditions == self.now
            && named_fingerprint(&self.root, &before.named.paths)? == before.named.fingerprint
            && before.site.still_stands(&self.root, &self.target);
        before.last.clone().filter(|_| same)
    }

    /// Begins to write the site where the last one was left.
    ///
    /// # Errors
    ///
    /// As for [`Staging::begin`].
    pub fn begin(&self) -> Result<Staging, Trouble> {
        Staging::begin_after(&self.root, &self.target, self.before.as_ref().map(|before| &before.site))
    }

    /// Writes the site: of one that stands as the last build left it, what would come out the same stays.
    ///
    /// # Errors
    ///
    /// As for [`SiteOutputs::write`].
    pub fn write(&self, outputs: &SiteOutputs<'_>, staging: Staging) -> Result<(Summary, PageKeys), Trouble> {
        if !staging.knows_previous() {
            return Ok((outputs.write(staging)?, PageKeys::new()));
        }
        let is_on_twin = staging.is_on_twin();
        match outputs.write_changed(staging, &self.page_keys()) {
            // What hinders a change of the twin, a name that is a folder now, say, may not hinder a new site.
            Err(_) if is_on_twin => {
                Ok((outputs.write(Staging::begin_after(&self.root, &self.target, None)?)?, PageKeys::new()))
            }
            written => written,
        }
    }

    /// The keys of the pages of that site, where the same program with the same themes would make of the same values the same pages.
    fn page_keys(&self) -> PageKeys {
        let same = |before: &&Record| {
            let Conditions { program, themes, .. } = &before.conditions;
            (program, themes) == (&self.now.program, &self.now.themes)
        };
        self.before.as_ref().filter(same).map(|before| before.pages.clone()).unwrap_or_default()
    }

    /// Looks at the files that the data name, before they are read.
    pub fn look_at_named_files(&mut self, annex: &Annex) {
        let emblem = annex.administration.iter().filter_map(|administration| administration.coat_of_arms.as_ref());
        let approved = annex.editions.iter().filter_map(|edition| Some(&edition.approved_document.as_ref()?.file));
        let paths: Vec<String> = emblem.chain(approved).map(|path| path.value.clone()).collect();
        let fingerprint = named_fingerprint(&self.root, &paths);
        self.named = fingerprint.map(|fingerprint| Named { paths, fingerprint });
    }

    /// Keeps what this build, which has written the site with these pages, said and made; `None` where another one is never spared.
    pub fn keep(self, site: StandingSite, pages: PageKeys, last: Option<Unchanged>) {
        let Some(named) = self.named else { return };
        let record = Record { conditions: self.now, named, site, pages, last };
        if let Ok(bytes) = serde_json::to_vec(&record) {
            keep(&self.kept, &self.key, &bytes);
        }
    }
}
