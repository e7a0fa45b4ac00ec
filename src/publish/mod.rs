//! From a folder to everything that is published of it.
//!
//! Owns the order of the stages: what is read and checked first, what is then made of each edition, and in which order it goes into
//! the site or into the archive. Prints nothing: what people should know is in the values that it returns.
//!
//! ```text
//! folder ─→ CheckedAnnex ─→ Publication ─→ PublishedFiles ─→ SiteOutputs ─→ Staging (the site) | PackageFile (the archive)
//! ```

mod appearance;
mod checked_annex;
mod files;
mod package_file;
mod pdfs;
mod publication;
mod site_outputs;

pub use appearance::Appearance;
pub use checked_annex::CheckedAnnex;
pub use files::PublishedFiles;
pub use package_file::{PackageFile, PackageSummary};
pub use pdfs::PdfSource;
pub use publication::Publication;
pub use site_outputs::SiteOutputs;
