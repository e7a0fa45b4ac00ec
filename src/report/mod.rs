//! Findings for people and for machines: one renderer a format, each a pure function.
//!
//! Decides nothing: what is grave, and what is accepted, was decided before.

mod crowd;
mod difference;
mod explanation;
mod github;
mod guide;
mod json;
mod publication;
mod sarif;
mod short;
mod summary;
mod text;
mod visible;

pub use difference::difference;
pub use explanation::{explanation, list};
pub use github::github;
pub use guide::guide;
pub use json::json;
pub use publication::publication;
pub use sarif::sarif;
pub use short::short;
pub use summary::Summary;
pub use text::{findings, full_text, text};
pub use visible::visible;
