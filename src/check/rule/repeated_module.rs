use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::fold;
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA109",
    name: "modulo-ripetuto",
    severity: Severity::Error,
    summary: "Due moduli dello stesso gruppo del piano formativo hanno lo stesso nome.",
    why: "Gruppo e nome identificano il modulo: con due righe uguali non si sa quale valga per chi.",
    remedy: "Unire le due righe, o dare loro nomi diversi.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(
            "formazione.yaml",
            "    moduli:\n",
            "    moduli:\n      - nome: Introduzione al Lavoro  Agile\n        destinatari:\n          dipendenti: X\n",
        )]),
        Example {
            caption: "Il gruppo è scritto due volte",
            edits: &[Edit::new(
                "formazione.yaml",
                "gruppi:\n",
                "gruppi:\n  - nome: COMPETENZE digitali\n    moduli:\n      - { nome: Introduzione al lavoro agile, destinatari: { dipendenti: X } }\n",
            )],
        },
    ],
    passing: &[Example::new(&[Edit::new(
        "formazione.yaml",
        "    moduli:\n",
        "    moduli:\n      - nome: Lavoro agile avanzato\n        destinatari:\n          dipendenti: X\n",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    // A group may be written in several parts: it is the same one by its name.
    let mut seen = HashMap::new();
    for group in &context.edition.training.groups.rows {
        for module in group.modules.iter().filter(|module| !module.name.value.is_empty()) {
            let key = (fold(&group.name), fold(&module.name));
            match seen.get(&key) {
                Some(first) => findings.push(
                    Finding::new(
                        &RULE,
                        module.name.span,
                        format!("il modulo `{}` è già nel gruppo «{}»", module.name.value, group.name.value),
                    )
                    .label("seconda volta")
                    .related(*first, "la prima volta è qui")
                    .remedy(),
                ),
                None => {
                    seen.insert(key, module.name.span);
                }
            }
        }
    }
}
