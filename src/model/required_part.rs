use super::keyword::keywords;

/// A part that the section on agile work must hold (D.M. 132/2022, art. 4 c. 1 lett. b); chapters say with `copre` which they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequiredPart {
    /// Services to users are not worsened.
    Services,
    /// People take turns, and work in the office prevails.
    Rotation,
    /// Digital tools that keep data confidential.
    Confidentiality,
    /// A plan for work that has fallen behind, if there is any.
    Backlog,
    /// The devices that people are given.
    Devices,
}

keywords!(RequiredPart {
    Services = "servizi-agli-utenti",
    Rotation = "rotazione-e-prevalenza",
    Confidentiality = "strumenti-e-riservatezza",
    Backlog = "smaltimento-arretrato",
    Devices = "dotazioni-del-personale",
});

impl RequiredPart {
    /// What the part says, for people.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Services => "i servizi agli utenti non peggiorano",
            Self::Rotation => "il personale ruota e la presenza prevale",
            Self::Confidentiality => "gli strumenti digitali proteggono la riservatezza",
            Self::Backlog => "il lavoro arretrato, se c'è, si smaltisce",
            Self::Devices => "il personale ha le dotazioni adatte",
        }
    }
}
