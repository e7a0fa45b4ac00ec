use super::rule_context::RuleContext;
use crate::model::Office;
use crate::source::Span;
use std::collections::HashSet;

/// The texts that are no free texts where offices are spoken of: their own names and other names, and the rows of a past year.
pub(super) struct OfficeRows {
    names: HashSet<Span>,
    /// In the order of their places; none is inside another.
    rows: Vec<Span>,
}

impl OfficeRows {
    /// Those of an edition.
    pub(super) fn of(context: &RuleContext<'_>) -> Self {
        let edition = context.edition;
        let mut rows: Vec<Span> = edition.adoption.rows.rows.iter().map(|row| row.span).collect();
        rows.sort_unstable();
        Self { names: edition.all_offices().flat_map(Office::names).map(|name| name.span).collect(), rows }
    }

    /// Whether a text is one of them.
    pub(super) fn hold(&self, span: Span) -> bool {
        let before = self.rows.partition_point(|row| (row.source, row.start) <= (span.source, span.start));
        self.names.contains(&span) || before.checked_sub(1).is_some_and(|row| self.rows[row].contains(span))
    }
}
