use crate::output::Output;
use crate::publish::SiteOutputs;
use crate::site::Page;
use crate::trouble::Trouble;
use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, VecDeque};

/// The page of a folder.
const INDEX: &str = "index.html";

/// How many pages are remembered as they were made: an open page is made to see whether it changed, and asked for right after.
const REMEMBERED: usize = 8;

/// Files by their paths.
type Files = HashMap<String, Vec<u8>>;

/// The files of a site, found by the address at which a server would answer with them. Pages are made when they are asked for.
#[derive(Debug)]
pub struct SiteFiles<'a> {
    outputs: &'a SiteOutputs<'a>,
    pages: HashMap<String, Page>,
    /// Whether its open data are those of an earlier reading, which may be listed and not be taken away.
    is_foreseen: bool,
    /// The last pages that were made, with their paths.
    made: RefCell<VecDeque<(String, String)>>,
    looks: OnceCell<Files>,
    others: OnceCell<Files>,
}

/// A file of the site.
#[derive(Debug)]
pub struct Found {
    /// Its path below the site.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What stands at an address.
#[derive(Debug)]
pub enum Place {
    /// A page.
    Page(String),
    /// A file.
    File(Found),
    /// A folder that was named without the slash at its end: this is its address.
    Moved(String),
    /// Nothing: the page that says so.
    Nowhere(String),
    /// What is being made.
    Later,
    /// What cannot be made, and why.
    Broken(String),
}

impl<'a> SiteFiles<'a> {
    /// The files of a site; `is_foreseen` = its open data are those of an earlier reading.
    pub fn new(outputs: &'a SiteOutputs<'a>, is_foreseen: bool) -> Self {
        let pages = outputs.pages().into_iter().map(|page| (page.path.clone(), page)).collect();
        Self { outputs, pages, is_foreseen, made: RefCell::default(), looks: OnceCell::new(), others: OnceCell::new() }
    }

    /// What stands at an address, which begins with a slash.
    pub fn find(&self, address: &str) -> Place {
        self.at(address).unwrap_or_else(|trouble| Place::Broken(format!("{trouble}: {}", trouble.advice())))
    }

    /// Whether there is a page at an address that ends with a slash.
    pub(super) fn has_page(&self, address: &str) -> bool {
        self.pages.contains_key(&format!("{}{INDEX}", address.trim_start_matches('/')))
    }

    fn at(&self, address: &str) -> Result<Place, Trouble> {
        let mut path = address.trim_start_matches('/').to_owned();
        if path.is_empty() || path.ends_with('/') {
            path.push_str(INDEX);
        }
        if let Some(page) = self.pages.get(&path) {
            return self.page(page).map(Place::Page);
        }
        if let Some(bytes) = self.looks()?.get(&path).filter(|_| !path.ends_with(".html")) {
            return Ok(Place::File(Found { path, bytes: bytes.clone() }));
        }
        if self.is_foreseen {
            return Ok(Place::Later);
        }
        let folder = format!("{path}/{INDEX}");
        let others = self.others()?;
        if self.pages.contains_key(&folder) || others.contains_key(&folder) {
            return Ok(Place::Moved(format!("{address}/")));
        }
        let not_found = || others.get("404.html").map_or_else(String::new, |bytes| text(bytes.clone()));
        Ok(match others.get(&path) {
            Some(bytes) if path.ends_with(".html") => Place::Page(text(bytes.clone())),
            Some(bytes) => Place::File(Found { path, bytes: bytes.clone() }),
            None => Place::Nowhere(not_found()),
        })
    }

    /// A page.
    fn page(&self, page: &Page) -> Result<String, Trouble> {
        let known = self.made.borrow().iter().find(|(path, _)| *path == page.path).map(|(_, html)| html.clone());
        if let Some(html) = known {
            return Ok(html);
        }
        let html = text(self.outputs.render(page)?.bytes);
        let mut made = self.made.borrow_mut();
        made.push_back((page.path.clone(), html.clone()));
        if made.len() > REMEMBERED {
            made.pop_front();
        }
        Ok(html)
    }

    /// The files by which the pages look as they do, without which none is seen.
    fn looks(&self) -> Result<&Files, Trouble> {
        kept(&self.looks, || self.outputs.looks())
    }

    /// The files that are no pages; made together when one of them is asked for first.
    fn others(&self) -> Result<&Files, Trouble> {
        kept(&self.others, || self.outputs.beside())
    }
}

/// Files that are made when they are asked for first.
fn kept(cell: &OnceCell<Files>, make: impl FnOnce() -> Result<Vec<Output>, Trouble>) -> Result<&Files, Trouble> {
    if let Some(files) = cell.get() {
        return Ok(files);
    }
    let files = make()?.into_iter().map(|output| (output.path, output.bytes)).collect();
    Ok(cell.get_or_init(|| files))
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}
