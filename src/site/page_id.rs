use super::process_subset::ProcessSubset;
use crate::theme::PageKind;

/// A page that is going to be rendered: where it goes and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path below the target, with `/`; ends in `index.html`.
    pub path: String,
    /// What it shows.
    pub(super) subject: Subject,
}

/// What a page shows, by row numbers; the first number is always that of the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Landing,
    Edition(usize),
    Chapter(usize, usize),
    Processes(usize),
    Process(usize, usize),
    ProcessList(usize, ProcessSubset),
    Areas(usize),
    Area(usize, usize),
    Services(usize),
    Service(usize, usize),
    Teams(usize),
    Team(usize, usize),
    Software(usize),
    Training(usize),
    Adoption(usize),
    ExpectedBehaviours(usize),
    ToVerify(usize),
    Search(usize),
    Print(usize, PrintPage),
    Data(usize),
    Glossary(usize),
    /// An edition and the one before.
    Changes(usize, usize),
}

/// What a page made for paper holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintPage {
    Processes,
    Teams,
    Software,
    Training,
    Adoption,
    ExpectedBehaviours,
    Annex,
}

impl Page {
    /// The kind of the page.
    pub fn kind(&self) -> PageKind {
        match self.subject {
            Subject::Landing => PageKind::Landing,
            Subject::Edition(_) => PageKind::Edition,
            Subject::Chapter(..) => PageKind::Chapter,
            Subject::Processes(_) => PageKind::Processes,
            Subject::Process(..) => PageKind::Process,
            Subject::ProcessList(..) => PageKind::ProcessList,
            Subject::Areas(_) => PageKind::Areas,
            Subject::Area(..) => PageKind::Area,
            Subject::Services(_) => PageKind::Services,
            Subject::Service(..) => PageKind::Service,
            Subject::Teams(_) => PageKind::Teams,
            Subject::Team(..) => PageKind::Team,
            Subject::Software(_) => PageKind::Software,
            Subject::Training(_) => PageKind::Training,
            Subject::Adoption(_) => PageKind::Adoption,
            Subject::ExpectedBehaviours(_) => PageKind::ExpectedBehaviours,
            Subject::ToVerify(_) => PageKind::ToVerify,
            Subject::Search(_) => PageKind::Search,
            Subject::Print(..) => PageKind::Print,
            Subject::Data(_) => PageKind::Data,
            Subject::Glossary(_) => PageKind::Glossary,
            Subject::Changes(..) => PageKind::Changes,
        }
    }
}

impl PrintPage {
    /// The name of its folder below `stampa/`, which is also that of the page that it is the paper of.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Processes => "processi",
            Self::Teams => "smart-team",
            Self::Software => "software",
            Self::Training => "formazione",
            Self::Adoption => "attuazione",
            Self::ExpectedBehaviours => "valutazione",
            Self::Annex => "allegato",
        }
    }
}

impl Page {
    /// The number of its edition; nothing for the landing page.
    pub(super) fn edition(&self) -> Option<usize> {
        match self.subject {
            Subject::Landing => None,
            Subject::Edition(edition)
            | Subject::Chapter(edition, _)
            | Subject::Processes(edition)
            | Subject::Process(edition, _)
            | Subject::ProcessList(edition, _)
            | Subject::Areas(edition)
            | Subject::Area(edition, _)
            | Subject::Services(edition)
            | Subject::Service(edition, _)
            | Subject::Teams(edition)
            | Subject::Team(edition, _)
            | Subject::Software(edition)
            | Subject::Training(edition)
            | Subject::Adoption(edition)
            | Subject::ExpectedBehaviours(edition)
            | Subject::ToVerify(edition)
            | Subject::Search(edition)
            | Subject::Print(edition, _)
            | Subject::Data(edition)
            | Subject::Glossary(edition)
            | Subject::Changes(edition, _) => Some(edition),
        }
    }
}
