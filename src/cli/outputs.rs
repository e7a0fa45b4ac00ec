use super::look;
use super::paper::{self, Csv};
use crate::chapters::Manuscript;
use crate::check::Checked;
use crate::load::Loaded;
use crate::model::{Administration, Annex, Edition};
use crate::open_data;
use crate::output::Output;
use crate::picture::Picture;
use crate::site::{self, DataFile, PaperFile, Papers, Site};
use crate::theme::Theme;
use crate::trouble::Trouble;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// What the outputs are made from.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    pub(super) annex: &'a Annex,
    pub(super) administration: &'a Administration,
    pub(super) manuscripts: &'a [Vec<Manuscript>],
    pub(super) theme: Theme,
    /// The coat of arms.
    pub(super) coat_of_arms: Option<Picture>,
    /// Where the site is served from, ending in a slash.
    pub(super) base_url: Option<String>,
    /// The documents that were approved.
    approved: Vec<Output>,
}

/// The PDFs of a site: made for it, or already standing where it goes, by path and size.
#[derive(Debug)]
pub(super) enum Pdfs {
    Made(Vec<Output>),
    Kept(Vec<(String, u64)>),
}

/// Every file of the site: what is small enough is ready, the pages are made when they are asked for.
#[derive(Debug)]
pub(super) struct Outputs<'a> {
    pub(super) site: Site<'a>,
    pub(super) data: Vec<open_data::File>,
    pub(super) pdfs: Vec<Output>,
    pub(super) approved: &'a [Output],
}

/// How many pages are in memory at once when they are wanted in order.
const PAGES: usize = 256;

impl<'a> Sources<'a> {
    /// Reads what still stands on the disk: the theme and the approved documents.
    pub(super) fn new(
        root: &Path,
        loaded: &'a Loaded,
        checked: &'a Checked,
        administration: &'a Administration,
        base_url: Option<String>,
    ) -> Result<Self, Trouble> {
        Ok(Self {
            annex: &loaded.annex,
            administration,
            manuscripts: &checked.manuscripts,
            theme: look::theme(root, administration)?,
            coat_of_arms: look::coat_of_arms(root, administration)?,
            base_url,
            approved: paper::approved(root, &loaded.annex)?,
        })
    }
}

impl<'a> Outputs<'a> {
    /// Everything but the pages is made here; `pdfs` gets the data that the PDFs carry inside.
    pub(super) fn new(
        sources: &'a Sources<'a>,
        pdfs: impl FnOnce(Csv<'_>) -> Result<Pdfs, Trouble>,
    ) -> Result<Self, Trouble> {
        let (annex, base_url) = (sources.annex, sources.base_url.clone());
        let mut data = Vec::new();
        for edition in &annex.editions {
            data.extend(open_data::files(annex, edition, base_url.as_deref())?);
        }
        let csv = |edition: &Edition, table: &str| {
            let path = format!("{}/dati/{table}.csv", edition.id.as_str());
            data.iter().find(|file| file.output.path == path).map(|file| file.output.bytes.clone())
        };
        let pdfs = pdfs(&csv)?;
        let settings = site::Settings {
            base_url,
            files: files(annex, &data),
            process_rows: process_rows(annex, &data),
            papers: papers(annex, &pdfs, &sources.approved),
            coat_of_arms: sources.coat_of_arms.clone(),
        };
        let site = Site::new(annex, sources.manuscripts, &sources.theme, settings)?;
        let pdfs = match pdfs {
            Pdfs::Made(pdfs) => pdfs,
            Pdfs::Kept(_) => Vec::new(),
        };
        Ok(Self { site, data, pdfs, approved: &sources.approved })
    }

    /// Gives every file once, on many threads, in whatever order they are ready.
    pub(super) fn each(&self, put: impl Fn(&Output) -> Result<(), Trouble> + Sync) -> Result<(), Trouble> {
        let pages = || self.site.pages().par_iter().try_for_each(|page| put(&self.site.render(page)?));
        let others = || {
            self.ready().try_for_each(&put)?;
            self.site.assets()?.iter().try_for_each(&put)
        };
        // The index of the search takes about as long as the pages: neither waits for the other.
        let (pages, others) = rayon::join(pages, others);
        others.and(pages)
    }

    /// Gives every file once, some at a time and always in the same order.
    pub(super) fn in_order(&self, mut put: impl FnMut(&[&Output]) -> Result<(), Trouble>) -> Result<(), Trouble> {
        let mut give = |outputs: &[Output]| put(&outputs.iter().collect::<Vec<_>>());
        for page in self.site.pages().chunks(PAGES) {
            give(&page.par_iter().map(|page| self.site.render(page)).collect::<Result<Vec<_>, _>>()?)?;
        }
        give(&self.site.assets()?)?;
        put(&self.ready().collect::<Vec<_>>())
    }

    /// One of the files that are ready, by its path.
    pub(super) fn find(&self, path: &str) -> Option<&Output> {
        self.ready().find(|output| output.path == path)
    }

    fn ready(&self) -> impl Iterator<Item = &Output> {
        self.data.iter().map(|file| &file.output).chain(&self.pdfs).chain(self.approved)
    }
}

/// Whether a path of the site belongs to an edition.
fn is_of(edition: &Edition, path: &str) -> bool {
    path.strip_prefix(edition.id.as_str()).is_some_and(|rest| rest.starts_with('/'))
}

/// The open data as the pages list them.
fn files(annex: &Annex, data: &[open_data::File]) -> BTreeMap<String, Vec<DataFile>> {
    let listed = |file: &open_data::File| DataFile {
        table: file.table,
        name: file.name().to_owned(),
        label: file.label(),
        media_type: file.media_type(),
        size: file.size(),
    };
    let of_edition = |edition: &Edition| {
        data.iter().filter(|file| is_of(edition, &file.output.path)).map(listed).collect::<Vec<_>>()
    };
    annex.editions.iter().map(|edition| (edition.id.as_str().to_owned(), of_edition(edition))).collect()
}

/// The rows of Tavola 1 as text, which its page gives out one by one.
fn process_rows(annex: &Annex, data: &[open_data::File]) -> BTreeMap<String, String> {
    let mut rows = BTreeMap::new();
    for edition in &annex.editions {
        let wanted = |file: &&open_data::File| is_of(edition, &file.output.path) && file.name() == "processi.csv";
        if let Some(file) = data.iter().find(wanted) {
            let text = String::from_utf8_lossy(&file.output.bytes).into_owned();
            rows.insert(edition.id.as_str().to_owned(), text);
        }
    }
    rows
}

/// The PDFs as the pages offer them.
fn papers(annex: &Annex, pdfs: &Pdfs, approved: &[Output]) -> BTreeMap<String, Papers> {
    let sizes: Vec<(&str, u64)> = match pdfs {
        Pdfs::Made(pdfs) => pdfs.iter().map(|pdf| (pdf.path.as_str(), pdf.bytes.len() as u64)).collect(),
        Pdfs::Kept(kept) => kept.iter().map(|(path, size)| (path.as_str(), *size)).collect(),
    };
    let paper = |path: &str, size| PaperFile { name: path.rsplit('/').next().unwrap_or(path).to_owned(), size };
    let of_edition = |edition: &Edition| Papers {
        pdfs: sizes.iter().filter(|(path, _)| is_of(edition, path)).map(|(path, size)| paper(path, *size)).collect(),
        approved: approved
            .iter()
            .find(|output| is_of(edition, &output.path))
            .map(|output| paper(&output.path, output.bytes.len() as u64)),
    };
    annex.editions.iter().map(|edition| (edition.id.as_str().to_owned(), of_edition(edition))).collect()
}
