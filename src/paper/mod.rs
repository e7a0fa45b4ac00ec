//! What the annex shows on paper, as values: its cover, its parts in their order, chapters in blocks, tables in rows.
//!
//! Owns the paper's order and words, whatever sets them: PDFs and the Word document are made from the same values.

mod colophon;
mod cover;
mod level;
mod part;
mod prose;
mod remarks;
mod sheet;
mod table;

pub(crate) use cover::{Approval, Cover};
pub(crate) use part::{Part, Parts};
pub(crate) use prose::{Block, Inline, Picture, Target, printable};
pub(crate) use remarks::{Meaning, Remarks};
pub(crate) use table::{
    AdoptionTable, ExclusionTable, ExpectedBehaviourTable, Figure, IndicatorTable, IndicatorYear, PlainHeading,
    ProcessRow, ProcessTable, ReferenceTable, SoftwareTable, Sources, Tables, TeamTable, TrainingTable,
};

use crate::chapters::ChapterTree;
use crate::model::{Administration, Edition, EditionState};
use crate::picture::{self, Album};
use crate::routes::Routes;

/// Everything that the paper is made from.
#[derive(Clone, Copy, Debug)]
pub struct Materials<'a> {
    /// Who publishes.
    pub administration: &'a Administration,
    /// What.
    pub edition: &'a Edition,
    /// Its number among the editions.
    pub number: usize,
    /// Whether it is in force, past or still to come.
    pub state: EditionState,
    /// The site map.
    pub routes: &'a Routes,
    /// Its chapters with the figures in place, in the order of the edition's chapters.
    pub chapters: &'a [&'a ChapterTree],
    /// The pictures of its chapters.
    pub album: &'a Album,
    /// The coat of arms.
    pub coat_of_arms: Option<&'a picture::Picture>,
}

/// The name under which the templates find the coat of arms.
pub(crate) fn picture_file(picture: &picture::Picture) -> String {
    format!("stemma.{}", picture.format().extension())
}
