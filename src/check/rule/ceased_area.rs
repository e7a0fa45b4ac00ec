use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA209",
    name: "area-cessata",
    severity: Severity::Warning,
    summary: "Una riga nomina un'area che non fa più parte dell'organizzazione.",
    why: "Chi legge cerca un'area che non esiste e non trova a chi rivolgersi.",
    remedy: "Scrivere l'area di oggi; se il testo pubblicato è quello, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: aggiornamento dei dati pubblicati.",
    failing: &[Example::new(&[
        Edit::new(
            "servizi.yaml",
            "servizi:\n",
            "  - { id: persona, nome: Servizi alla Persona, cessata: si }\nservizi:\n",
        ),
        Edit::new("processi.yaml", "area: [risorse]", "area: [risorse, persona]"),
    ])],
    passing: &[Example::new(&[Edit::new(
        "servizi.yaml",
        "servizi:\n",
        "  - { id: persona, nome: Servizi alla Persona, cessata: si }\nservizi:\n",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let owners = edition.services.rows.iter().filter_map(|service| service.area.as_ref());
    let named = edition.processes.rows.iter().flat_map(|process| &process.areas);
    for id in owners.chain(named) {
        let Some(area) = context.graph.area(id).map(|row| &edition.areas.rows[row]).filter(|area| !area.is_in_force())
        else {
            continue;
        };
        let finding = Finding::new(
            &RULE,
            id.span,
            context.fill("[l'area] «{}» non fa più parte dell'organizzazione", &[&area.name.value]),
        )
        .label(context.say("[area cessata]"))
        .help(context.say("scrivere [l'area] di oggi"));
        let ceased = area.ceased.as_ref().map_or(area.id.span, |ceased| ceased.span);
        findings.push(finding.related(ceased, context.say("è [indicata|area] come [cessata|area] qui")));
    }
}
