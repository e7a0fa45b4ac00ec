//! The site map: every page and every file of the site that people ask for by its address.
//!
//! Owns which pages and files there are, where each stands, the names that they keep for themselves, and where a link of a
//! chapter leads. It never says what a page shows. A theme may render some kinds of page only: then the site has fewer.
//!
//! To add a page of an edition: an entry in [`Section`], its module in `site/page`, its template.

mod chapter_name;
mod data_format;
mod edition_routes;
mod file;
mod folder_names;
mod lengths;
mod link;
mod outside;
mod page;
mod page_kind;
mod part;
mod print_page;
mod process_subset;
mod section;
mod section_entry;

pub use chapter_name::chapter_name;
pub use data_format::DataFormat;
pub use edition_routes::EditionRoutes;
pub use file::{SiteFile, approved_path};
pub use link::{Broken, Destination, Origin};
pub use outside::{Outside, SCHEMES, outside};
pub use page::{Page, Subject};
pub use page_kind::PageKind;
pub use part::Part;
pub use print_page::PrintPage;
pub use process_subset::ProcessSubset;
pub use section::{Section, is_reserved};
pub use section_entry::{Card, SectionEntry};

use crate::model::Annex;
use std::collections::HashMap;

/// The folder form of a page's path: `a/b/` for `a/b/index.html`.
pub fn folder(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

/// Every address of the site.
#[derive(Debug)]
pub struct Routes {
    landing: Page,
    /// In the order of the editions.
    editions: Vec<EditionRoutes>,
    /// Where to find each address: that of a page without its final slash, in lower case.
    addresses: HashMap<String, Place>,
}

/// Where an address stands in the map.
#[derive(Clone, Copy, Debug)]
enum Place {
    Landing,
    Page { edition: usize, page: usize },
    File { edition: usize, file: usize },
}

impl Routes {
    /// The site map of these editions.
    pub fn of(annex: &Annex) -> Self {
        let editions: Vec<EditionRoutes> = (0..annex.editions.len()).map(|row| EditionRoutes::of(annex, row)).collect();
        let mut addresses = HashMap::from([(String::new(), Place::Landing)]);
        for (edition, routes) in editions.iter().enumerate() {
            // Of two chapters with the same name the first has the address.
            for (page, route) in routes.pages().iter().enumerate() {
                addresses.entry(key(&route.path)).or_insert(Place::Page { edition, page });
            }
            for (file, route) in routes.files().iter().enumerate() {
                addresses.entry(key(&route.path)).or_insert(Place::File { edition, file });
            }
        }
        Self { landing: Page::landing(), editions, addresses }
    }

    /// The site map in which the page of what changed is divided: for each edition, how long its longest list is.
    pub fn with_changes(mut self, lengths: &[usize]) -> Self {
        for (edition, (routes, rows)) in self.editions.iter_mut().zip(lengths).enumerate() {
            for page in routes.divide(Section::Changes, *rows) {
                self.addresses.insert(key(&routes.pages()[page].path), Place::Page { edition, page });
            }
        }
        self
    }

    /// The site map of an edition, by its number.
    pub fn edition(&self, number: usize) -> &EditionRoutes {
        &self.editions[number]
    }

    /// The page with this path from the root of the site.
    pub fn page(&self, path: &str) -> Option<&Page> {
        match self.addresses.get(&key(path))? {
            Place::Landing => Some(&self.landing),
            Place::Page { edition, page } => self.editions[*edition].pages().get(*page),
            Place::File { .. } => None,
        }
    }

    /// Every page, in a fixed order.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        std::iter::once(&self.landing).chain(self.editions.iter().flat_map(EditionRoutes::pages))
    }

    /// Every file that is not a page, in a fixed order.
    pub fn files(&self) -> impl Iterator<Item = &SiteFile> {
        self.editions.iter().flat_map(EditionRoutes::files)
    }
}

/// An address as it is looked up.
fn key(path: &str) -> String {
    folder(path).trim_end_matches('/').to_lowercase()
}
