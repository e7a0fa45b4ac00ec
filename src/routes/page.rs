use super::page_kind::PageKind;
use super::part::Part;
use super::print_page::PrintPage;
use super::process_subset::ProcessSubset;
use super::section::Section;

/// A page of the site: where it stands and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path from the root of the site, with `/`; ends in `index.html`.
    pub path: String,
    /// The number of its edition; `None` for the first page of the site.
    pub edition: Option<usize>,
    /// What it shows.
    pub subject: Subject,
    /// Which part of the lists that grow with the annex it has.
    pub part: Part,
}

/// What a page shows; numbers are those of the rows of its edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // Each is the page of what its name says.
pub enum Subject {
    Landing,
    Edition,
    Chapter(usize),
    Section(Section),
    Process(usize),
    ProcessList(ProcessSubset),
    Area(usize),
    Service(usize),
    Team(usize),
    Print(PrintPage),
}

impl Page {
    /// The first page of the site.
    pub(super) fn landing() -> Self {
        Self { path: "index.html".to_owned(), edition: None, subject: Subject::Landing, part: Part::WHOLE }
    }

    /// The kind of the page.
    pub fn kind(&self) -> PageKind {
        match self.subject {
            Subject::Landing => PageKind::Landing,
            Subject::Edition => PageKind::Edition,
            Subject::Chapter(_) => PageKind::Chapter,
            Subject::Section(section) => PageKind::Section(section),
            Subject::Process(_) => PageKind::Process,
            Subject::ProcessList(_) => PageKind::ProcessList,
            Subject::Area(_) => PageKind::Area,
            Subject::Service(_) => PageKind::Service,
            Subject::Team(_) => PageKind::Team,
            Subject::Print(_) => PageKind::Print,
        }
    }
}
