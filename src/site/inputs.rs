use crate::chapters::ChapterTree;
use crate::edition_files::EditionFiles;
use crate::model::{Administration, Annex};
use crate::picture::Picture;
use crate::theme::Theme;

/// Everything that the pages are made from.
#[derive(Clone, Copy, Debug)]
pub struct SiteInputs<'a> {
    /// The data.
    pub annex: &'a Annex,
    /// Who publishes.
    pub administration: &'a Administration,
    /// For each edition, for each chapter, its text with the figures in place.
    pub chapters: &'a [Vec<&'a ChapterTree>],
    /// The theme.
    pub theme: &'a Theme,
    /// The coat of arms of the administration.
    pub coat_of_arms: Option<&'a Picture>,
    /// Where the site is served from, ending in a slash; `None` = no absolute address anywhere.
    pub base_url: Option<&'a str>,
    /// For each edition, the files that stand beside its pages.
    pub files: &'a [EditionFiles],
}
