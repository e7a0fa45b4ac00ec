//! The vocabulary of the annex: plain data, each value with the place where it was written.
//!
//! Owns what an administration, an edition and its tables are. Knows nothing of YAML, of files or of HTML.

mod administration;
mod annex;
mod annotations;
mod area;
mod behaviour;
mod chapter;
mod code;
mod date;
mod edition;
mod exclusion;
mod fold;
mod graph;
mod implementation;
mod latin;
mod located;
mod outline;
mod process;
mod reference;
mod service;
mod smart_team;
mod software;
mod table;
mod totals;
mod training;
mod waiver;
mod word;

pub use administration::{Administration, Contacts};
pub use annex::Annex;
pub use annotations::Annotations;
pub use area::Area;
pub use behaviour::Role;
pub use chapter::Chapter;
pub use code::ProcessCode;
pub use date::Date;
pub use edition::{
    Approval, ApprovedDocument, Edition, EditionId, Limits, Relabel, SharedPrefix, Sheet, Status,
};
pub use exclusion::Exclusion;
pub use fold::{fold, slug};
pub use graph::Graph;
pub use implementation::{Days, DeclaredTotal, Implementation, ImplementationRow};
pub use latin::{is_foreign_letter, latin, twin};
pub use located::{Located, Text};
pub use outline::{Entry, Outline, Place};
pub use process::{Answer, Process, Risk, Scope};
pub use reference::LegalReference;
pub use service::Service;
pub use smart_team::{SmartTeam, Smartability};
pub use software::Software;
pub use table::{MarkNote, Table};
pub use totals::Totals;
pub use training::{Audience, LegendEntry, Mark, Module, ModuleGroup, Training};
pub use waiver::Waiver;
pub use word::Word;
pub(crate) use implementation::decimal;
pub(crate) use word::words;
