//! The rules that speak while the files are being read: each says what it is, and words its own finding.

mod other_word;

pub(crate) mod absent_named_file;
pub(crate) mod annex_model;
pub(crate) mod blank_file;
pub(crate) mod broken_chapter;
pub(crate) mod broken_seal;
pub(crate) mod dropped_word;
pub(crate) mod edition_name;
pub(crate) mod empty_text;
pub(crate) mod file_and_folder;
pub(crate) mod grouped_number;
pub(crate) mod impossible_date;
pub(crate) mod joined_list;
pub(crate) mod missing_file;
pub(crate) mod missing_key;
pub(crate) mod not_utf8;
pub(crate) mod own_word;
pub(crate) mod repeated_key;
pub(crate) mod scope_choice;
pub(crate) mod spelling;
pub(crate) mod system_name;
pub(crate) mod text_cut;
pub(crate) mod to_decide;
pub(crate) mod too_large;
pub(crate) mod typographic_quotes;
pub(crate) mod unfit_named_file;
pub(crate) mod unknown_key;
pub(crate) mod unlisted_value;
pub(crate) mod unread_file;
pub(crate) mod unreadable_yaml;
pub(crate) mod wrong_number;
pub(crate) mod wrong_type;

use crate::diagnostic::Rule;

/// Every rule that speaks while the files are being read.
pub(crate) static RULES: [&Rule; 34] = [
    &unreadable_yaml::RULE,
    &missing_file::RULE,
    &blank_file::RULE,
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
    &grouped_number::RULE,
    &scope_choice::RULE,
    &broken_chapter::RULE,
    &broken_chapter::RESERVED,
    &system_name::RULE,
    &edition_name::RULE,
    &absent_named_file::RULE,
    &unfit_named_file::RULE,
    &unread_file::RULE,
    &annex_model::RULE,
    &own_word::RULE,
    &own_word::SUSPECT,
    &to_decide::RULE,
    &broken_seal::RULE,
    &joined_list::RULE,
    &text_cut::RULE,
    &dropped_word::RULE,
    &typographic_quotes::RULE,
    &unlisted_value::RULE,
    &spelling::RULE,
    &unlisted_value::MALFORMED_ID,
];
