//! From the rows of a spreadsheet to changes in the YAML of an edition.
//!
//! Owns what a row states ([`Draft`]), whichever workbook it comes from, and how such rows are held against the records that are there
//! already. `own` reads our workbooks that come back, `foreign` those of others, `report` tells what was understood; how a file becomes cells is said elsewhere.

mod additions;
mod answer_keys;
mod answers;
mod column_names;
mod deed;
mod draft;
mod foreign;
mod formula;
mod merge;
pub mod own;
mod reading;
pub mod report;
mod shelf;
mod target;

pub use answer_keys::answer_keys;
pub use answers::{Answers, ColumnAnswer};
pub use column_names::ColumnNames;
pub use deed::{Deed, DeedKind, Effect, FieldChange, Problem};
pub use draft::Draft;
pub use foreign::{Context, answer, heading_keys, read as read_foreign};
pub use merge::merge;
pub use reading::{
    ColumnReading, Doubt, FileReading, How, Question, SheetReading, Skipped, TotalReading, Why, column_letters,
};
pub use target::Target;
