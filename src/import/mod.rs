//! From the rows of a spreadsheet to changes in the YAML of an edition.
//!
//! Owns what a row states ([`Draft`]), whichever workbook it comes from, and how such rows are held against the records that are there
//! already. How a file becomes cells, and what foreign words mean, is said elsewhere.

mod draft;

pub use draft::Draft;
