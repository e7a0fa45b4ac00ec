use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA211",
    name: "segno-senza-significato",
    severity: Severity::Warning,
    summary: "Un segno del piano formativo è dichiarato, ma il suo significato non è scritto.",
    why: "Chi legge la tabella non ha modo di sapere che cosa vuol dire.",
    remedy: "Scrivere il significato; se il testo pubblicato non lo dice, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "WCAG 2.1, criterio 1.3.1; d.lgs. 33/2013, art. 6.",
    failing: &[Example::new(&[Edit::new("formazione.yaml", "  X: modulo previsto", "  X: \"\"")])],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for entry in context.edition.training.legend.iter().filter(|entry| entry.meaning.is_none()) {
        findings.push(
            Finding::new(
                &RULE,
                entry.mark.span,
                format!("il significato del segno `{}` non è scritto", entry.mark.value),
            )
            .label("che cosa vuol dire?")
            .remedy(),
        );
    }
}
