use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA709",
    name: "tavola-1-vuota",
    severity: Severity::Warning,
    summary: "La Tavola 1 è vuota: l'edizione non ha nessun processo.",
    why: "La mappatura dei processi è il cuore dell'allegato: senza, si pubblica una tavola senza righe.",
    remedy: "Scrivere i processi, o recuperare il file da una copia se è stato svuotato per errore.",
    correction: None,
    basis: "D.M. 132/2022, art. 4 c. 1 lett. b.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "", "processi: []\n")])],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let processes = &context.edition.processes;
    if let Some(span) = processes.span.filter(|_| processes.complete && processes.rows.is_empty()) {
        let message =
            context.fill("la Tavola 1 è vuota: l'edizione `{}` non ha [processi]", &[&context.edition.id.as_str()]);
        findings.push(Finding::new(&RULE, span, message).label(context.say("[nessun processo]")).help(
            context.say("scrivere [i processi], o recuperare il file da una copia se è stato svuotato per errore"),
        ));
    }
}
