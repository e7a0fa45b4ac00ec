//! Our own workbook: the records of an edition as sheets that people fill in, and what comes back of them.
//!
//! Owns which cell holds which key of which record, how a value reads in a cell and back, and the hidden sheets by which a workbook of ours is
//! known again: `piao` says what it is, `piao-origine` what each cell held when it was written. XLSX and ODS are two ways to write the same
//! [`Book`]. Reads and writes no disk.

mod book;
mod cell;
mod column;
mod grid;
mod guidance;
mod names;
mod ods;
mod ods_parts;
mod returned;
mod scope;
mod settings;
mod sheet_style;
mod xlsx;

pub use book::{Book, BookSheet};
pub use cell::{Unreadable, decode, encode, one_line};
pub use column::{ColumnKind, SheetColumn};
pub use grid::{Grid, GridRow, name_of};
pub use names::RecordLabels;
pub use returned::{Confirmation, Returned, ReturnedRow, ReturnedTable};
pub use scope::{Scope, ScopeKind};
pub use settings::{SETTINGS, Setting, VALUE};

use crate::trouble::Trouble;

/// The formats of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookFormat {
    /// XLSX.
    Excel,
    /// ODS.
    OpenDocument,
}

impl Book {
    /// The bytes of the workbook: always the same for the same data.
    ///
    /// # Errors
    ///
    /// When a sheet is too large for a spreadsheet.
    pub fn bytes(&self, format: BookFormat) -> Result<Vec<u8>, Trouble> {
        match format {
            BookFormat::Excel => xlsx::bytes(self),
            BookFormat::OpenDocument => ods::bytes(self),
        }
    }
}
