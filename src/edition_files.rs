//! The files of an edition that stand beside its pages: open data, PDFs, the Word document, the document that was approved.
//!
//! Owns what these files are for whoever lists, links or packs them. One value for each edition, made once by `publish`;
//! nothing here makes, reads or writes a file.

use crate::open_data;
use crate::output::Output;

/// The files of one edition beside its pages.
#[derive(Debug, Default)]
pub struct EditionFiles {
    /// The open data, in the order in which they are listed.
    pub data: Vec<open_data::File>,
    /// The PDFs of the whole annex and of its tables; pages offer these and no others.
    pub pdfs: Vec<Printed>,
    /// The whole annex as a Word document; pages offer it where it is.
    pub word: Option<Printed>,
    /// The document that was approved, byte for byte.
    pub approved: Option<Output>,
}

/// A file of the folder `stampa/` of an edition that is made of its data where that is asked for.
#[derive(Debug)]
pub enum Printed {
    /// Made for this site.
    Made(Output),
    /// Taken over from the site that is replaced.
    Kept {
        /// Its path below the target.
        path: String,
        /// Its size in bytes.
        size: u64,
    },
}

impl EditionFiles {
    /// Those of an edition that has none.
    pub const NONE: Self = Self { data: Vec::new(), pdfs: Vec::new(), word: None, approved: None };

    /// All that are made where that is asked for.
    pub fn printed(&self) -> impl Iterator<Item = &Printed> {
        self.pdfs.iter().chain(&self.word)
    }

    /// The CSV file of a table; `None` if the table is not published.
    pub fn csv(&self, table: &str) -> Option<&open_data::File> {
        csv(&self.data, table)
    }
}

impl Printed {
    /// Its path below the target, with `/`.
    pub fn path(&self) -> &str {
        match self {
            Self::Made(output) => &output.path,
            Self::Kept { path, .. } => path,
        }
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        match self {
            Self::Made(output) => output.bytes.len() as u64,
            Self::Kept { size, .. } => *size,
        }
    }

    /// The file; `None` if it is taken over from the site that is replaced.
    pub fn output(&self) -> Option<&Output> {
        match self {
            Self::Made(output) => Some(output),
            Self::Kept { .. } => None,
        }
    }
}

/// The CSV file of a table among open data.
pub(crate) fn csv<'f>(data: &'f [open_data::File], table: &str) -> Option<&'f open_data::File> {
    let wanted = open_data::FileKind::Table(open_data::Format::Csv);
    data.iter().find(|file| file.table == table && file.kind == wanted)
}
