use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::Span;

/// A key written twice in one record.
pub(crate) static RULE: Rule = Rule {
    code: "LA009",
    name: "chiave-ripetuta",
    severity: Severity::Error,
    summary: "La stessa chiave è scritta due volte nella stessa voce.",
    why: "Non si può sapere quale dei due valori sia quello giusto.",
    remedy: "Togliere una delle due righe; se sono due voci diverse, la seconda deve cominciare con un trattino.",
    basis: "YAML 1.2.2, 3.2.1.3: le chiavi di una voce sono uniche.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "rischio: medio", "rischio: medio\n    rischio: alto")])],
    passing: &[],
};

/// `name` stands at `span` and, before, at `first`.
pub(in crate::load) fn finding(span: Span, name: &str, first: Span) -> Finding {
    Finding::new(&RULE, span, format!("la chiave `{name}` è scritta due volte nella stessa voce"))
        .label("seconda volta")
        .related(first, "la prima volta è qui")
        .help("tenere una sola delle due righe")
}
