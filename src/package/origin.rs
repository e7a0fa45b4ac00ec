use crate::model::{Annex, Date, Edition};
use crate::routes::approved_path;

/// Where on the web a file of the site stands, and of what day it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The absolute address; `None` if the address of the site is not known.
    pub(super) address: Option<String>,
    /// The day of its edition, or of the act that approved it; `None` if it is not stated.
    pub(super) day: Option<Date>,
}

/// Knows the [`Origin`] of every file of the site.
#[derive(Debug)]
pub struct Origins<'a> {
    annex: &'a Annex,
    base_url: Option<&'a str>,
}

impl Origin {
    /// Its day.
    pub fn day(&self) -> Option<Date> {
        self.day
    }
}

impl<'a> Origins<'a> {
    /// `base_url` is where the site is served from, ending in a slash.
    pub fn new(annex: &'a Annex, base_url: Option<&'a str>) -> Self {
        Self { annex, base_url }
    }

    /// The origin of a file by its path on the site: a page is served at its folder.
    pub fn of(&self, path: &str) -> Origin {
        let edition = self.annex.editions.iter().find(|edition| edition.id.below(path).is_some());
        Origin {
            address: self.base_url.map(|base| format!("{base}{}", path.strip_suffix("index.html").unwrap_or(path))),
            day: edition.or_else(|| self.annex.current()).and_then(|edition| day_of(edition, path)),
        }
    }

    /// The origin of a file of the edition in force that does not stand on the site.
    pub fn archive_only(&self) -> Origin {
        Origin { address: None, day: self.annex.current().and_then(Edition::day) }
    }
}

/// The day of a file of an edition: the approved document is of the day of its approval, all else of that of the edition.
fn day_of(edition: &Edition, path: &str) -> Option<Date> {
    let below = edition.id.below(path);
    let approved = edition.approved_document.as_ref().map(approved_path);
    if below.is_some() && below == approved.as_deref() {
        return edition.approval.date.as_ref().map(|date| date.value);
    }
    edition.day()
}
