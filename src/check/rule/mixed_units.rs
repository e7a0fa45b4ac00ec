use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Amount, Indicator, Measure, Unit};

pub(super) static RULE: Rule = Rule {
    code: "LA328",
    name: "unita-discordi",
    severity: Severity::Warning,
    summary: "Un valore di un indicatore è in un'altra unità di misura.",
    why: "Base, obiettivi e consuntivi si confrontano: con due unità diverse il confronto non vuol dire nulla, e il disegno non si può fare.",
    remedy: "Scrivere tutti i valori nella stessa unità, o correggere `unita`.",
    correction: None,
    basis: "Linee guida AgID sui dati aperti: coerenza dei valori.",
    failing: &[
        Example::new(&[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, unita: n., obiettivi: { 2026: 40, 2027: 1500 € } }\n",
        )]),
        Example {
            caption: "Senza `unita`",
            edits: &[Edit::new(
                "indicatori.yaml",
                "",
                "indicatori:\n  - { dimensione: Formazione, indicatore: Formazione svolta, obiettivi: { 2026: 40%, 2027: 20 ore } }\n",
            )],
        },
    ],
    passing: &[Example {
        caption: "L'unità ripetuta accanto al valore",
        edits: &[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, unita: n., obiettivi: { 2026: 40 postazioni, 2027: almeno 50 } }\n",
        )],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for indicator in &context.edition.indicators.rows {
        match &indicator.unit {
            Some(unit) => {
                let right = Unit::parse(unit);
                for (measure, _) in with_units(indicator).filter(|(_, own)| !own.may_be(&right)) {
                    let message = format!(
                        "«{}» è in un'altra unità: l'indicatore «{}» si misura in «{}»",
                        measure.text.value, indicator.name.value, unit.value
                    );
                    findings.push(told(measure, message).related(unit.span, "l'unità è scritta qui").remedy());
                }
            }
            None => findings.extend(among_values(indicator)),
        }
    }
}

/// Where no unit is stated for all, the values are held against the first that has one.
fn among_values(indicator: &Indicator) -> Option<Finding> {
    let (first, unit) = with_units(indicator).next()?;
    let (other, _) = with_units(indicator).find(|(_, own)| !own.may_be(&unit))?;
    let message = format!(
        "i valori dell'indicatore «{}» sono in unità diverse: «{}» e «{}»",
        indicator.name.value, first.text.value, other.text.value
    );
    Some(told(other, message).related(first.text.span, "il primo valore con un'unità è qui").remedy())
}

fn with_units(indicator: &Indicator) -> impl Iterator<Item = (&Measure, Unit)> {
    let unit = |measure: &Measure| measure.amount.as_ref().and_then(Amount::own_unit);
    indicator.measures().filter_map(move |measure| Some((measure, unit(measure)?)))
}

fn told(measure: &Measure, message: String) -> Finding {
    Finding::new(&RULE, measure.text.span, message).label("un'altra unità")
}
