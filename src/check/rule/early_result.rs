use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA327",
    name: "consuntivo-di-un-anno-in-corso",
    severity: Severity::Warning,
    summary: "Il consuntivo di un indicatore è di un anno che non è ancora finito.",
    why: "Un valore provvisorio è pubblicato come se fosse quello definitivo, oppure è un obiettivo scritto al posto sbagliato.",
    remedy: "Aspettare la fine dell'anno, o spostare il valore in `obiettivi` se è un obiettivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new(
        "indicatori.yaml",
        "",
        "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: 40 }, consuntivo: { 2026: 42 } }\n",
    )])],
    passing: &[Example {
        caption: "L'anno è finito",
        edits: &[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: 40 }, consuntivo: { 2025: 39 } }\n",
        )],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for indicator in &context.edition.indicators.rows {
        for result in indicator.results.iter().filter(|result| result.year.value >= context.today.year()) {
            let year = result.year.value;
            let message =
                format!("c'è il consuntivo del {year} di «{}», ma il {year} non è ancora finito", indicator.name.value);
            findings.push(Finding::new(&RULE, result.year.span, message).label("anno non finito").remedy());
        }
    }
}
