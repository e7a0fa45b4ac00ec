//! The room that writes: the site, the archive and every other single file. Everything of the site goes into a folder beside the target, which then takes its place in
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
//! | `.public.piao-<digits>` | the site being written; after the exchange, the old one | removed |
//! | the same | the twin of a large site (`twin.rs`), as long as the last build is remembered | used, where nobody touched it; removed otherwise |
//! | `.public.piao-<digits>.old` | the old site between two renames, where no exchange exists | put back if `public` is missing, removed otherwise |
//! | `.piao-banco` | held by the workbench that serves the folder in which it stands; says its address | taken over |
//! | `.piao-<digits>` | a file or a new edition being written, or a file that was just replaced; locked by its run | removed by the next run that writes there |
//!
//! The digits are random. Everything is done below the handle of the folder that holds the target: where something else takes the
//! place of one of these names meanwhile, it is found out and left alone.

mod begun;
mod commit;
mod exchange;
mod fill;
mod folder;
mod gone_folders;
mod kept;
mod lock;
mod made_folders;
mod marker;
mod new_file;
mod new_folders;
mod previous_site;
mod recovery;
mod replacement;
mod reservation;
mod safe_path;
mod single_file;
mod staging;
mod standing_site;
mod swap;
mod target_folder;
mod text_change;
mod tree;
mod twin;

pub use commit::Summary;
pub use fill::fill_folder;
pub use gone_folders::remove_folders;
pub use kept::{keep, read_kept};
pub use marker::MARKER;
pub use new_file::NewFile;
pub use new_folders::new_folders;
pub use replacement::{write_file, write_files};
pub use reservation::Reservation;
pub(crate) use safe_path::is_safe;
pub use single_file::Replaceable;
pub use staging::Staging;
pub use standing_site::{StandingSite, folder_key, site_key};
pub use text_change::{TextChange, change_texts};
