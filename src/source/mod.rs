//! The texts that people wrote, and places inside them.
//!
//! Owns the bytes of every file that was read, and turns byte offsets into lines and columns.
//! Knows nothing of YAML, of rules or of pages.

mod lines;
mod span;
mod text;

pub use lines::line_ranges;
pub use span::{SourceId, Span};
pub use text::{Position, Source, Sources};
