//! Findings for people and for machines: one renderer a format, each a pure function.
//!
//! Decides nothing: severities and waivers are decided by `check`.

mod difference;
mod explanation;
mod finding_group;
mod github;
mod guide;
mod json;
mod readiness;
mod sanitized;
mod sarif;
mod short;
mod summary;
mod text;

pub use difference::difference;
pub use explanation::{explanation, list};
pub use github::github;
pub use guide::{family_title, guide};
pub use json::json;
pub use readiness::readiness;
pub use sanitized::{sanitized, sanitized_json};
pub use sarif::sarif;
pub use short::short;
pub use summary::Summary;
pub use text::{findings, full_text, text};
