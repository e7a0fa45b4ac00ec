use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA105",
    name: "codice-ripetuto",
    severity: Severity::Error,
    summary: "Due processi hanno lo stesso codice, anche se scritto con altri spazi o maiuscole.",
    why: "Il codice è l'indirizzo della pagina del processo e lo identifica di anno in anno.",
    remedy: "Dare a uno dei due processi il codice giusto.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 100 - 1 - b")])],
    passing: &[Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-2-M")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut seen = HashMap::new();
    for process in &context.edition.processes.rows {
        let code = &process.code;
        if code.as_str().is_empty() {
            continue;
        }
        // Pages are named in lower case, so two codes that differ in case only would meet on one page.
        match seen.get(&code.slug()) {
            Some(first) => findings.push(
                Finding::new(&RULE, code.span, format!("il codice `{}` è già di un altro processo", code.as_str()))
                    .label("seconda volta")
                    .related(*first, "la prima volta è qui")
                    .help("dare a uno dei due processi il codice giusto"),
            ),
            None => {
                seen.insert(code.slug(), code.span);
            }
        }
    }
}
