use crate::check::reference::{self, Noun, Target};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{OfficeKind, Scope};

pub(super) static RULE: Rule = Rule {
    code: "LA202",
    name: "servizio-sconosciuto",
    severity: Severity::Error,
    summary: "Una voce nomina un servizio che non è definito.",
    why: "Lo smart team, o il processo, resterebbe fuori dall'organizzazione pubblicata.",
    remedy: "Scrivere l'identificativo come sta in servizi.yaml, o definire lì il servizio.",
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("smart-team.yaml", "servizio: tributi", "servizio: tributti")]),
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "servizio: [servizio-entrate]")]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "servizio: [tributi]")])],
};

const NOUN: Noun = Noun { with_article: "il servizio", unknown: "servizio sconosciuto", file: "servizi.yaml" };

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let services = &context.edition.services;
    let named = context.edition.processes.rows.iter().filter_map(|process| match &process.scope {
        Some(Scope::Services(ids)) => Some(ids),
        _ => None,
    });
    let owners = context.edition.teams.rows.iter().map(|team| &team.service);
    for id in owners.chain(named.flatten()).filter(|id| context.graph.service(id).is_none()) {
        let targets = context.edition.offices(OfficeKind::Service).into_iter().map(Target::from);
        findings.extend(reference::unknown(context, &RULE, &NOUN, services, targets, id));
    }
}
