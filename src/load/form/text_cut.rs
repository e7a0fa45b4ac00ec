use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::Span;
use std::ops::Range;

/// A text that ends where a `#` begins a comment.
pub(crate) static RULE: Rule = Rule {
    code: "LA019",
    name: "testo-tagliato",
    severity: Severity::Warning,
    summary: "Un testo è tagliato da un `#`, che per YAML comincia un commento.",
    why: "Ciò che segue il `#` non si pubblica, e nessuno se ne accorge.",
    remedy: "Mettere tutto il testo fra virgolette doppie; se è davvero un commento, scrivere uno spazio dopo il `#`.",
    correction: None,
    basis: "YAML 1.2.2, §6.6.",
    failing: &[
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi #riscossione")]),
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi (pratica # 88)")]),
    ],
    passing: &[
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi # controllato")]),
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: \"Tributi #riscossione\"")]),
    ],
};

/// The comment at `span` follows the text at `kept`, which may be empty.
pub(in crate::load) fn finding(text: &str, span: Span, kept: Range<usize>) -> Finding {
    let (kept, lost) = (&text[kept], &text[span.range()]);
    let message = if kept.is_empty() {
        format!("«{lost}» non si legge: il `#` comincia un commento")
    } else {
        let end: Vec<&str> = kept.split_whitespace().rev().take(3).collect();
        let end = end.into_iter().rev().collect::<Vec<_>>().join(" ");
        format!("il testo finisce dopo «{end}»: ciò che segue il `#` è un commento")
    };
    Finding::new(&RULE, span, message).label("non si legge").remedy()
}
