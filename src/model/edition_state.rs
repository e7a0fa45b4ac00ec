use super::{Administration, Edition, EditionId, Status};

/// What an edition is today: the one word that landing, pages, sheets and PDFs take from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditionState {
    /// A draft or a proposal: it was never in force.
    InPreparation,
    /// Approved, of a year that is still to come.
    ToCome,
    /// The current one, approved.
    InForce,
    /// The current one, or one after it, of which nobody says whether it was approved.
    Unstated,
    /// Before the current one.
    Past,
    /// Before the current one, and still called a draft or a proposal: nobody can say that it was ever in force.
    NeverApproved,
}

impl EditionState {
    /// The state of an edition, by its own `stato` and by its place before or after the one that the administration calls current.
    pub fn of(edition: &Edition, administration: &Administration) -> Self {
        let current = EditionId::new(&administration.current_edition.value);
        Self::beside(edition, current.as_ref().unwrap_or(&edition.id))
    }

    fn beside(edition: &Edition, current: &EditionId) -> Self {
        let draft = edition.status.as_ref().map(|status| status.value != Status::Approved);
        let is_past = edition.id < *current;
        match draft {
            Some(true) if is_past => Self::NeverApproved,
            Some(true) => Self::InPreparation,
            _ if is_past => Self::Past,
            None => Self::Unstated,
            Some(false) if edition.id == *current => Self::InForce,
            Some(false) => Self::ToCome,
        }
    }

    /// How the current edition of this state is called within a sentence: only one that is approved is in force.
    pub fn adjective(self) -> &'static str {
        if self == Self::InForce { "vigente" } else { "corrente" }
    }

    /// In two words, for a label: `in vigore`.
    pub fn label(self) -> &'static str {
        match self {
            Self::InPreparation => "in preparazione",
            Self::ToCome => "approvata, non ancora vigente",
            Self::InForce => "vigente",
            Self::Unstated => "stato non indicato",
            Self::Past => "non più vigente",
            Self::NeverApproved => "precedente",
        }
    }

    /// What is said of it on every page, where it is not the current one or not approved; `None` = nothing.
    pub fn remark(self) -> Option<&'static str> {
        match self {
            Self::InPreparation => Some("in preparazione: il testo può ancora cambiare e non è in vigore"),
            Self::ToCome => Some("approvata, non ancora vigente"),
            Self::Past => Some("non più vigente"),
            Self::NeverApproved => Some("precedente a quella corrente"),
            Self::InForce | Self::Unstated => None,
        }
    }
}
