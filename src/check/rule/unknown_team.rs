use crate::check::reference::{self, Named};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA201",
    name: "smart-team-sconosciuto",
    severity: Severity::Error,
    summary: "Una voce nomina uno smart team che non è definito.",
    why: "Il processo resterebbe senza nessuno che lo svolge, e sparirebbe dalla pagina del suo gruppo di lavoro.",
    remedy: "Scrivere l'identificativo come sta in smart-team.yaml, o definire lì lo smart team.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: [tributy]")]),
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: anagrafe")]),
        Example {
            caption: "Due smart team scritti come un testo solo",
            edits: &[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: tributi; segreteria")],
        },
        Example::new(&[Edit::new(
            "attuazione.yaml",
            "    giorni_settimana: 1\n",
            "    giorni_settimana: 1\n    continua_in: protocollo\n",
        )]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: tutti")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    findings.extend(reference::unknown(context, &RULE, Named::Team));
}
