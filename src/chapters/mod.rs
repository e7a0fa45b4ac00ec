//! The chapters: figures and tables of the data put into their Markdown, and the Markdown taken apart.
//!
//! Owns the template language of the chapters and the one tree that pages, paper, search and rules walk. Knows nothing
//! of HTML. What could not be expanded has no tree for readers, only one for the rules on what its author wrote.

mod build;
mod expand;
mod limit;
mod mistake;
mod named;
mod open;
mod origin;
mod own_values;
mod passage;
mod process_values;
mod section;
mod tag;
mod tree;
mod typed;
mod undecided;
mod values;

pub(crate) use build::OPTIONS;
#[cfg(test)]
pub(crate) use build::place_of;
pub use expand::{ExpandedChapter, expand, expand_with, whole};
pub use mistake::Mistake;
pub use passage::{Passage, Run};
pub use section::Section;
pub use tree::{Alignment, Block, ChapterTree, Grid, Heading, Inline, Link, figure, plain};
pub use typed::{Typed, TypedGrid, TypedHtml, TypedLine, TypedParagraph, cells};
