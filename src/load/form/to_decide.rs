use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::Span;

/// A key under which it is written what somebody still has to decide.
pub(crate) static RULE: Rule = Rule {
    code: "LA710",
    name: "da-decidere",
    severity: Severity::Warning,
    summary: "Una decisione è ancora da prendere.",
    why: "`da_decidere` è scritto da `piao nuova-edizione` dove i dati dell'anno prima non valgono più; finché resta, l'edizione non è pronta. A una voce che lo porta può mancare anche una chiave obbligatoria.",
    remedy: "Decidere, scrivere il valore e togliere `da_decidere`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(
            "software.yaml",
            "    scopo: Registrazione dei documenti",
            "    scopo: Registrazione dei documenti\n    da_decidere: Confermare il programma per il 2026",
        )]),
        Example {
            caption: "Più decisioni, su un intero file",
            edits: &[Edit::new(
                "edizione.yaml",
                "stato: bozza",
                "stato: bozza\nda_decidere: [Il limite dei giorni alla settimana, Il titolo]",
            )],
        },
    ],
    passing: &[],
};

/// A decision that is still to be taken.
pub(in crate::load) fn finding(span: Span, decision: &str) -> Finding {
    let message = if decision.is_empty() { "da decidere".to_owned() } else { format!("da decidere: {decision}") };
    Finding::new(&RULE, span, message).label("decisione da prendere").remedy()
}
