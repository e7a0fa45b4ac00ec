//! From the YAML of an Italian municipality to its *Lavoro Agile* annex.
//!
//! One pipeline, values between the rooms:
//!
//! ```text
//! disk ─load→ Annex ──check→ Findings ──report→ text | json
//!              ├─ site / open_data → pages and files ─write→ disk
//! ```
//!
//! What touches the world (the disk, the clock, other programs) is forbidden by `clippy.toml` and allowed here, room by room.

pub mod chapters;
pub mod check;
#[expect(clippy::disallowed_methods, reason = "the command line looks at its surroundings")]
pub mod cli;
pub mod comparison;
pub mod diagnostic;
pub mod digest;
pub mod edition_files;
#[expect(clippy::disallowed_methods, reason = "replaces single files")]
pub mod fix;
#[expect(clippy::disallowed_methods, reason = "reads the disk")]
pub mod load;
pub mod model;
pub mod open_data;
pub mod output;
pub mod package;
#[expect(clippy::disallowed_methods, reason = "finds and runs another program, and keeps what it made")]
pub mod pdf;
pub mod picture;
#[expect(clippy::disallowed_methods, reason = "opens the archive that stands in the way")]
pub mod publish;
pub mod readiness;
pub mod report;
pub mod routes;
#[expect(clippy::disallowed_methods, reason = "writes the starter folder")]
pub mod scaffold;
pub mod schema;
pub mod site;
pub mod source;
pub mod tables;
#[expect(clippy::disallowed_methods, reason = "reads the disk")]
pub mod theme;
pub mod trouble;
#[expect(clippy::disallowed_methods, reason = "writes the disk")]
pub mod write;
