use crate::check::reference::{self, Named};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA203",
    name: "area-sconosciuta",
    severity: Severity::Error,
    summary: "Una voce nomina un'area che non è definita.",
    why: "Il servizio, o il processo, resterebbe fuori dall'organizzazione pubblicata.",
    remedy: "Scrivere l'identificativo come sta in servizi.yaml, o definire lì l'area; se non esiste più, con `cessata: si`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("servizi.yaml", "area: risorse", "area: risorsa")]),
        Example::new(&[Edit::new("processi.yaml", "area: [risorse]", "area: [cultura]")]),
    ],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    findings.extend(reference::unknown(context, &RULE, Named::Area));
}
