//! The chapters: figures and tables of the data put into their Markdown, and the Markdown taken apart.
//!
//! Owns the template language of the chapters. Knows nothing of HTML, so that the site and the paper start from the same blocks.

mod block;
mod expand;
mod passage;
mod section;
mod values;

pub use block::{Block, Heading, Manuscript, place_of};
pub use expand::{Mistake, expand};
pub use passage::{Passage, passages};
pub use section::Section;
