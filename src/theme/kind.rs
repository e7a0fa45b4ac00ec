/// A kind of page; each has a template of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // Each is the page that its name says.
pub enum PageKind {
    Landing,
    Edition,
    Chapter,
    Processes,
    Process,
    ProcessList,
    Areas,
    Area,
    Services,
    Service,
    Teams,
    Team,
    Software,
    Training,
    Adoption,
    ExpectedBehaviours,
    ToVerify,
    Search,
    Print,
    Data,
    Glossary,
    Changes,
    NotFound,
}

impl PageKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Landing,
        Self::Edition,
        Self::Chapter,
        Self::Processes,
        Self::Process,
        Self::ProcessList,
        Self::Areas,
        Self::Area,
        Self::Services,
        Self::Service,
        Self::Teams,
        Self::Team,
        Self::Software,
        Self::Training,
        Self::Adoption,
        Self::ExpectedBehaviours,
        Self::ToVerify,
        Self::Search,
        Self::Print,
        Self::Data,
        Self::Glossary,
        Self::Changes,
        Self::NotFound,
    ];

    /// The name by which `theme.yaml` calls it, which is also that of its template.
    pub fn name(self) -> &'static str {
        match self {
            Self::Landing => "landing",
            Self::Edition => "edizione",
            Self::Chapter => "capitolo",
            Self::Processes => "processi",
            Self::Process => "processo",
            Self::ProcessList => "processi-elenco",
            Self::Areas => "aree",
            Self::Area => "area",
            Self::Services => "servizi",
            Self::Service => "servizio",
            Self::Teams => "smart-team-elenco",
            Self::Team => "smart-team",
            Self::Software => "software",
            Self::Training => "formazione",
            Self::Adoption => "attuazione",
            Self::ExpectedBehaviours => "valutazione",
            Self::ToVerify => "da-verificare",
            Self::Search => "cerca",
            Self::Print => "stampa",
            Self::Data => "dati",
            Self::Glossary => "glossario",
            Self::Changes => "cambiamenti",
            Self::NotFound => "404",
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}
