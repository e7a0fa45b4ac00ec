use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::circles;

pub(super) static RULE: Rule = Rule {
    code: "LA123",
    name: "servizi-in-cerchio",
    severity: Severity::Error,
    summary: "Un servizio è detto parte di sé stesso, direttamente o attraverso altri.",
    why: "Non si può dire chi sta sopra e chi sta sotto: l'organizzazione non avrebbe un inizio.",
    remedy: "Togliere `parte_di` dal servizio che sta più in alto.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("servizi.yaml", "prefisso: \"200\"", "prefisso: \"200\"\n    parte_di: tributi")]),
        Example::new(&[
            Edit::new("servizi.yaml", "prefisso: \"100\"", "prefisso: \"100\"\n    parte_di: tributi"),
            Edit::new("servizi.yaml", "prefisso: \"200\"", "prefisso: \"200\"\n    parte_di: segreteria"),
        ]),
    ],
    passing: &[Example::new(&[Edit::new(
        "servizi.yaml",
        "prefisso: \"200\"",
        "prefisso: \"200\"\n    parte_di: segreteria",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let services = &context.edition.services.rows;
    let parent = |id: &str| context.graph.service(id);
    let parents: Vec<Option<usize>> =
        services.iter().map(|service| service.parent.as_ref().and_then(|id| parent(&id.value))).collect();
    for circle in circles(&parents) {
        let Some(written) = circle.first().and_then(|row| services[*row].parent.as_ref()) else { continue };
        let names: Vec<String> = circle.iter().map(|row| format!("«{}»", services[*row].name.value)).collect();
        let message = match names.as_slice() {
            [one] => context.fill("[il servizio] {} è [detto|servizio] parte di sé [stesso|servizio]", &[one]),
            many => {
                context.fill("[i servizi] {} sono [ciascuno|servizio] parte [dell'altro|servizio]", &[&many.join(", ")])
            }
        };
        findings.push(
            Finding::new(&RULE, written.span, message)
                .label("il cerchio si chiude qui")
                .help(context.say("togliere `parte_di` [dal servizio] che sta più in alto")),
        );
    }
}
