use super::{Annotations, Date, Spanned, Text};
use crate::source::Span;

/// A finding that the office accepts, with a written reason.
#[derive(Debug, Default)]
pub struct Waiver {
    /// Where the whole record stands.
    pub span: Span,
    /// Code of the rule.
    pub rule: Text,
    /// Which findings of that rule: `tabella`, `tabella/record` or `tabella/record/chiave`.
    pub places: Vec<Text>,
    /// Why.
    pub reason: Text,
    /// The last day on which it counts.
    pub expires: Option<Spanned<Date>>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
