//! One rule, one file: its code, its explanation, its examples and its check.

use super::view::View;
use crate::diagnostic::{Finding, Rule};

/// A rule with its check.
pub struct Entry {
    /// What people read of it.
    pub rule: &'static Rule,
    /// The check, run on every edition.
    pub(super) check: fn(&View<'_>, &mut Vec<Finding>),
}

/// Declares the modules of the rules and lists them.
macro_rules! rules {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+

        /// The rules that compare what was read, in the order in which they run.
        pub static RULES: &[Entry] = &[$(Entry { rule: &$name::RULE, check: $name::check }),+];
    };
}

rules! {
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
}

pub(super) mod unknown_edition;
