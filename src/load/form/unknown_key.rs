use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::source::{Sources, Span};

/// A key that nobody reads.
pub(crate) static RULE: Rule = Rule {
    code: "LA007",
    name: "chiave-sconosciuta",
    severity: Severity::Error,
    summary: "La chiave non esiste in questo punto.",
    why: "Una chiave scritta male sarebbe ignorata in silenzio, e con lei il suo valore.",
    remedy: "Correggere il nome della chiave, o toglierla.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "rischio: medio", "richio: medio")])],
    passing: &[Example::new(&[Edit::new(
        "software.yaml",
        "scopo: Registrazione",
        "nota: In uso a tutti\n    scopo: Registrazione",
    )])],
};

/// `name` is none of `known`, though it may be `near` to one of them.
pub(in crate::load) fn finding(
    sources: &Sources,
    span: Span,
    name: &str,
    what: &str,
    near: Option<&str>,
    known: &[&str],
) -> Finding {
    let finding =
        Finding::new(&RULE, span, format!("la chiave `{name}` non esiste per {what}")).label("chiave sconosciuta");
    match near {
        Some(near) => {
            let fix = Fix::near(sources.get(span.source), span, name, near);
            finding.help(format!("forse si intendeva `{near}`")).fix(fix)
        }
        None => finding.help(format!("le chiavi possibili sono: {}", known.join(", "))),
    }
}
