use crate::check::reference::{self, Named};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA205",
    name: "destinatario-sconosciuto",
    severity: Severity::Error,
    summary: "Un modulo formativo nomina un gruppo di destinatari che non è definito.",
    why: "La casella non avrebbe una colonna in cui stare.",
    remedy: "Scrivere l'identificativo come sta fra i `destinatari` di formazione.yaml.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new("formazione.yaml", "          dipendenti: X", "          dipendente: X")])],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    findings.extend(reference::unknown(context, &RULE, Named::Audience));
}
