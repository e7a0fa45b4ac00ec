use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA706",
    name: "pubblicazione-conclusa",
    severity: Severity::Note,
    summary: "Sono passati i cinque anni per i quali l'edizione doveva restare pubblica.",
    why: "Finito il termine, i dati si conservano ma non è più dovuto tenerli in linea.",
    remedy: "Decidere se lasciarla in linea; per toglierla, spostare le sue cartelle fuori da `data` e `content`.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 8 c. 3.",
    failing: &[Example::new(&[Edit::new("edizione.yaml", "stato: bozza", "stato: bozza\npubblicato_il: 2019-01-31")])],
    passing: &[Example::new(&[Edit::new("edizione.yaml", "stato: bozza", "stato: bozza\npubblicato_il: 2021-01-31")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(published) = &context.edition.published else { return };
    if let Some(last) = context.edition.public_until().filter(|last| *last < context.today) {
        let message =
            format!("l'edizione `{}` doveva restare pubblica fino al {}", context.edition.id.as_str(), last.long());
        findings.push(Finding::new(&RULE, published.span, message).label("da qui si contano cinque anni").remedy());
    }
}
