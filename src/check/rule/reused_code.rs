use super::earlier_edition::{EDITION, SERVICES, TEAMS};
use crate::check::rule_context::RuleContext;
use crate::comparison::are_alike;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Process, Text, fold};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA332",
    name: "codice-riusato",
    severity: Severity::Note,
    summary: "Un codice, nell'edizione precedente, era di un altro processo.",
    why: "Chi confronta i dati di due anni prende due processi diversi per uno solo, e i collegamenti di un tempo portano altrove.",
    remedy: "Se ha soltanto cambiato nome, non c'è nulla da fare; altrimenti dargli un codice mai usato, o scrivere in `codice_precedente` quello che aveva.",
    correction: None,
    basis: "Linee guida nazionali per i dati aperti (AgID): identificativi persistenti.",
    failing: &[Example {
        caption: "L'anno prima il codice era di un'altra attività",
        edits: &[EDITION, SERVICES, TEAMS, Edit::new("/data/2025-2027/processi.yaml", "", OTHER)],
    }],
    passing: &[Example {
        caption: "L'anno prima il nome era un po' diverso",
        edits: &[EDITION, SERVICES, TEAMS, Edit::new("/data/2025-2027/processi.yaml", "", SAME)],
    }],
};

const OTHER: &str = "processi:\n  - { codice: 200-1-M, rischio: medio, processo: Rilascio dei passi carrabili, smart_team: [tributi], smartabilita: \"no\" }\n";
const SAME: &str = "processi:\n  - { codice: 200-1-M, rischio: medio, processo: Accertamento tributi, smart_team: [tributi], smartabilita: in parte }\n";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(earlier) = context.earlier_edition() else { return };
    let mut before: HashMap<&str, &Process> = HashMap::new();
    for (_, process, code) in earlier.coded_processes() {
        before.entry(code.value.as_str()).or_insert(process);
    }
    for (_, process, code) in context.edition.coded_processes() {
        // Where the code it had is written, its own is known to be a new one.
        let Some(other) = before.get(code.value.as_str()).filter(|_| process.previous_code.is_none()) else { continue };
        if is_same(process, other) {
            continue;
        }
        let words = "nell'edizione {} il codice `{}` era di un altro [processo]: «{}»";
        let message = context.fill(words, &[&earlier.id.as_str(), &code.value.as_str(), &other.name.value]);
        findings.push(
            Finding::new(&RULE, code.span, message)
                .label("codice già usato")
                .related(other.label_span(), "l'anno prima era questo")
                .remedy(),
        );
    }
}

/// Whether two processes are one: called nearly the same, or with the same purpose. What could not be read tells nothing.
pub(super) fn is_same(process: &Process, other: &Process) -> bool {
    let folded = |text: &Option<Text>| text.as_ref().map(|text| fold(text)).filter(|text| !text.is_empty());
    let purpose = folded(&process.purpose);
    process.name.value.is_empty()
        || other.name.value.is_empty()
        || are_alike(&process.name, &other.name)
        || (purpose.is_some() && purpose == folded(&other.purpose))
}
