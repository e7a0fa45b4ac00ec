use super::{Administration, Controls, Edition, Outline};

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
    /// The edition in force.
    pub fn current(&self) -> Option<&Edition> {
        let id = &self.administration.as_ref()?.current_edition.value;
        self.editions.iter().find(|edition| edition.id.as_str() == id)
    }
}
