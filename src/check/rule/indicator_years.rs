use super::plan_years;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Indicator;

pub(super) static RULE: Rule = Rule {
    code: "LA326",
    name: "anno-fuori-dal-piano",
    severity: Severity::Warning,
    summary: "Un obiettivo di un indicatore è di un anno che non è fra quelli del piano, oppure la base è di un anno che viene dopo il primo obiettivo.",
    why: "Succede quando si copia la tabella dell'anno prima: gli obiettivi pubblicati sono quelli di un altro piano.",
    remedy: "Correggere l'anno; il valore di un anno già passato si scrive in `base` o in `consuntivo`.",
    correction: None,
    basis: "D.M. 132/2022: il Piano è triennale e si aggiorna ogni anno.",
    failing: &[
        Example::new(&[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2025: 40, 2026: 45, 2027: 50 } }\n",
        )]),
        Example::new(&[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: 40, 2062: 45 } }\n",
        )]),
    ],
    passing: &[Example {
        caption: "Il valore di un anno già passato",
        edits: &[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, base: { valore: 38, al: 2024-12-31 }, obiettivi: { 2026: 40 }, consuntivo: { 2025: 39 } }\n",
        )],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let span = plan_years::span(edition.id.as_str()).or_else(|| plan_years::span(&edition.plan));
    for indicator in &edition.indicators.rows {
        if let Some((from, to)) = span {
            outside(indicator, (from, to), context.today.year(), findings);
        }
        late_base(indicator, findings);
    }
}

fn outside(indicator: &Indicator, (from, to): (i16, i16), this_year: i16, findings: &mut Findings) {
    let years = indicator.targets.iter().map(|target| ("l'obiettivo", &target.year));
    // What came before the plan may well be told; what comes after it cannot have been measured for it. Of a year that is not over, that is
    // what is said.
    let results = indicator.results.iter().map(|result| ("il consuntivo", &result.year));
    let results = results.filter(|(_, year)| year.value < this_year);
    let outside = years.filter(|(_, year)| !(from..=to).contains(&year.value));
    for (what, year) in outside.chain(results.filter(|(_, year)| year.value > to)) {
        let message = format!(
            "{what} del {} di «{}» è fuori dal piano, che va dal {from} al {to}",
            year.value, indicator.name.value
        );
        findings.push(Finding::new(&RULE, year.span, message).label("un altro anno").remedy());
    }
}

fn late_base(indicator: &Indicator, findings: &mut Findings) {
    let day = indicator.base.as_ref().and_then(|base| base.at.as_ref());
    let (Some(day), Some(first)) = (day, indicator.targets.first()) else { return };
    if day.value.year() > first.year.value {
        let message = format!(
            "la base di «{}» è del {}, dopo il primo obiettivo, che è del {}",
            indicator.name.value,
            day.value.year(),
            first.year.value
        );
        findings.push(
            Finding::new(&RULE, day.span, message)
                .label("dopo il primo obiettivo")
                .related(first.year.span, "il primo obiettivo è qui")
                .help("correggere il giorno della base, o l'anno dell'obiettivo"),
        );
    }
}
