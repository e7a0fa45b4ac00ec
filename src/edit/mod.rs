//! Changes to the YAML of an administration that touch only the bytes of what changes.
//!
//! Owns how a value is written beside what stands there already: its style, its quotation marks, its place among its neighbours, and
//! the comments that belong to it. After every change the text is read again: what would read otherwise than was meant is refused.
//! Reads no disk and writes none; texts in, texts out.

mod written;

pub use written::Written;
