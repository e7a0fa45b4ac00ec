use crate::load::{fingerprint, named_fingerprint, program_fingerprint};
use crate::model::Annex;
use crate::write::{keep, read_kept, site_key, standing_fingerprint};
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
}

/// All on which a build depends, but for the files that the data name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Conditions {
    program: String,
    /// The options of the command, with the day.
    options: String,
    /// The fingerprint of the files that are read whatever they say.
    inputs: String,
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
    /// The fingerprint of the site that was then written.
    site: String,
    last: Unchanged,
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
        let now = Conditions { program: program_fingerprint()?, options, inputs: fingerprint(root)? };
        Some(Self { root: root.to_owned(), target: target.to_owned(), kept, key, now, named: None })
    }

    /// What the last build said, if everything that it read is as it was, and the site is as that build left it.
    pub fn unchanged(&self) -> Option<Unchanged> {
        let record: Record = serde_json::from_slice(&read_kept(&self.kept, &self.key)?).ok()?;
        let same = record.conditions == self.now
            && named_fingerprint(&self.root, &record.named.paths)? == record.named.fingerprint
            && standing_fingerprint(&self.root, &self.target)? == record.site;
        same.then_some(record.last)
    }

    /// Looks at the files that the data name, before they are read.
    pub fn look_at_named_files(&mut self, annex: &Annex) {
        let emblem = annex.administration.iter().filter_map(|administration| administration.coat_of_arms.as_ref());
        let approved = annex.editions.iter().filter_map(|edition| Some(&edition.approved_document.as_ref()?.file));
        let paths: Vec<String> = emblem.chain(approved).map(|path| path.value.clone()).collect();
        let fingerprint = named_fingerprint(&self.root, &paths);
        self.named = fingerprint.map(|fingerprint| Named { paths, fingerprint });
    }

    /// Keeps what this build, which has written the site, said and made.
    pub fn keep(self, last: Unchanged) {
        let Some(site) = standing_fingerprint(&self.root, &self.target) else { return };
        let Some(named) = self.named else { return };
        let record = Record { conditions: self.now, named, site, last };
        if let Ok(bytes) = serde_json::to_vec(&record) {
            keep(&self.kept, &self.key, &bytes);
        }
    }
}
