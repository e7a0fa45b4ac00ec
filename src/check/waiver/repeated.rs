use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Text, Waiver};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA910",
    name: "accettazione-ripetuta",
    severity: Severity::Warning,
    summary: "La stessa accettazione è scritta due volte.",
    why: "Tolta l'una, l'altra resterebbe ad accettare il rilievo senza che nessuno lo sappia.",
    remedy: "Tenerne una sola, con il suo motivo.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA304\n    dove: [attuazione, Attuazione]\n    motivo: Come nel testo pubblicato\n",
        ),
    ])],
    passing: &[],
};

/// `first` is where the place is accepted for the first time.
pub(super) fn finding(waiver: &Waiver, place: &Text, first: Span) -> Finding {
    let message = format!("l'accettazione di {} in `{}` è già scritta", waiver.rule.value, place.value);
    Finding::new(&RULE, place.span, message).label("scritta due volte").related(first, "la prima volta è qui").remedy()
}
