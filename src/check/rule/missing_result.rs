use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Indicator, IndicatorSeries, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA331",
    name: "consuntivo-mancante",
    severity: Severity::Warning,
    summary: "Un indicatore ha un obiettivo per un anno che è finito, e nessuna edizione ne dice il consuntivo.",
    why: "Chi legge vede che cosa l'ente si era proposto, e non che cosa ha fatto.",
    remedy: "Scrivere il valore misurato in `consuntivo`, in questa edizione o, con lo stesso `id`, in un'altra.",
    correction: None,
    basis: "D.lgs. 150/2009, art. 10: la relazione sulla performance confronta i risultati con gli obiettivi.",
    failing: &[Example {
        caption: "La tabella dell'anno prima, in un'edizione che comincia dopo",
        edits: &[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2025: 38, 2026: 40 } }\n",
        )],
    }],
    passing: &[Example::new(&[Edit::new(
        "indicatori.yaml",
        "",
        "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: 40 } }\n",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    // A value that could not be read may be the one that is missing, in whichever edition.
    let editions = &context.annex.editions;
    let is_unread = |id: &str| context.is_unread(&format!("{id}/indicatori"));
    if editions.iter().any(|edition| is_unread(edition.id.as_str())) {
        return;
    }
    for indicator in &context.edition.indicators.rows {
        let series = IndicatorSeries::of(editions, context.number, indicator);
        let is_told = |year: i16| series.years.get(&year).is_some_and(|known| known.result.is_some());
        let years = indicator.targets.iter().map(|target| &target.year);
        let missing: Vec<&Spanned<i16>> =
            years.filter(|year| year.value < context.today.year() && !is_told(year.value)).collect();
        findings.extend(told(indicator, &missing));
    }
}

fn told(indicator: &Indicator, missing: &[&Spanned<i16>]) -> Option<Finding> {
    let first = missing.first()?;
    let years: Vec<String> = missing.iter().map(|year| format!("del {}", year.value)).collect();
    let years = match years.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} e {last}", rest.join(", ")),
        _ => years.concat(),
    };
    let message = format!("manca il consuntivo {years} di «{}»", indicator.name.value);
    let finding = Finding::new(&RULE, first.span, message).label("anno finito");
    Some(finding.together(missing.iter().map(|year| year.span)).remedy())
}
