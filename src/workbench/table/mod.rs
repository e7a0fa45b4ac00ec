//! The tables of the data as they are edited: the fields of their forms, and what a field asks of the file. Where the records of each
//! stand is said by its [`Home`](crate::tables::Home).

mod block;
mod called;
mod cell;
mod choice;
mod collision;
mod column_sections;
mod control_sections;
mod field;
mod field_value;
mod groups;
mod model_sections;
mod names;
mod pairs;
mod place;
mod reading;
mod references;
mod rows;
mod settings;
mod settings_file;
mod value;
pub(super) mod view;

pub(super) use called::{called, label_key};
pub(super) use cell::Understood;
pub(super) use choice::{Choice as FieldOption, records};
pub(super) use collision::{Collision, before};
pub(super) use field::{Field, FieldKind, fields};
pub(super) use field_value::{emptied, put_at, unseen};
pub(super) use groups::Group;
pub(super) use names::NEW;
pub(super) use place::Places;
pub(super) use reading::{Cell, Line, Reading};
pub(super) use references::{Mention, known, mentions};
pub(super) use rows::{FileText, Row, Rows};
pub(super) use settings::{FieldList, Section, SectionColumn, settings_of};
pub(super) use settings_file::SettingsFile;
pub(super) use value::{Intent, intent, items_of, shown, typed};
