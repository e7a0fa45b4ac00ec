use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::Span;

/// A word that YAML takes for a mark of its own.
pub(crate) static RULE: Rule = Rule {
    code: "LA020",
    name: "parola-perduta",
    severity: Severity::Error,
    summary: "Un valore comincia con una parola preceduta da `!` o da `&`, che YAML toglie dal testo.",
    why: "La parola non si pubblica, e nessuno se ne accorge.",
    remedy: "Mettere tutto il testo fra virgolette doppie, o togliere la parola.",
    correction: None,
    basis: "YAML 1.2.2, §6.9.",
    failing: &[
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: !Nuovo Tributi")]),
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: &Nuovo Tributi")]),
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: !!Nuovo Tributi")]),
        Example {
            caption: "Una parola sola: della voce non resta nulla",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Registrazione dei documenti\n    nota: &Nuovo",
            )],
        },
    ],
    passing: &[
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: \"!Nuovo Tributi\"")]),
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: !!str Tributi")]),
    ],
};

/// `word` stands before a value.
pub(in crate::load) fn finding(span: Span, word: &str) -> Finding {
    Finding::new(&RULE, span, format!("`{word}` va perduto: per YAML non fa parte del testo"))
        .label("non si legge")
        .remedy()
}
