use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Indicator, Unit, fold};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA127",
    name: "indicatore-ripetuto",
    severity: Severity::Warning,
    summary: "Due indicatori della stessa dimensione hanno lo stesso nome e la stessa unità di misura.",
    why: "Chi legge non sa quale dei due valori è quello giusto, e da un'edizione all'altra uno si confonde con l'altro.",
    remedy: "Togliere la riga di troppo, o dire nel nome che cosa distingue i due indicatori.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: comprensibilità dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new(
        "indicatori.yaml",
        "",
        "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, unita: n., obiettivi: { 2026: 40 } }\n  - { dimensione: Salute digitale, indicatore: Portatili, unita: n., obiettivi: { 2026: 45 } }\n",
    )])],
    passing: &[Example {
        caption: "Lo stesso indicatore in numero e in percentuale",
        edits: &[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, unita: n., obiettivi: { 2026: 40 } }\n  - { dimensione: Salute digitale, indicatore: Portatili, unita: \"%\", obiettivi: { 2026: 45 } }\n",
        )],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let mut seen: HashMap<(String, String), Vec<&Indicator>> = HashMap::new();
    for indicator in context.edition.indicators.rows.iter().filter(|row| !row.name.value.is_empty()) {
        let same = seen.entry((fold(&indicator.dimension), fold(&indicator.name))).or_default();
        // Two with one identifier have a finding of their own.
        let is_twin = |other: &&&Indicator| has_unit_of(indicator, other) && !has_id_of(indicator, other);
        if let Some(first) = same.iter().find(is_twin) {
            let message =
                format!("l'indicatore «{}» è già in un'altra riga della sua dimensione", indicator.name.value);
            findings.push(
                Finding::new(&RULE, indicator.name.span, message)
                    .label("seconda volta")
                    .related(first.name.span, "la prima volta è qui")
                    .remedy(),
            );
        }
        same.push(indicator);
    }
}

fn has_unit_of(one: &Indicator, other: &Indicator) -> bool {
    match (one.unit_text(), other.unit_text()) {
        (Some(one), Some(other)) => fold(one) == fold(other) || Unit::parse(one) == Unit::parse(other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn has_id_of(one: &Indicator, other: &Indicator) -> bool {
    one.id.as_ref().zip(other.id.as_ref()).is_some_and(|(one, other)| one.value == other.value)
}
