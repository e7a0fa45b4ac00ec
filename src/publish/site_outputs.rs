use super::files::PublishedFiles;
use super::publication::Publication;
use crate::output::Output;
use crate::routes::{PrintPage, Subject};
use crate::site::{Page, Site, SiteInputs};
use crate::trouble::Trouble;
use crate::work::Work;
use crate::write::{Staging, Summary};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The keys of the pages of a site, by their paths.
pub type PageKeys = BTreeMap<String, String>;

/// Every file of the site: data files and PDFs are ready, pages are rendered on demand.
#[derive(Debug)]
pub struct SiteOutputs<'a> {
    pub(super) publication: &'a Publication<'a>,
    pub(super) files: &'a PublishedFiles,
    pub(super) site: Site<'a>,
    /// Who is told how far it is.
    work: Arc<Work>,
}

/// How many pages are in memory at once when they are passed in order.
const PAGES: usize = 256;

/// How many of them one thread takes at a time: without a limit it would take thousands of a large site, and the others would wait for it.
const AT_A_TIME: usize = 16;

/// In a site of more pages, that of a whole table waits for its turn: it takes much memory, and what the data took is given back meanwhile.
const MANY: usize = 50_000;

/// How many of the other files.
const TABLES: usize = 2;

/// How long a page may be.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Length {
    OneRecord,
    /// It may have a whole table.
    OneTable,
    /// All tables.
    Everything,
}

fn length(page: &Page) -> Length {
    match page.subject {
        Subject::Print(PrintPage::Annex) => Length::Everything,
        Subject::Print(PrintPage::Table(_)) | Subject::Section(_) => Length::OneTable,
        _ => Length::OneRecord,
    }
}

impl<'a> SiteOutputs<'a> {
    /// Prepares the pages.
    ///
    /// # Errors
    ///
    /// When what the pages share cannot be worked out.
    pub fn new(publication: &'a Publication<'a>, files: &'a PublishedFiles) -> Result<Self, Trouble> {
        let site = Site::new(&SiteInputs {
            annex: publication.annex,
            administration: publication.administration,
            routes: &publication.routes,
            chapters: &publication.chapters,
            theme: &publication.appearance.theme,
            coat_of_arms: publication.appearance.coat_of_arms.as_ref(),
            base_url: publication.base_url.as_deref(),
            albums: publication.albums,
            files: &files.editions,
        })?;
        Ok(Self { publication, files, site, work: Arc::default() })
    }

    /// The same, telling a work how far it is, and stopping when that is stopped.
    #[must_use]
    pub fn told_to(self, work: Arc<Work>) -> Self {
        Self { work, ..self }
    }

    /// One page, unless the work is to stop.
    fn page(&self, page: &Page) -> Result<Output, Trouble> {
        self.work.go_on()?;
        let output = self.site.render(page)?;
        self.work.step();
        Ok(output)
    }

    /// Writes the site, the PDFs that are taken over included, and exchanges it with its target in one step.
    ///
    /// # Errors
    ///
    /// When a template of the theme cannot be used, or the disk refuses: what was published is then untouched.
    pub fn write(&self, staging: Staging) -> Result<Summary, Trouble> {
        self.work.begin("Si scrive il sito", self.site.pages().len());
        self.each(|page| staging.put(&self.page(page)?), |output| staging.put(output))?;
        self.end(staging)
    }

