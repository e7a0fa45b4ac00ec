//! From the YAML of an Italian municipality to its *Lavoro Agile* annex.
//!
//! One pipeline, values between the rooms:
//!
//! ```text
//! disk ─load→ Annex ──check→ Findings ──report→ text | json
//!              ├─ site / open_data → pages and files ─write→ disk
//! ```

pub mod chapters;
pub mod check;
pub mod cli;
pub mod comparison;
pub mod diagnostic;
pub mod digest;
pub mod edition_files;
pub mod fix;
pub mod heading;
pub mod load;
pub mod model;
pub mod open_data;
pub mod output;
pub mod package;
pub mod pdf;
pub mod picture;
pub mod publish;
pub mod readiness;
pub mod report;
pub mod scaffold;
pub mod schema;
pub mod site;
pub mod source;
pub mod theme;
pub mod trouble;
pub mod write;
