use super::chapter_name::chapter_name;
use super::file::SiteFile;
use super::outside::{Outside, outside};
use super::page::{Page, Subject};
use super::{Place, Routes, key};

/// The chapter in which a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The number of its edition.
    pub edition: usize,
    /// The number of the chapter.
    pub chapter: usize,
}

/// Where a link of a chapter leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination<'r, 't> {
    /// An address outside the site, its scheme one of those admitted.
    Outside(String),
    /// A chapter; whether it has that heading is for those to say who read it.
    Chapter {
        /// The page of the chapter.
        page: &'r Page,
        /// The number of its edition.
        edition: usize,
        /// Its number.
        chapter: usize,
        /// The anchor of a heading.
        heading: Option<&'t str>,
    },
    /// Another page of the site.
    Page {
        /// The page.
        page: &'r Page,
        /// A place of the page.
        anchor: Option<&'t str>,
    },
    /// A file of the site.
    File(&'r SiteFile),
}

/// Why a link leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It has no address.
    Empty,
    /// Its scheme is not one of those admitted.
    NotAdmitted,
    /// Its scheme is, but nothing useful follows.
    Incomplete,
    /// No chapter is in a file of this name.
    NoChapter,
    /// No page has this address.
    NoPage,
    /// No file has this address.
    NoFile,
}

impl Routes {
    /// Where a link of a chapter leads.
    ///
    /// An address counts from the folder of the edition; one that begins with `../`, from the chapter's own page or else from
    /// that folder. The file of a chapter counts from the folder of the chapter's file.
    ///
    /// # Errors
    ///
    /// When it leads nowhere.
    pub fn resolve<'t>(&self, target: &'t str, from: Origin) -> Result<Destination<'_, 't>, Broken> {
        match outside(target) {
            Some(Outside::Address(address)) => return Ok(Destination::Outside(address)),
            Some(Outside::Incomplete) => return Err(Broken::Incomplete),
            Some(Outside::NotAdmitted) => return Err(Broken::NotAdmitted),
            None => {}
        }
        let (path, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
        let anchor = anchor.filter(|anchor| !anchor.is_empty());
        if path.is_empty() {
            let heading = anchor.ok_or(Broken::Empty)?;
            return self.chapter(from.edition, from.chapter, Some(heading)).ok_or(Broken::Empty);
        }
        if path.ends_with(".md") {
            return self.chapter_file(path, anchor, from).ok_or(Broken::NoChapter);
        }
        match self.find(path, from) {
            Some(Place::Landing) => Ok(Destination::Page { page: &self.landing, anchor }),
            Some(Place::Page { edition, page }) => {
                let page = &self.editions[edition].pages()[page];
                Ok(match page.subject {
                    Subject::Chapter(chapter) => Destination::Chapter { page, edition, chapter, heading: anchor },
                    _ => Destination::Page { page, anchor },
                })
            }
            Some(Place::File { edition, file }) if !path.ends_with('/') => {
                Ok(Destination::File(&self.editions[edition].files()[file]))
            }
            _ if is_file(path) => Err(Broken::NoFile),
            _ => Err(Broken::NoPage),
        }
    }

    fn find(&self, path: &str, from: Origin) -> Option<Place> {
        let edition = &self.editions[from.edition];
        let from_edition = || joined(&[edition.id()], path);
        let candidates = if path.starts_with("../") || path == ".." {
            let from_page = joined(&[edition.id(), edition.chapter_name(from.chapter)], path);
            [from_page, from_edition()]
        } else {
            [from_edition(), None]
        };
        candidates.into_iter().flatten().find_map(|path| self.addresses.get(&key(&path)).copied())
    }

    /// The chapter in a file, named from the folder of another chapter's file.
    fn chapter_file<'t>(&self, path: &str, heading: Option<&'t str>, from: Origin) -> Option<Destination<'_, 't>> {
        let whole = joined(&[self.editions[from.edition].id()], path)?;
        let (folder, file) = whole.split_once('/')?;
        let edition = self.editions.iter().position(|edition| edition.id() == folder)?;
        let name = Some(chapter_name(file)).filter(|_| !file.contains('/'))?;
        let names = &self.editions[edition];
        let chapter = (0..names.chapter_count()).find(|row| names.chapter_name(*row) == name)?;
        self.chapter(edition, chapter, heading)
    }

    fn chapter<'t>(&self, edition: usize, chapter: usize, heading: Option<&'t str>) -> Option<Destination<'_, 't>> {
        let page = self.editions[edition].pages().iter().find(|page| page.subject == Subject::Chapter(chapter))?;
        Some(Destination::Chapter { page, edition, chapter, heading })
    }
}

/// Whether a path names a file that is not a page: its last part has an ending.
fn is_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.contains('.') && !name.starts_with('.') && !name.ends_with(".html")
}

/// A path from a folder, its `.` and `..` followed; `None` if it leads out of the site or begins with a slash.
fn joined(folder: &[&str], path: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    let mut parts = folder.to_vec();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
