//! The rules that speak while the files are being read: each says what it is, and words its own finding.

use crate::diagnostic::Rule;

mod opening;

pub(super) mod absent_named_file;
pub(super) mod broken_chapter;
pub(super) mod edition_name;
pub(super) mod empty_text;
pub(super) mod file_and_folder;
pub(super) mod impossible_date;
pub(super) mod missing_file;
pub(super) mod missing_key;
pub(super) mod not_utf8;
pub(super) mod repeated_key;
pub(super) mod scope_choice;
pub(super) mod spelling;
pub(super) mod too_large;
pub(super) mod unknown_key;
pub(super) mod unlisted_value;
pub(super) mod unreadable_yaml;
pub(super) mod wrong_number;
pub(super) mod wrong_type;

/// Every rule of this room, in the order of their codes.
pub static RULES: &[&Rule] = &[
    &unreadable_yaml::RULE,
    &missing_file::RULE,
    &not_utf8::RULE,
    &too_large::RULE,
    &file_and_folder::RULE,
    &wrong_type::RULE,
    &unknown_key::RULE,
    &missing_key::RULE,
    &repeated_key::RULE,
    &empty_text::RULE,
    &impossible_date::RULE,
    &wrong_number::RULE,
    &scope_choice::RULE,
    &broken_chapter::RULE,
    &edition_name::RULE,
    &absent_named_file::RULE,
    &unlisted_value::RULE,
    &spelling::RULE,
    &unlisted_value::MALFORMED_ID,
];
