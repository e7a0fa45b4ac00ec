//! The description of every table: its columns as data, each bound to the field of a record.
//!
//! Owns what a column is (key, kind of value, headings, meaning, whether it must be there, where it shows) and how its value is read from
//! a record and written to it. The loader, the schemas, the open data, the rules on wording, the comparison, the pages and the paper ask
//! here and have no list of columns of their own. Reads no file and knows no format.

mod adoption;
mod annotations;
mod area;
mod column;
mod definition;
mod description;
mod edition_columns;
mod exclusion;
mod expected_behaviour;
mod field;
mod gender;
mod headings;
mod home;
mod indicator;
mod kind;
mod no_rows;
mod order;
mod own;
mod plain;
mod process;
mod record_names;
mod reference;
mod rows;
mod service;
mod setting;
mod software;
mod stored;
mod table;
mod team;
#[cfg(test)]
mod tests;
mod to_decide;
mod training;
mod value;
mod waiver;

pub use adoption::ADOPTION;
pub use area::AREAS;
pub use column::{Column, Need, Place, Shows};
pub use description::{Choice, Described, RecordDescription, columns};
pub use edition_columns::EditionColumns;
pub use exclusion::EXCLUSIONS;
pub use expected_behaviour::EXPECTED_BEHAVIOURS;
pub use field::Field;
pub use gender::{GenderColumn, gender_columns};
pub use headings::Headings;
pub use home::{HOMES, Home, Names, Naming};
pub use indicator::{INDICATORS, IndicatorPart, indicator_parts};
pub use kind::{Kind, Target, Words};
pub use no_rows::no_rows;
pub use order::ColumnPlace;
pub use own::{own_kind, own_value};
pub use plain::{Medium, PlainColumns};
pub use process::PROCESSES;
pub use record_names::RecordNames;
pub use reference::REFERENCES;
pub use rows::{Row, annotations, rows};
pub use service::SERVICES;
pub use setting::{
    ADMINISTRATION, ADOPTION_SETTINGS, EDITION_SETTINGS, Setting, SettingKind, TABLE_SETTINGS, TRAINING_SETTINGS,
};
pub use software::SOFTWARE;
pub use table::{AddedColumn, ColumnWords, DataWords, Heading, TABLES, TableDescription, table, title};
pub use team::TEAMS;
pub use to_decide::{TO_DECIDE, TO_DECIDE_HEADING, TO_DECIDE_MEANING};
pub use training::TRAINING;
pub use value::{Entry, Value};
