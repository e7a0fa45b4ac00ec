use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::Span;

/// A required text with nothing in it.
pub(crate) static RULE: Rule = Rule {
    code: "LA010",
    name: "testo-vuoto",
    severity: Severity::Error,
    summary: "Un testo obbligatorio è vuoto.",
    why: "Sulla pagina comparirebbe una cella, o un titolo, senza nulla dentro.",
    remedy: "Scrivere il testo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "processo: Pubblicazione degli atti", "processo: \"\"")]),
        Example::new(&[Edit::new("processi.yaml", "processo: Accertamento dei tributi", "processo:")]),
    ],
    passing: &[],
};

/// The value of `key` at `span` is empty.
pub(in crate::load) fn finding(span: Span, key: &str) -> Finding {
    Finding::new(&RULE, span, format!("il valore di `{key}` è vuoto"))
        .label("qui manca il testo")
        .help(format!("scrivere il testo di `{key}`"))
}
