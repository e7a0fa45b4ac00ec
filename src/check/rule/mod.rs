//! One rule, one file: its code, its explanation, its examples and its check.

mod agile_in_closed_team;
mod agile_over_employees;
mod area_and_team;
mod base_without_slash;
mod broken_link;
mod callout_without_text;
mod ceased_area;
mod chapter_order;
mod code_and_risk;
mod code_form;
mod copied_text;
mod date_and_act;
mod dates_out_of_order;
mod days_over_limit;
mod declared_total;
mod empty_group;
mod empty_list;
mod excluded_profile;
mod foreign_letters;
mod former_name;
mod future_date;
mod impossible_days;
mod impossible_percentage;
mod incomplete_approval;
mod invisible_characters;
mod list_separator;
mod malformed_contact;
mod malformed_fingerprint;
mod mark_without_meaning;
mod missing_parts;
mod missing_publication_data;
mod nearly_equal_names;
mod never_used;
mod no_chapters;
mod nothing_below;
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
mod repeated_id;
mod repeated_module;
mod repeated_name;
mod repeated_prefix;
mod repeated_program;
mod repeated_spaces;
mod repeated_word;
mod reversed_range;
mod shouted_text;
mod small_cells;
mod spaced_punctuation;
mod team_without_processes;
mod to_verify;
mod undeclared_callout;
mod undeclared_mark;
mod undefined_name;
mod unknown_area;
mod unknown_audience;
mod unknown_column;
pub(super) mod unknown_edition;
mod unknown_office;
mod unknown_part;
mod unknown_service;
mod unknown_software;
mod unknown_team;
mod unmatched_row;
mod unpaired_brackets;
mod web_address;

use super::rule_context::RuleContext;
use crate::diagnostic::{Finding, Rule};

/// A rule with its check.
pub struct RegisteredRule {
    /// What people read of it.
    pub rule: &'static Rule,
    /// The check, run on every edition.
    pub(super) check: fn(&RuleContext<'_>, &mut Vec<Finding>),
}

/// Lists rules with their checks.
macro_rules! rules {
    ($($name:ident),+ $(,)?) => { &[$(RegisteredRule { rule: &$name::RULE, check: $name::check }),+] };
}

/// The rules that compare what was read, in the order in which they run.
pub static RULES: &[RegisteredRule] = rules![
    repeated_id,
    repeated_code,
    code_form,
    foreign_letters,
    list_separator,
    repeated_module,
    chapter_order,
    impossible_percentage,
    web_address,
    reversed_range,
    impossible_days,
    malformed_fingerprint,
    repeated_prefix,
    repeated_name,
    unknown_column,
    base_without_slash,
    malformed_contact,
    unknown_team,
    unknown_service,
    unknown_area,
    unknown_audience,
    undeclared_mark,
    unknown_software,
    undefined_name,
    ceased_area,
    undeclared_callout,
    code_and_risk,
    prefix_and_service,
    area_and_team,
    declared_total,
    agile_over_employees,
    agile_in_closed_team,
    process_and_team,
    team_without_processes,
    empty_list,
    unmatched_row,
    percentage_and_answer,
    days_over_limit,
    nearly_equal_names,
    repeated_program,
    numbering_gap,
    copied_text,
    empty_group,
    never_used,
    nothing_below,
    excluded_profile,
    broken_link,
    former_name,
    unknown_office,
    past_period,
    plan_years,
    future_date,
    date_and_act,
    mark_without_meaning,
    callout_without_text,
    repeated_spaces,
    spaced_punctuation,
    unpaired_brackets,
    shouted_text,
    placeholder,
    invisible_characters,
    repeated_word,
    person_name,
    personal_contact,
    small_cells,
    to_verify,
    unknown_part,
    missing_parts,
    incomplete_approval,
    missing_publication_data,
    publication_over,
    dates_out_of_order,
    no_chapters,
];
