//! From the YAML of an Italian municipality to its *Lavoro Agile* annex.
//!
//! One pipeline, values between the rooms:
//!
//! ```text
//! disk ─load→ Annex ──check→ Findings ──report→ text | json
//!              ├─ site / open_data → pages and files ─write→ disk
//! ```

pub mod check;
pub mod cli;
pub mod converter;
pub mod diagnostic;
pub mod load;
pub mod model;
pub mod narrative;
pub mod output;
pub mod print;
pub mod report;
pub mod scaffold;
pub mod source;
pub mod trouble;
