use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Process, slug};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA126",
    name: "processo-ripetuto",
    severity: Severity::Warning,
    summary: "Due processi senza codice hanno lo stesso nome e lo stesso ufficio.",
    why: "Senza codice un processo si riconosce dal nome e dall'ufficio: due uguali si confondono nelle pagine, nelle accettazioni e da un anno all'altro.",
    remedy: "Togliere la riga di troppo, o dire nel nome che cosa le distingue.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: comprensibilità dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "processi:\n",
        "processi:\n  - { processo: Sportello, smart_team: tributi, smartabilita: no }\n  - { processo: Sportello, smart_team: tributi, smartabilita: si }\n",
    )])],
    passing: &[Example {
        caption: "Lo stesso processo di due uffici",
        edits: &[Edit::new(
            "processi.yaml",
            "processi:\n",
            "processi:\n  - { processo: Sportello, smart_team: tributi, smartabilita: no }\n  - { processo: Sportello, smart_team: segreteria, smartabilita: si }\n",
        )],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let mut seen: HashMap<(String, Vec<&str>), &Process> = HashMap::new();
    let rows = context.edition.processes.rows.iter();
    for process in rows.filter(|process| process.code.is_none() && !process.name.value.is_empty()) {
        let mut offices = process.office_ids();
        offices.sort_unstable();
        let key = (slug(&process.name), offices);
        if let Some(first) = seen.get(&key) {
            let message = context
                .fill("[il processo] «{}» è già in un'altra riga, per lo stesso ufficio", &[&process.name.value]);
            findings.push(
                Finding::new(&RULE, process.name.span, message)
                    .label("seconda volta")
                    .related(first.name.span, "la prima volta è qui")
                    .remedy(),
            );
        } else {
            seen.insert(key, process);
        }
    }
}
