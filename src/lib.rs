//! From the YAML of an Italian administration to the agile work annex (*Lavoro Agile*) of its plan, the PIAO.
//!
//! # The pipeline
//!
//! 1. **Load.** [`load::load`] reads a folder into a [`model::Annex`]: plain data in which every value knows the place where
//!    it was written. Reading goes on after every fault, and each becomes a [`diagnostic::Finding`]. Which keys a record has,
//!    what they mean and where they show is said once, in [`tables`].
//! 2. **Expand.** [`chapters::expand`] puts figures and tables of the data into the chapters and takes their Markdown apart:
//!    one [`chapters::ChapterTree`] each, which pages, paper, search and rules walk.
//! 3. **Check.** [`check::check`] runs every rule over these values and gives findings; [`report`] renders them for people and
//!    for machines, [`fix`] applies the corrections, [`readiness`] says whether the edition may be published.
//! 4. **Publish.** [`publish`] makes what is published of data without errors: the pages ([`site`]) at the addresses of the
//!    site map ([`routes`]), the [`open_data`], the PDFs ([`pdf`], by the `typst` command), the archive ([`package`]);
//!    [`write`](mod@write) puts all of it in place in one step, or nothing.
//!
//! Each stage takes values and returns values. Wrong data are findings; a wrong world is a [`trouble::Trouble`], exit code 2.
//! `ARCHITECTURE.md` says which room may use which, and a test holds it against the code.
//!
//! What touches the world (the disk, the clock, other programs) is forbidden by `clippy.toml` and allowed here, room by room.

pub mod chapters;
pub mod check;
#[expect(clippy::disallowed_methods, reason = "the command line looks at its surroundings")]
pub mod cli;
pub mod comparison;
pub mod diagnostic;
pub mod difference;
pub mod digest;
pub mod docx;
pub mod edit;
pub mod edition_files;
pub mod fix;
pub mod import;
#[expect(clippy::disallowed_methods, reason = "reads the disk")]
pub mod load;
pub mod manuscript;
pub mod memo;
pub mod model;
pub mod next_edition;
pub mod open_data;
pub mod output;
pub mod package;
pub mod paper;
#[expect(clippy::disallowed_methods, reason = "finds and runs another program, and keeps what it made")]
pub mod pdf;
pub mod picture;
#[expect(clippy::disallowed_methods, reason = "reads the disk")]
pub mod plain_file;
pub mod publish;
pub mod readiness;
pub mod report;
pub mod routes;
pub mod scaffold;
pub mod schema;
pub mod sealing;
pub mod serve;
pub mod sheet;
pub mod site;
pub mod source;
pub mod tables;
#[expect(clippy::disallowed_methods, reason = "reads the disk")]
pub mod theme;
pub mod trouble;
pub mod varint;
pub mod word;
pub mod work;
pub mod workbench;
pub mod workbook;
#[expect(clippy::disallowed_methods, reason = "writes the disk")]
pub mod write;
pub mod year;
pub mod zip_format;
