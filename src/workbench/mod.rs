//! The workbench (`/banco/`): what its pages show of a reading of the folder, and what its forms do to the files.
//!
//! Owns the pages, their look (templates, stylesheet and scripts of their own, inside the program) and the log of what was done, by which
//! it is undone. Knows nothing of connections: a visit comes in, a page or a change goes out. Files are written by `write`, and only where
//! they still say what was read.

mod act;
mod band;
mod bench;
mod finding_item;
mod intake;
mod job;
mod lines;
mod look;
mod page;
mod plain_words;
mod save;
mod session;
mod site_files;
mod table;
mod text_file;
mod understood;
mod visit;

pub use act::act;
pub use band::{band, band_of};
pub use bench::Bench;
pub use job::Progress;
pub use look::{farewell, message, resource};
pub use page::{show, without_site};
pub use session::{Session, Surroundings};
pub use site_files::{Found, Place, SiteFiles};
pub use visit::{Done, Form, Sent, Shown, Visit};
