//! What stands on several pages: tables, charts, the matrix of the offices, figures of an office, the filters of a table, a chapter's text, the card of the agile day.

pub(super) mod agile_day;
pub(super) mod chapter_link;
pub(super) mod chart;
pub(super) mod doubts;
pub(super) mod filters;
pub(super) mod matrix;
pub(super) mod office_figures;
pub(super) mod own_filter;
pub(super) mod paging;
pub(super) mod prose;
pub(super) mod table;
