//! The vocabulary of the annex: plain data, each value with the place where it was written.
//!
//! Owns what an administration, an edition and its tables are, who belongs to whom, and which team continues which row of a past year. Knows nothing of YAML, of files or of HTML.

mod administration;
mod adoption;
mod annex;
mod annotations;
mod area;
mod body_kind;
mod capital;
mod chapter;
mod code;
mod code_form;
mod continuity;
mod controls;
mod date;
mod definition;
mod edition;
mod exclusion;
mod expected_behaviour;
mod fold;
mod folder_name;
mod graph;
mod headcount;
mod hierarchy;
mod invisible;
mod keyword;
mod latin;
mod licence;
mod office;
mod office_labels;
mod office_names;
mod outline;
mod own_column;
mod period_days;
mod process;
mod process_slugs;
mod record_name;
mod reference;
mod required_part;
mod scales;
mod service;
mod smart_team;
mod software;
mod spanned;
mod table;
mod table_name;
mod totals;
mod training;
mod waiver;

pub use administration::{Administration, Contacts};
pub(crate) use adoption::decimal;
pub use adoption::{Adoption, AdoptionRow, Days, DeclaredTotal, GenderCounts};
pub use annex::Annex;
pub use annotations::Annotations;
pub use area::Area;
pub use body_kind::{BargainingSector, BodyKind};
pub use capital::capital;
pub use chapter::Chapter;
pub use code::ProcessCode;
pub use code_form::CodedProcess;
pub use continuity::{Continuity, counted_kind};
pub use controls::{Controls, Level, LevelChange, Thresholds};
pub use date::Date;
pub use definition::Definition;
pub use edition::{
    Approval, ApprovedDocument, CategoryLimit, Edition, EditionId, Limits, PROCESS_TABLE, PaperSize, Relabel,
    SharedPrefix, Status,
};
pub use exclusion::Exclusion;
pub use expected_behaviour::ExpectedBehaviour;
pub use fold::{fold, is_hyphen, is_respelling, signs, slug};
pub use folder_name::{LONGEST_NAME, NameFault, is_device};
pub use graph::{Graph, once};
pub use headcount::{Headcount, People};
pub use hierarchy::{Hierarchy, circle};
pub use invisible::is_invisible;
pub use keyword::Keyword;
pub use latin::{is_foreign_letter, latin, twin};
pub use licence::Licence;
pub use office::{Office, OfficeKind};
pub use office_labels::OfficeLabels;
pub use office_names::OfficeNames;
pub use outline::{DataPlace, Outline, OutlineEntry};
pub use own_column::{
    AnnexModel, OwnColumn, OwnEntry, OwnKind, OwnType, OwnValue, ReferenceTarget, TableTitle, Visibility,
};
pub use period_days::{Period, PeriodDays};
pub use process::{Answer, Process, Scope};
pub use record_name::RecordName;
pub use reference::LegalReference;
pub use required_part::RequiredPart;
pub use scales::{Risk, Scales};
pub use service::Service;
pub use smart_team::{SmartTeam, Smartability};
pub use software::Software;
pub use spanned::{Spanned, Text};
pub use table::{Callout, Table};
pub use table_name::TableName;
pub use totals::Totals;
pub use training::{Audience, LegendEntry, Module, ModuleGroup, Training, TrainingCode};
pub use waiver::Waiver;
