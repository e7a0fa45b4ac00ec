use super::{Administration, Controls, Edition, EditionState, Outline};

/// Everything that was read: the administration and its editions.
#[derive(Debug)]
pub struct Annex {
    /// Who publishes; `None` if `data/ente.yaml` could not be read.
    pub administration: Option<Administration>,
    /// What the office changed of the checks.
    pub controls: Controls,
    /// The editions, in the order of [`super::EditionId`]: years, then numbers.
    pub editions: Vec<Edition>,
    /// Which record each place belongs to.
    pub outline: Outline,
}

impl Annex {
    /// The edition that the administration calls current: the one in force, or the draft of the next.
    pub fn current(&self) -> Option<&Edition> {
        let id = &self.administration.as_ref()?.current_edition.value;
        self.editions.iter().find(|edition| edition.id.as_str() == id)
    }

    /// The edition to which readers of the others are led: the one in force, else the last that was approved, else the current one.
    pub fn leading(&self) -> Option<&Edition> {
        let holds = |edition: &&Edition| {
            matches!(EditionState::of(edition, self), EditionState::InForce | EditionState::LastApproved)
        };
        self.editions.iter().find(holds).or_else(|| self.current())
    }
}
