use super::earlier_edition::{EDITION, PROCESSES, SERVICES, TEAMS};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, Indicator, YearMeasure, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA337",
    name: "consuntivo-discorde",
    severity: Severity::Warning,
    summary: "Due edizioni danno, per lo stesso indicatore e lo stesso anno, due consuntivi diversi.",
    why: "Chi legge le due edizioni trova due risultati per un anno solo, e non sa a quale credere.",
    remedy: "Correggere il valore sbagliato; se il risultato è stato rettificato, dirlo nella nota dell'indicatore e accettare il rilievo con il suo motivo.",
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[Example {
        caption: "L'edizione precedente dice 38",
        edits: &[
            EDITION,
            SERVICES,
            TEAMS,
            PROCESSES,
            Edit::new("/data/2025-2027/indicatori.yaml", "", BEFORE),
            Edit::new("indicatori.yaml", "", OTHER),
        ],
    }],
    passing: &[Example {
        caption: "Lo stesso valore, scritto in un altro modo",
        edits: &[
            EDITION,
            SERVICES,
            TEAMS,
            PROCESSES,
            Edit::new("/data/2025-2027/indicatori.yaml", "", BEFORE),
            Edit::new("indicatori.yaml", "", SAME),
        ],
    }],
};

const BEFORE: &str = "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2025: 38 }, consuntivo: { 2025: 38 } }\n";
const OTHER: &str = "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: 40 }, consuntivo: { 2025: 39 } }\n";
const SAME: &str = "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: 40 }, consuntivo: { 2025: \"38,0\" } }\n";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let editions = &context.annex.editions[..context.number];
    for indicator in &context.edition.indicators.rows {
        for result in &indicator.results {
            let told = editions.iter().rev().find_map(|edition| told(edition, indicator, result.year.value));
            let Some((edition, row, other)) = told else { continue };
            if !differ((indicator, result), (row, other)) {
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

/// Whether two results are two numbers of the same unit; of what is no number nothing is concluded.
fn differ((indicator, result): (&Indicator, &YearMeasure), (row, other): (&Indicator, &YearMeasure)) -> bool {
    let (Some(amount), Some(known)) = (&result.value.amount, &other.value.amount) else { return false };
    let unit = |written: &Option<String>, of: &Indicator| written.as_deref().or(of.unit_text()).map(fold);
    let units = (unit(&amount.unit, indicator), unit(&known.unit, row));
    let is_same_unit = units.0 == units.1 || units.0.is_none() || units.1.is_none();
    is_same_unit && (amount.number - known.number).abs() > f64::EPSILON
}
