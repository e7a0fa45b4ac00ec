//! One rule, one file: its code, its explanation, its examples and its check; and the registry, by which the checks run and
//! which is the catalogue together with the rules of reading. A new rule is its file and two lines here: its module and its entry.

mod agile_in_closed_team;
mod agile_over_employees;
mod ambiguous_row;
mod ancient_date;
mod area_and_team;
mod base_without_slash;
mod broken_grid;
mod broken_link;
mod callout_without_text;
mod ceased_area;
mod chapter_order;
mod chapter_picture;
mod code_and_risk;
mod code_form;
mod contradicted_result;
mod control_characters;
mod copied_text;
mod date_and_act;
mod dates_out_of_order;
mod days_over_limit;
mod days_twice;
mod declared_total;
mod earlier_edition;
mod early_result;
mod empty_chapter;
mod empty_group;
mod empty_list;
mod empty_table;
mod excessive_chapter;
mod excluded_profile;
mod footnote;
mod foreign_letters;
mod former_code;
mod former_name;
mod future_date;
mod garbled_encoding;
mod genders;
mod html_in_chapter;
mod html_in_text;
mod impossible_days;
mod impossible_percentage;
mod incomplete_approval;
mod indicator_direction;
mod indicator_years;
mod invisible_characters;
mod letter_heading;
mod list_separator;
mod malformed_contact;
mod malformed_fingerprint;
mod malformed_istat_code;
mod mark_without_meaning;
mod missing_parts;
mod missing_publication_data;
mod missing_result;
mod missing_value;
mod miswritten_link;
mod mixed_units;
mod nearly_equal_names;
mod never_used;
mod no_chapters;
pub(super) mod no_processes;
mod nothing_below;
mod nothing_named;
mod numbering_gap;
mod past_period;
mod percentage_and_answer;
mod person_name;
mod personal_contact;
mod placeholder;
mod plan_years;
mod prefix_and_service;
mod process_and_team;
mod publication_over;
mod repeated_code;
mod repeated_heading;
mod repeated_id;
mod repeated_indicator;
mod repeated_item;
mod repeated_letter;
mod repeated_module;
mod repeated_name;
mod repeated_prefix;
mod repeated_process;
mod repeated_program;
mod repeated_row;
mod repeated_spaces;
mod repeated_word;
mod reused_code;
mod reversed_range;
mod service_circle;
mod shouted_text;
mod small_cells;
mod spaced_punctuation;
mod split_letters;
mod spreadsheet_remains;
mod stale_adoption;
mod superseded_edition;
mod team_without_processes;
mod text_as_other;
mod to_verify;
mod undeclared_callout;
mod undeclared_mark;
mod undefined_name;
mod undone_class;
mod unexplained_acronym;
mod unknown_area;
mod unknown_audience;
mod unknown_column;
mod unknown_edition;
mod unknown_licence;
mod unknown_office;
mod unknown_part;
mod unknown_service;
mod unknown_software;
mod unknown_team;
mod unmatched_office;
mod unmatched_row;
mod unpaired_brackets;
mod unpaired_mark;
mod unprintable_characters;
mod unread_heading;
mod unread_list;
mod unshown_exclusions;
mod untold_target;
mod vanished_table;
mod vanished_team;
mod web_address;

mod registry;

use super::{controls, waiver};
use registry::{annex, content, settings, text, waivers};

pub(super) use registry::{RegisteredRule, Stage};

