//! Word documents that others write: their paragraphs, tables and footnotes as the same values that are written, and what of them is
//! not understood, counted and with its place.
//!
//! Everything is limited: how large a part may grow when it is opened, how many pieces it may have, how deep they may stand. No part is
//! read that names something outside of it.

mod body;
mod inside;
mod lists;
mod lost;
mod package;
mod pieces;
mod relations;
mod styles;
mod tables;
#[cfg(test)]
mod tests;

pub use lost::{Loss, Lost};

use super::document::{Block, ListKind};
use crate::trouble::Trouble;
use body::Reader;
use package::Package;

/// What stands in a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Its footnotes, by the numbers under which the blocks call them.
    pub notes: Vec<Vec<Block>>,
    /// The lists to which its paragraphs belong.
    pub lists: Vec<ListKind>,
    /// What is not understood.
    pub lost: Vec<Lost>,
}

/// Reads a document; `shown` is its name, for messages.
///
/// # Errors
///
/// When it is no document of this format, is damaged, or grows beyond every measure.
pub fn read(shown: &str, bytes: &[u8]) -> Result<Reading, Trouble> {
    let package = Package::open(shown, bytes)?;
    let main = package.main()?;
    let mut reader = Reader::new(&package)?;
    let mut reading = Reading { blocks: reader.part(&main)?, ..Reading::default() };
    reading.notes = reader.notes()?;
    reading.lists = reader.lists.kinds;
    reading.lost = reader.lost;
    Ok(reading)
}

/// The value of a property by which a document of ours is known again; `None` if it has none.
pub fn mark(bytes: &[u8], name: &str) -> Option<String> {
    let package = Package::open("", bytes).ok()?;
    let text = package.part("docProps/custom.xml").ok()??;
    let xml = package::parse("", &text).ok()?;
    let property = xml.descendants().find(|node| node.attribute("name") == Some(name))?;
    Some(property.children().find_map(|value| value.text())?.to_owned())
}

/// The bytes of the main part, by which it is known whether somebody changed the document.
pub fn main_part(bytes: &[u8]) -> Option<String> {
    let package = Package::open("", bytes).ok()?;
    package.part("word/document.xml").ok()?
}
