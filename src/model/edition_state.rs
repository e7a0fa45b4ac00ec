use super::{Annex, Edition, EditionId, Status};

/// What an edition is today: the one word that landing, pages, sheets and PDFs take from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditionState {
    /// A draft or a proposal: it was never in force.
    InPreparation,
    /// Approved, of a year that is still to come.
    ToCome,
    /// The current one, approved; or, while that is a draft, the last one that was approved before it, if its years reach into those of the
    /// draft: it holds until the next one is approved.
    InForce,
    /// The last one that was approved before a current draft, whose years end before those of the draft begin: whether it still holds
    /// depends on the day.
    LastApproved,
    /// The current one, or one after it, of which nobody says whether it was approved.
    Unstated,
    /// Before the one in force.
    Past,
    /// Before the current one, and nobody can say that it was ever in force, or that it is no longer: it is still called a draft or a
    /// proposal, or nobody says what it is and no other one took its place.
    Earlier,
}

impl EditionState {
    /// The state of an edition, by its own `stato` and by its place before or after the one that the administration calls current.
    pub fn of(edition: &Edition, annex: &Annex) -> Self {
        let named = annex.administration.as_ref().and_then(|ente| EditionId::new(&ente.current_edition.value));
        let current = named.as_ref().unwrap_or(&edition.id);
        if edition.id < *current {
            return Self::before(current, edition, annex);
        }
        match edition.status.as_ref().map(|status| status.value) {
            None => Self::Unstated,
            Some(Status::Draft | Status::Proposed) => Self::InPreparation,
            Some(Status::Approved) if edition.id == *current => Self::InForce,
            Some(Status::Approved) => Self::ToCome,
        }
    }

    /// The state of an edition before the current one: what is approved holds until another one that is approved takes its place.
    fn before(current: &EditionId, edition: &Edition, annex: &Annex) -> Self {
        let is_draft =
            |edition: &Edition| edition.status.as_ref().is_some_and(|status| status.value != Status::Approved);
        let is_approved = |edition: &Edition| edition.status.is_some() && !is_draft(edition);
        if is_draft(edition) {
            return Self::Earlier;
        }
        if !annex.current().is_some_and(is_draft) {
            return Self::Past;
        }
        let mut between = annex.editions.iter().filter(|other| edition.id < other.id && other.id < *current);
        if between.clone().any(is_approved) {
            return Self::Past;
        }
        let reaches =
            edition.id.span_of_years().zip(current.first_year()).is_some_and(|((_, last), first)| last >= first);
        match is_approved(edition) && between.all(is_draft) {
            false => Self::Earlier,
            true if reaches => Self::InForce,
            true => Self::LastApproved,
        }
    }

    /// How the edition of this state to which readers of others are led is called within a sentence: only one that is approved is in force.
    pub fn adjective(self) -> &'static str {
        match self {
            Self::InForce => "vigente",
            Self::LastApproved => "approvata",
            _ => "corrente",
        }
    }

    /// In a few words, for a label: `vigente`.
    pub fn label(self) -> &'static str {
        match self {
            Self::InPreparation => "in preparazione",
            Self::ToCome => "approvata, non ancora vigente",
            Self::InForce => "vigente",
            Self::Unstated => "stato non indicato",
            Self::Past => "non più vigente",
            Self::LastApproved => "ultima approvata",
            Self::Earlier => "precedente",
        }
    }

    /// What is said of it on every page, where it is not the current one or not approved; `None` = nothing.
    pub fn remark(self) -> Option<&'static str> {
        match self {
            Self::InPreparation => Some("in preparazione: il testo può ancora cambiare e non è in vigore"),
            Self::ToCome => Some("approvata, non ancora vigente"),
            Self::Past => Some("non più vigente"),
            Self::LastApproved => Some("ultima approvata"),
            Self::Earlier => Some("precedente a quella corrente"),
            Self::InForce | Self::Unstated => None,
        }
    }
}
