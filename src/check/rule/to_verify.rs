use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA701",
    name: "da-verificare",
    severity: Severity::Note,
    summary: "Una voce porta un dubbio che qualcuno deve ancora sciogliere.",
    why: "Il dubbio si vede anche sulla pagina pubblicata, finché resta.",
    remedy: "Controllare sull'originale, correggere la voce e togliere `da_verificare`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        "software.yaml",
        "    scopo: Registrazione dei documenti",
        "    scopo: Registrazione dei documenti\n    da_verificare: Il nome è letto male nella scansione",
    )])],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    context.edition.each_annotation(&mut |annotations, _| {
        if let Some(doubt) = &annotations.to_verify {
            findings.push(
                Finding::new(&RULE, doubt.span, format!("da verificare: {}", doubt.value))
                    .label("dubbio da sciogliere")
                    .remedy(),
            );
        }
    });
}
