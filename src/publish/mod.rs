//! From a folder to everything that is published of it.
//!
//! Owns the order of the stages: what is read and checked first, what is then made of each edition, and in which order it goes into
//! the site or into the archive. Prints nothing: warnings and counts are in the values that it returns.
//!
//! ```text
//! folder ─→ CheckedAnnex ─→ Publication ─→ PublishedFiles ─→ SiteOutputs ─→ Staging (the site) | PackageFile (the archive)
//! ```

mod acceptance;
mod appearance;
mod chapter_link;
mod checked_annex;
mod files;
mod foreseen_theme;
mod kept_data;
mod kept_reading;
mod last_build;
mod obstacles;
mod package_file;
mod pdfs;
mod publication;
mod read_annex;
mod site_outputs;
mod word_documents;

use crate::model::Annex;
use crate::theme::Theme;
use crate::trouble::Trouble;
use std::path::Path;
use std::sync::Arc;

pub use acceptance::Acceptance;
pub use appearance::Appearance;
pub use chapter_link::ChapterLink;
pub use checked_annex::CheckedAnnex;
pub use files::PublishedFiles;
pub use foreseen_theme::foreseen_theme;
pub use kept_data::KeptData;
pub use kept_reading::KeptReading;
pub use last_build::{LastBuild, Unchanged};
pub use obstacles::obstacles;
pub use package_file::{PackageFile, PackageSummary};
pub use pdfs::{PdfSource, Previous};
pub use publication::Publication;
pub use read_annex::ReadAnnex;
pub use site_outputs::{PageKeys, SiteOutputs};
pub use word_documents::WordSource;

/// Reads the files that data without error name, as a build does: the theme, unless it was read before, the coat of arms, the approved
/// documents.
///
/// # Errors
///
/// The same with which a build would stop.
pub fn read_named_files(root: &Path, annex: &Annex, theme: Option<&Arc<Theme>>) -> Result<Vec<String>, Trouble> {
    let warnings = match &annex.administration {
        Some(administration) => Appearance::read(root, administration, theme)?.warnings(administration),
        None => Vec::new(),
    };
    publication::approved_documents(root, annex)?;
    Ok(warnings)
}
