//! Findings for people and for machines: one renderer a format, each a pure function.
//!
//! Decides nothing: what is grave, and what is accepted, was decided before.

mod explanation;
mod json;
mod summary;
mod text;

pub use explanation::{explanation, list};
pub use json::json;
pub use summary::Summary;
pub use text::{findings, text};