/// Every rule but those that speak while the files are read, each with the stage at which it speaks. Those of one stage run in this order.
pub(super) static REGISTRY: &[RegisteredRule] = &[
    content(&repeated_id::RULE, repeated_id::check),
    content(&repeated_code::RULE, repeated_code::check),
    content(&repeated_process::RULE, repeated_process::check),
    content(&code_form::RULE, code_form::check),
    text(&foreign_letters::RULE, foreign_letters::check),
    content(&list_separator::RULE, list_separator::check),
    content(&repeated_module::RULE, repeated_module::check),
    content(&repeated_item::RULE, repeated_item::check),
    content(&repeated_indicator::RULE, repeated_indicator::check),
    content(&repeated_letter::RULE, repeated_letter::check),
    content(&chapter_order::RULE, chapter_order::check),
    content(&impossible_percentage::RULE, impossible_percentage::check),
    content(&web_address::RULE, web_address::check),
    content(&reversed_range::RULE, reversed_range::check),
    content(&impossible_days::RULE, impossible_days::check).at_times_an_error(),
    content(&malformed_fingerprint::RULE, malformed_fingerprint::check),
    content(&repeated_prefix::RULE, repeated_prefix::check),
    content(&repeated_name::RULE, repeated_name::check),
    content(&unknown_column::RULE, unknown_column::check),
    content(&repeated_heading::RULE, repeated_heading::check),
    content(&base_without_slash::RULE, base_without_slash::check),
    content(&malformed_contact::RULE, malformed_contact::check),
    content(&unknown_licence::RULE, unknown_licence::check),
    content(&malformed_istat_code::RULE, malformed_istat_code::check),
    content(&service_circle::RULE, service_circle::check),
    content(&days_twice::RULE, days_twice::check),
    content(&nothing_named::RULE, nothing_named::check),
    content(&unknown_team::RULE, unknown_team::check),
    content(&unknown_service::RULE, unknown_service::check),
    content(&unknown_area::RULE, unknown_area::check),
    content(&unknown_audience::RULE, unknown_audience::check),
    content(&undeclared_mark::RULE, undeclared_mark::check),
    content(&unknown_software::RULE, unknown_software::check),
    content(&undefined_name::RULE, undefined_name::check),
    content(&excessive_chapter::RULE, excessive_chapter::check),
    content(&ceased_area::RULE, ceased_area::check),
    content(&undeclared_callout::RULE, undeclared_callout::check),
    content(&code_and_risk::RULE, code_and_risk::check),
    content(&prefix_and_service::RULE, prefix_and_service::check),
    content(&area_and_team::RULE, area_and_team::check),
    content(&declared_total::RULE, declared_total::check),
    content(&agile_over_employees::RULE, agile_over_employees::check),
    content(&agile_in_closed_team::RULE, agile_in_closed_team::check),
    content(&process_and_team::RULE, process_and_team::check),
    content(&team_without_processes::RULE, team_without_processes::check),
    content(&empty_list::RULE, empty_list::check),
    content(&unmatched_row::RULE, unmatched_row::check),
    content(&percentage_and_answer::RULE, percentage_and_answer::check),
    content(&days_over_limit::RULE, days_over_limit::check),
    content(&nearly_equal_names::RULE, nearly_equal_names::check),
    content(&repeated_program::RULE, repeated_program::check),
    content(&numbering_gap::RULE, numbering_gap::check),
    content(&copied_text::RULE, copied_text::check),
    content(&empty_group::RULE, empty_group::check),
    content(&never_used::RULE, never_used::check),
    content(&nothing_below::RULE, nothing_below::check),
    content(&excluded_profile::RULE, excluded_profile::check),
    content(&repeated_row::RULE, repeated_row::check),
    content(&unmatched_office::RULE, unmatched_office::check),
    content(&genders::RULE, genders::check),
    content(&missing_value::RULE, missing_value::check),
    content(&ambiguous_row::RULE, ambiguous_row::check),
    content(&indicator_years::RULE, indicator_years::check),
    content(&early_result::RULE, early_result::check),
    content(&mixed_units::RULE, mixed_units::check),
    content(&indicator_direction::RULE, indicator_direction::check),
    content(&indicator_direction::WAVERING, indicator_direction::check_wavering),
    content(&missing_result::RULE, missing_result::check),
    content(&contradicted_result::RULE, contradicted_result::check),
    content(&untold_target::RULE, untold_target::check),
    content(&reused_code::RULE, reused_code::check),
    content(&former_code::RULE, former_code::check),
    content(&vanished_team::RULE, vanished_team::check),
    content(&vanished_table::RULE, vanished_table::check),
    content(&stale_adoption::RULE, stale_adoption::check),
    content(&broken_link::RULE, broken_link::check),
    content(&former_name::RULE, former_name::check),
    content(&unknown_office::RULE, unknown_office::check),
    content(&past_period::RULE, past_period::check),
    content(&plan_years::RULE, plan_years::check),
    content(&future_date::RULE, future_date::check),
    content(&date_and_act::RULE, date_and_act::check),
    content(&ancient_date::RULE, ancient_date::check),
    content(&miswritten_link::RULE, miswritten_link::check),
    content(&miswritten_link::UNDEFINED, miswritten_link::check_references),
    content(&footnote::MISSING, footnote::check_missing),
    content(&footnote::UNCALLED, footnote::check_uncalled),
    content(&chapter_picture::RULE, chapter_picture::check),
    content(&chapter_picture::WITHOUT_TEXT, chapter_picture::check_texts),
    content(&chapter_picture::UNUSED, chapter_picture::check_unused),
    content(&mark_without_meaning::RULE, mark_without_meaning::check),
    content(&callout_without_text::RULE, callout_without_text::check),
    text(&repeated_spaces::RULE, repeated_spaces::check),
    text(&spaced_punctuation::RULE, spaced_punctuation::check),
    text(&unpaired_brackets::RULE, unpaired_brackets::check),
    text(&shouted_text::RULE, shouted_text::check),
    text(&placeholder::RULE, placeholder::check),
    text(&invisible_characters::RULE, invisible_characters::check).at_times_an_error(),
    text(&repeated_word::RULE, repeated_word::check),
    text(&garbled_encoding::RULE, garbled_encoding::check),
    text(&spreadsheet_remains::RULE, spreadsheet_remains::check),
    text(&html_in_text::RULE, html_in_text::check),
    text(&split_letters::RULE, split_letters::check),
    content(&control_characters::RULE, control_characters::check),
    content(&broken_grid::RULE, broken_grid::check),
    content(&unpaired_mark::RULE, unpaired_mark::check),
    content(&unread_list::RULE, unread_list::check),
    content(&unread_heading::RULE, unread_heading::check),
    content(&html_in_chapter::RULE, html_in_chapter::check),
    content(&text_as_other::RULE, text_as_other::check),
    text(&unprintable_characters::RULE, unprintable_characters::check),
    content(&unexplained_acronym::RULE, unexplained_acronym::check),
    content(&letter_heading::RULE, letter_heading::check),
    text(&person_name::RULE, person_name::check),
    content(&personal_contact::RULE, personal_contact::check),
    content(&small_cells::RULE, small_cells::check),
    content(&undone_class::RULE, undone_class::check),
    content(&to_verify::RULE, to_verify::check),
    content(&unknown_part::RULE, unknown_part::check),
    content(&missing_parts::RULE, missing_parts::check),
    content(&incomplete_approval::RULE, incomplete_approval::check),
    content(&missing_publication_data::RULE, missing_publication_data::check),
    content(&publication_over::RULE, publication_over::check),
    content(&dates_out_of_order::RULE, dates_out_of_order::check),
    content(&no_chapters::RULE, no_chapters::check),
    content(&no_processes::RULE, no_processes::check),
    content(&empty_table::RULE, empty_table::check),
    content(&empty_chapter::RULE, empty_chapter::check),
    content(&superseded_edition::RULE, superseded_edition::check),
    content(&unshown_exclusions::RULE, unshown_exclusions::check),
    annex(&unknown_edition::RULE, unknown_edition::check),
    settings(&controls::UNKNOWN_RULE),
    settings(&controls::UNCHANGEABLE),
    settings(&controls::IMPOSSIBLE_THRESHOLD),
    settings(&controls::USELESS),
    settings(&controls::PRIVACY_OFF),
    waivers(&waiver::unknown_rule::RULE),
    waivers(&waiver::no_reason::RULE),
    waivers(&waiver::expired::RULE),
    waivers(&waiver::unneeded::RULE),
    waivers(&waiver::unacceptable::RULE),
    waivers(&waiver::row_number::RULE),
    waivers(&waiver::repeated_name::RULE),
    waivers(&waiver::changed_text::RULE),
    waivers(&waiver::personal_data::RULE),
    waivers(&waiver::repeated::RULE),
];

#[cfg(test)]
mod tests;
