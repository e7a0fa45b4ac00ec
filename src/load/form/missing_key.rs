use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::Span;

/// A key that has to be there.
pub(crate) static RULE: Rule = Rule {
    code: "LA008",
    name: "chiave-mancante",
    severity: Severity::Error,
    summary: "Manca una chiave obbligatoria.",
    why: "Senza quel valore la riga pubblicata avrebbe una cella vuota.",
    remedy: "Aggiungere la chiave con il suo valore.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "    processo: Accertamento dei tributi\n", "")])],
    passing: &[Example::new(&[Edit::new("processi.yaml", "    supporti_cartacei: si\n", "")])],
};

/// The record that begins at `span` lacks `key`.
pub(in crate::load) fn finding(span: Span, what: &str, key: &str) -> Finding {
    Finding::new(&RULE, span, format!("manca la chiave `{key}` per {what}"))
        .label(format!("qui manca `{key}`"))
        .help(format!("aggiungere una riga `{key}: …` con lo stesso rientro delle altre chiavi"))
}
