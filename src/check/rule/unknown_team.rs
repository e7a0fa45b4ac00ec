use crate::check::reference::{self, Noun, Target};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{OfficeKind, Scope};

pub(super) static RULE: Rule = Rule {
    code: "LA201",
    name: "smart-team-sconosciuto",
    severity: Severity::Error,
    summary: "Una voce nomina uno smart team che non è definito.",
    why: "Il processo resterebbe senza nessuno che lo svolge, e sparirebbe dalla pagina del suo gruppo di lavoro.",
    remedy: "Scrivere l'identificativo come sta in smart-team.yaml, o definire lì lo smart team.",
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: [tributy]")]),
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: anagrafe")]),
        Example::new(&[Edit::new(
            "attuazione.yaml",
            "    giorni_settimana: 1\n",
            "    giorni_settimana: 1\n    continua_in: protocollo\n",
        )]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: tutti")])],
};

const NOUN: Noun = Noun { with_article: "lo smart team", unknown: "smart team sconosciuto", file: "smart-team.yaml" };

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let teams = &context.edition.teams;
    let named = context.edition.processes.rows.iter().filter_map(|process| match &process.scope {
        Some(Scope::Teams(ids)) => Some(ids),
        _ => None,
    });
    let continued = context.edition.adoption.rows.rows.iter().map(|row| &row.continues_in);
    let excluded = context.edition.exclusions.rows.iter().map(|exclusion| &exclusion.teams);
    for id in named.chain(continued).chain(excluded).flatten().filter(|id| context.graph.team(id).is_none()) {
        let targets = context.edition.offices(OfficeKind::Team).into_iter().map(Target::from);
        findings.extend(reference::unknown(context, &RULE, &NOUN, teams, targets, id));
    }
}
