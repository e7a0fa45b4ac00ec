use crate::check::reference::{self, Noun, Target};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::OfficeKind;

pub(super) static RULE: Rule = Rule {
    code: "LA203",
    name: "area-sconosciuta",
    severity: Severity::Error,
    summary: "Una voce nomina un'area che non è definita.",
    why: "Il servizio, o il processo, resterebbe fuori dall'organizzazione pubblicata.",
    remedy: "Scrivere l'identificativo come sta in servizi.yaml, o definire lì l'area; se non esiste più, con `cessata: si`.",
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("servizi.yaml", "area: risorse", "area: risorsa")]),
        Example::new(&[Edit::new("processi.yaml", "area: [risorse]", "area: [cultura]")]),
    ],
    passing: &[],
};

const NOUN: Noun = Noun { with_article: "l'area", unknown: "area sconosciuta", file: "servizi.yaml" };

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let areas = &context.edition.areas;
    let owners = context.edition.services.rows.iter().map(|service| &service.area);
    let named = context.edition.processes.rows.iter().flat_map(|process| &process.areas);
    for id in owners.chain(named).filter(|id| context.graph.area(id).is_none()) {
        let targets = context.edition.offices(OfficeKind::Area).into_iter().map(Target::from);
        findings.extend(reference::unknown(context, &RULE, &NOUN, areas, targets, id));
    }
}
