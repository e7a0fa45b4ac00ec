use super::{Annotations, Date, Spanned, Text};
use crate::source::Span;

/// A finding that the office accepts, with a written reason.
#[derive(Debug, Default)]
pub struct Waiver {
    /// Where the whole record stands.
    pub span: Span,
    /// Code of the rule.
    pub rule: Text,
    /// Which findings of that rule: `tabella`, `tabella/record` or `tabella/record/chiave`, records by identifier, code or name.
    pub places: Vec<Text>,
    /// What stood there when the finding was accepted: the acceptance counts only while it stands there.
    pub accepted_text: Option<Text>,
    /// Why.
    pub reason: Text,
    /// The last day on which it counts.
    pub expires: Option<Spanned<Date>>,
    /// Whether readers may see the reason; absent is yes.
    pub is_public: Option<Spanned<bool>>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}
