//! The only room that writes the site and the archive: everything of the site goes into a folder beside the target, which then takes its place in
//! one step.
//!
//! Owns the safety of what is already published: an error at any point leaves it as it was, a folder that the program
//! did not write is never emptied, and a file that someone added is never lost. Knows nothing of pages.
//!
//! Beside a target `public` there may stand, while a run lasts or after one that was interrupted:
//!
//! | name | what it is | at the next start |
//! |---|---|---|
//! | `.public.piao-lock` | held by the run in progress | taken over |
//! | `.public.piao-<pid>` | the site being written; after the exchange, the old one | removed |
//! | `.public.piao-<pid>.old` | the old site between two renames, where no exchange exists | put back if `public` is missing, removed otherwise |

mod lock;
mod marker;
mod new_file;
mod recovery;
mod safe_path;
mod staging;
mod swap;
mod target_folder;
mod tree;

pub use marker::MARKER;
pub use new_file::NewFile;
pub(crate) use safe_path::is_safe;
pub use staging::{Staging, Summary};
