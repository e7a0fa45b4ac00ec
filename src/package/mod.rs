//! The archive for Amministrazione Trasparente, and the verification that nothing in it has changed.
//!
//! Owns what the archive holds, under which names, and its list of files (*distinta*). Pure: what is published comes in as
//! outputs, and the bytes go to whatever writer is given; an archive that is read back is trusted in nothing.
//!
//! ```text
//! LEGGIMI.html                what goes where, and until when it stays public
//! Da caricare in AT/          the edition in force for portals that take files only
//! sito/                       the whole site
//! distinta.csv                path, size, fingerprint, day and address of every other file
//! ```

mod archive;
mod change;
mod container;
mod cover_sheet;
mod headers;
mod manifest;
mod names;
mod one_error;
mod origin;
mod pasted_text;
mod portal_text;
mod renamed;
mod upload;
mod verify;

pub use archive::{Archive, Piece};
pub use change::Change;
pub use cover_sheet::{COVER_SHEET, cover_sheet};
pub use manifest::MANIFEST;
pub use names::{SITE, default_name};
pub use origin::{Origin, Origins};
pub use pasted_text::pasted_text;
pub use portal_text::portal_text;
pub use upload::{Upload, UploadKind, uploads};
pub use verify::{Verdict, is_ours, verify};
