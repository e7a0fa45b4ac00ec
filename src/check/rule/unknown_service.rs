use crate::check::reference::{self, Named};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA202",
    name: "servizio-sconosciuto",
    severity: Severity::Error,
    summary: "Una voce nomina un servizio che non è definito.",
    why: "Lo smart team, o il processo, resterebbe fuori dall'organizzazione pubblicata.",
    remedy: "Scrivere l'identificativo come sta in servizi.yaml, o definire lì il servizio.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("smart-team.yaml", "servizio: tributi", "servizio: tributti")]),
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "servizio: [servizio-entrate]")]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "servizio: [tributi]")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    findings.extend(reference::unknown(context, &RULE, Named::Service));
}
