use super::section::Section;

/// A kind of page; each has a template of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // Each is the page that its name says.
pub enum PageKind {
    Landing,
    Edition,
    Chapter,
    Section(Section),
    Process,
    ProcessList,
    Area,
    Service,
    Team,
    Print,
    NotFound,
}

impl PageKind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        let first = [Self::Landing, Self::Edition, Self::Chapter];
        let last =
            [Self::Process, Self::ProcessList, Self::Area, Self::Service, Self::Team, Self::Print, Self::NotFound];
        first.into_iter().chain(Section::ALL.iter().copied().map(Self::Section)).chain(last)
    }

    /// The name by which `theme.yaml` calls it, which is also that of its template.
    pub fn name(self) -> &'static str {
        match self {
            Self::Landing => "landing",
            Self::Edition => "edizione",
            Self::Chapter => "capitolo",
            Self::Section(section) => section.kind(),
            Self::Process => "processo",
            Self::ProcessList => "processi-elenco",
            Self::Area => "area",
            Self::Service => "servizio",
            Self::Team => "smart-team",
            Self::Print => "stampa",
            Self::NotFound => "404",
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|kind| kind.name() == name)
    }
}