    /// The same, carrying over the pages that would come out as they are in the site that is replaced, of which these are the keys; gives
    /// the keys of the new one, too.
    ///
    /// # Errors
    ///
    /// As for [`SiteOutputs::write`].
    pub fn write_changed(&self, staging: Staging, known: &PageKeys) -> Result<(Summary, PageKeys), Trouble> {
        let keys = Mutex::new(PageKeys::new());
        let page = |page: &Page| {
            let prepared = self.site.prepare(page)?;
            if let Some(key) = self.site.key(&prepared) {
                let is_same = known.get(prepared.path()) == Some(&key);
                keys.lock().unwrap_or_else(PoisonError::into_inner).insert(page.path.clone(), key);
                if is_same && staging.carry(prepared.path())? {
                    return Ok(());
                }
            }
            staging.put(&self.site.finish(prepared)?)
        };
        self.each(page, |output| staging.put(output))?;
        Ok((self.end(staging)?, keys.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }

    fn end(&self, staging: Staging) -> Result<Summary, Trouble> {
        for path in self.files.kept() {
            staging.keep(path)?;
        }
        self.work.go_on()?;
        staging.commit()
    }

    /// Every page, in a fixed order; [`SiteOutputs::render`] makes it.
    pub fn pages(&self) -> Vec<Page> {
        self.site.pages()
    }

    /// One page.
    ///
    /// # Errors
    ///
    /// When a template of the theme cannot be used.
    pub fn render(&self, page: &Page) -> Result<Output, Trouble> {
        self.site.render(page)
    }

    /// Those of the files that are no pages by which the pages look as they do.
    ///
    /// # Errors
    ///
    /// As for [`SiteOutputs::render`].
    pub fn looks(&self) -> Result<Vec<Output>, Trouble> {
        self.site.looks()
    }

    /// Every file that is no page and whose bytes are here.
    ///
    /// # Errors
    ///
    /// As for [`SiteOutputs::render`].
    pub fn beside(&self) -> Result<Vec<Output>, Trouble> {
        let mut all = self.site.assets()?;
        self.files.outputs().try_for_each(|output| output.map(|output| all.push(output.into_owned())))?;
        Ok(all)
    }

    /// Passes every page and every other file once, on many threads, in whatever order they are ready.
    fn each(
        &self,
        page: impl Fn(&Page) -> Result<(), Trouble> + Send + Sync,
        put: impl Fn(&Output) -> Result<(), Trouble> + Send + Sync,
    ) -> Result<(), Trouble> {
        // A page made for paper, or one with a whole table, may take as long as thousands of others: these come first, the longest before
        // all, so that no thread waits for one at the end. The index of the search takes about as long as all pages: neither waits for the
        // other.
        let pages = self.site.pages();
        let least = if pages.len() > MANY { Length::Everything } else { Length::OneTable };
        let (mut long, others): (Vec<Page>, Vec<Page>) = pages.into_iter().partition(|page| length(page) >= least);
        long.sort_by_key(|page| Reverse(length(page)));
        let make = |pages: &[Page]| pages.par_iter().with_max_len(AT_A_TIME).try_for_each(&page);
        let long = || long.par_iter().with_max_len(1).try_for_each(&page);
        let (long, (pages, beside)) = rayon::join(long, || rayon::join(|| make(&others), || self.beside_pages(put)));
        beside.and(long).and(pages)
    }

    fn beside_pages(&self, put: impl Fn(&Output) -> Result<(), Trouble>) -> Result<(), Trouble> {
        self.files.outputs().try_for_each(|output| put(&*output?))?;
        self.site.assets()?.iter().try_for_each(&put)
    }

    /// Passes every file once, some at a time and always in the same order.
    pub(super) fn in_order(&self, mut put: impl FnMut(&[&Output]) -> Result<(), Trouble>) -> Result<(), Trouble> {
        let mut give = |outputs: &[Output]| put(&outputs.iter().collect::<Vec<_>>());
        let pages = self.site.pages();
        self.work.begin("Si scrive il pacchetto", pages.len());
        for some in pages.chunks(PAGES) {
            give(&some.par_iter().with_max_len(AT_A_TIME).map(|page| self.page(page)).collect::<Result<Vec<_>, _>>()?)?;
        }
        give(&self.site.assets()?)?;
        self.work.go_on()?;
        // Tables may be large, and are large in all their formats.
        let mut others = self.files.outputs();
        loop {
            let some = others.by_ref().take(TABLES).collect::<Result<Vec<_>, _>>()?;
            if some.is_empty() {
                return Ok(());
            }
            put(&some.iter().map(|output| &**output).collect::<Vec<_>>())?;
        }
    }
}
