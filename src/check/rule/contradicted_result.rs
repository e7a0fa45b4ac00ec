use super::earlier_edition::{EDITION, PROCESSES, SERVICES, TEAMS};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, Indicator, Measure, YearMeasure, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA337",
    name: "consuntivo-discorde",
    severity: Severity::Warning,
    summary: "Per lo stesso indicatore e lo stesso anno ci sono due risultati diversi: in due edizioni, o nel consuntivo e nella base.",
    why: "Chi legge trova due risultati per un anno solo, e non sa a quale credere.",
    remedy: "Correggere il valore sbagliato; se il risultato è stato rettificato, dirlo nella nota dell'indicatore e accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[
        Example {
            caption: "L'edizione precedente dice 38",
            edits: &[
                EDITION,
                SERVICES,
                TEAMS,
                PROCESSES,
                Edit::new("/data/2025-2027/indicatori.yaml", "", BEFORE),
                Edit::new("indicatori.yaml", "", OTHER),
            ],
        },
        Example {
            caption: "La base è della fine di quell'anno, e dice 20",
            edits: &[Edit::new("indicatori.yaml", "", OTHER_BASE)],
        },
    ],
    passing: &[
        Example {
            caption: "Lo stesso valore, scritto in un altro modo",
            edits: &[
                EDITION,
                SERVICES,
                TEAMS,
                PROCESSES,
                Edit::new("/data/2025-2027/indicatori.yaml", "", BEFORE),
                Edit::new("indicatori.yaml", "", SAME),
            ],
        },
        Example {
            caption: "La base è della metà dell'anno", edits: &[Edit::new("indicatori.yaml", "", EARLIER_BASE)]
        },
    ],
};

const BEFORE: &str = "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2025: 38 }, consuntivo: { 2025: 38 } }\n";
const OTHER: &str = "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: 40 }, consuntivo: { 2025: 39 } }\n";
const SAME: &str = "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: 40 }, consuntivo: { 2025: \"38,0\" } }\n";

const OTHER_BASE: &str = "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Portatili, base: { valore: 20, al: 2025-12-31 }, obiettivi: { 2025: 38, 2026: 40 }, consuntivo: { 2025: 38 } }\n";
const EARLIER_BASE: &str = "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Portatili, base: { valore: 20, al: 2025-06-30 }, obiettivi: { 2025: 38, 2026: 40 }, consuntivo: { 2025: 38 } }\n";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let editions = &context.annex.editions[..context.number];
    for indicator in &context.edition.indicators.rows {
        findings.extend(against_base(context, indicator));
        for result in &indicator.results {
            let told = editions.iter().rev().find_map(|edition| told(edition, indicator, result.year.value));
            let Some((edition, row, other)) = told else { continue };
            if !differ((indicator, &result.value), (row, &other.value)) {
                continue;
            }
            let message = format!(
                "il consuntivo del {} di «{}» è {}, ma nell'edizione {} è {}",
                result.year.value,
                indicator.name.value,
                result.value.shown(indicator.unit_text()),
                edition.id.as_str(),
                other.value.shown(row.unit_text())
            );
            findings.push(
                Finding::new(&RULE, result.value.text.span, message)
                    .label("un altro valore")
                    .related(other.value.text.span, "quello dell'altra edizione è qui")
                    .remedy(),
            );
        }
    }
}

/// What an edition says of a year of an indicator.
fn told<'a>(
    edition: &'a Edition,
    indicator: &Indicator,
    year: i16,
) -> Option<(&'a Edition, &'a Indicator, &'a YearMeasure)> {
    let row = edition.indicators.rows.iter().find(|row| indicator.continues(row))?;
    let result = row.results.iter().find(|result| result.year.value == year)?;
    Some((edition, row, result))
}

/// A base of the last day of a year, of which this edition or an earlier one tells another result.
fn against_base(context: &RuleContext<'_>, indicator: &Indicator) -> Option<Finding> {
    let base = indicator.base.as_ref()?;
    let day = base.at.as_ref()?.value;
    if (day.month(), day.day()) != (12, 31) {
        return None;
    }
    let mut editions = context.annex.editions[..=context.number].iter().rev();
    let (edition, row, result) = editions.find_map(|edition| told(edition, indicator, day.year()))?;
    if !differ((indicator, &base.value), (row, &result.value)) {
        return None;
    }
    let whose = if edition.id == context.edition.id {
        String::new()
    } else {
        format!(" nell'edizione {}", edition.id.as_str())
    };
    let message = format!(
        "la base di «{}» al {} è {}, ma il consuntivo del {}{whose} è {}",
        indicator.name.value,
        day.long(),
        base.value.shown(indicator.unit_text()),
        day.year(),
        result.value.shown(row.unit_text())
    );
    let finding = Finding::new(&RULE, base.value.text.span, message).label("un altro valore");
    Some(finding.related(result.value.text.span, "il consuntivo è qui").remedy())
}

/// Whether two results are two numbers of the same unit; of what is no number nothing is concluded.
fn differ((indicator, result): (&Indicator, &Measure), (row, other): (&Indicator, &Measure)) -> bool {
    let (Some(amount), Some(known)) = (&result.amount, &other.amount) else { return false };
    let unit = |written: &Option<String>, of: &Indicator| written.as_deref().or(of.unit_text()).map(fold);
    let units = (unit(&amount.unit, indicator), unit(&known.unit, row));
    let is_same_unit = units.0 == units.1 || units.0.is_none() || units.1.is_none();
    is_same_unit && (amount.number - known.number).abs() > f64::EPSILON
}
