//! Findings: the faults of the data, their places, and how to correct them.
//!
//! Owns the shapes of a finding, of a rule and of a fix. Knows no single rule and prints nothing.

mod finding;
mod fix;
mod nearest;
mod rule;
mod severity;

pub use finding::{Finding, Label};
pub use fix::{Fix, Safety, scalar};
pub use nearest::nearest;
pub use rule::{Edit, Example, Family, Rule};
pub use severity::Severity;
