use crate::chapters::ChapterTree;
use crate::edition_files::EditionFiles;
use crate::model::{Administration, Annex};
use crate::picture::{Album, Picture};
use crate::routes::Routes;
use crate::theme::Theme;

/// Everything that the pages are made from.
#[derive(Clone, Copy, Debug)]
pub struct SiteInputs<'a> {
    /// The data.
    pub annex: &'a Annex,
    /// Who publishes.
    pub administration: &'a Administration,
    /// The site map of the same data.
    pub routes: &'a Routes,
    /// For each edition, for each chapter, its text with the figures in place.
    pub chapters: &'a [Vec<&'a ChapterTree>],
    /// The theme.
    pub theme: &'a Theme,
    /// The coat of arms of the administration.
    pub coat_of_arms: Option<&'a Picture>,
    /// Where the site is served from, ending in a slash; `None` = no absolute address anywhere.
    pub base_url: Option<&'a str>,
    /// For each edition, the pictures of its chapters.
    pub albums: &'a [Album],
    /// For each edition, the files that stand beside its pages.
    pub files: &'a [EditionFiles],
}

#[cfg(test)]
impl<'a> SiteInputs<'a> {
    /// The data alone, without chapters and files.
    pub(in crate::site) fn bare(annex: &'a Annex, routes: &'a Routes, theme: &'a Theme) -> Self {
        let administration = annex.administration.as_ref().expect("the administration is there");
        let (coat_of_arms, base_url) = (None, None);
        Self { annex, administration, routes, chapters: &[], theme, coat_of_arms, base_url, albums: &[], files: &[] }
    }
}
