use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::fold;
use crate::source::Span;
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA122",
    name: "lettera-ripetuta",
    severity: Severity::Warning,
    summary: "Due voci delle esclusioni hanno la stessa lettera.",
    why: "Chi cita la lettera c) non si sa quale delle due intenda.",
    remedy: "Scrivere a ciascuna voce la sua lettera; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "Capitolo dell'allegato sui profili esclusi dal lavoro agile.",
    failing: &[Example::new(&[Edit::new(
        "esclusioni.yaml",
        "esclusioni:\n",
        "esclusioni:\n  - lettera: A\n    profili: [Autisti]\n    dove: Trasporto scolastico\n",
    )])],
    passing: &[Example::new(&[Edit::new(
        "esclusioni.yaml",
        "esclusioni:\n",
        "esclusioni:\n  - lettera: b\n    profili: [Autisti]\n    dove: Trasporto scolastico\n",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let mut seen: HashMap<String, Span> = HashMap::new();
    for exclusion in &context.edition.exclusions.rows {
        let Some(letter) = &exclusion.letter else { continue };
        let key = fold(letter);
        if key.is_empty() {
            continue;
        }
        match seen.get(&key) {
            Some(first) => findings.push(
                Finding::new(&RULE, letter.span, format!("la lettera «{}» è già di un'altra voce", letter.value))
                    .label("seconda volta")
                    .related(*first, "la prima volta è qui")
                    .remedy(),
            ),
            None => {
                seen.insert(key, letter.span);
            }
        }
    }
}
