use super::asked::Asked;
use super::edition_context::EditionContext;
use super::inputs::SiteInputs;
use crate::comparison::{Comparison, Side};
use crate::model::{Administration, Edition, EditionState};
use crate::picture::Picture;
use crate::routes::Page;
use std::sync::OnceLock;

/// What the pages of all editions share, worked out once.
#[derive(Debug)]
pub(in crate::site) struct SiteContext<'a> {
    pub(in crate::site) administration: &'a Administration,
    /// In the order of the editions.
    pub(in crate::site) editions: Vec<EditionContext<'a>>,
    /// The number of the edition that the administration calls current.
    pub(in crate::site) current: Option<usize>,
    /// The number of the edition to which readers of the others are led: the current one, or the one in force while that is a draft.
    pub(in crate::site) leading: Option<usize>,
    /// The state of each edition.
    pub(in crate::site) states: Vec<EditionState>,
    /// Where the site is served from, ending in a slash.
    pub(in crate::site) base_url: Option<&'a str>,
    pub(in crate::site) coat_of_arms: Option<&'a Picture>,
    /// For each edition, what is different from the one before, once a page asks for it.
    comparisons: Vec<OnceLock<Comparison>>,
    /// What the theme asks for.
    pub(in crate::site) asked: Asked,
}

impl<'a> SiteContext<'a> {
    /// Resolves every edition.
    pub(in crate::site) fn of(inputs: &SiteInputs<'a>) -> Self {
        let SiteInputs { annex, administration, coat_of_arms, base_url, .. } = *inputs;
        let number_of = |wanted: Option<&Edition>| {
            annex.editions.iter().position(|edition| Some(&edition.id) == wanted.map(|wanted| &wanted.id))
        };
        Self {
            administration,
            editions: (0..annex.editions.len()).map(|number| EditionContext::new(inputs, number)).collect(),
            current: number_of(annex.current()),
            leading: number_of(annex.leading()),
            states: annex.editions.iter().map(|edition| EditionState::of(edition, annex)).collect(),
            base_url,
            coat_of_arms,
            comparisons: annex.editions.iter().map(|_| OnceLock::new()).collect(),
            asked: Asked::of(inputs.theme),
        }
    }

    /// What is different between an edition and the one before it; nothing where there is none before it.
    pub(in crate::site) fn compared(&self, number: usize) -> &Comparison {
        let side =
            |number: usize| Side { administration: Some(self.administration), edition: self.editions[number].edition };
        self.comparisons[number].get_or_init(|| Comparison::between(side(number.saturating_sub(1)), side(number)))
    }

    /// The edition of a page; `None` for the first page of the site.
    pub(in crate::site) fn edition_of(&self, page: &Page) -> Option<&EditionContext<'a>> {
        page.edition.and_then(|number| self.editions.get(number))
    }
}
