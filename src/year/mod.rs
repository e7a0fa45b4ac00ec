//! The year's work on an edition, as functions that the command line and the workbench both call: spreadsheets out and in, the comparison as it
//! is handed over, the seal, next year's edition, the site and the archive.
//!
//! Owns what each of these commands reads first, what keeps it from going on, and the bytes that come of it. Prints nothing and asks
//! nobody: whoever calls says what was done, and writes what is said here to be written.

mod compared;
mod desk;
mod export;
mod import;
mod new_edition;
mod papers;
mod publishing;
mod seal;

pub use compared::{ComparisonFormat, comparison_bytes};
pub use desk::Desk;
pub use export::{Export, archived};
pub use import::{ImportReading, Incoming};
pub use new_edition::{ADMINISTRATION, NewEdition, decisions, new_name};
pub use papers::{Papers, WordPaper};
pub use publishing::{Made, Product, SITE, publish};
pub use seal::{Sealing, is_sealed, must_be_open, opened, seal_path, sealed};
