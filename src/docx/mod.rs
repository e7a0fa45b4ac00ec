//! Word documents (DOCX, ECMA-376): what stands in one, as values, and the parts that it is written in.
//!
//! Owns the format: styles with the names that Word knows, sheets that lie or stand, running heads, lists, footnotes, tables whose
//! headings are repeated. The same document gives the same bytes on every day. Texts are untrusted: none can break the XML.

mod archive;
mod body;
mod cell;
mod document;
mod numbering;
mod parts;
mod read;
mod section;
mod styles;
mod table;
mod xml;

pub use document::{
    Align, Block, ContentsEntry, Document, ListKind, ListPlace, Look, Paragraph, Piece, Properties, Running, Section,
    Sheet, Shown, Style, Target,
};
pub use read::{Loss, Lost, Reading, main_part, mark, read};
pub use table::{Cell, Merge, Row, Table, Tint};

impl Document {
    /// The file.
    ///
    /// # Errors
    ///
    /// When the archive cannot be put together.
    pub fn bytes(&self) -> Result<Vec<u8>, crate::trouble::Trouble> {
        archive::bytes(self)
    }
}

#[cfg(test)]
mod tests;
