//! Findings: the faults of the data, their places, and how to correct them.
//!
//! Owns the shapes of a finding, of a rule and of a fix. Knows no single rule and prints nothing.

mod finding;
mod findings;
mod fix;
mod look_alike;
mod nearest;
mod rule;
mod severity;
mod suggestion;
mod tally;

pub use finding::{Finding, Label};
pub use findings::Findings;
pub use fix::{Fix, Safety, scalar};
pub use look_alike::{difference, look_alike};
pub use nearest::nearest;
pub use rule::{Edit, Example, Family, Rule};
pub use severity::Severity;
pub use suggestion::Suggestion;
pub use tally::Tally;
