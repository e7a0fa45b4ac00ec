use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Days, Period, PeriodDays, Spanned};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    code: "LA114",
    name: "giorni-impossibili",
    severity: Severity::Warning,
    summary: "I giorni di lavoro agile sono più di quelli che una settimana lavorativa, un mese, un trimestre o un anno può avere.",
    why: "È quasi sempre una virgola dimenticata (05 o 15 al posto di 0,5 o 1,5), e il numero finisce nei grafici.",
    remedy: "Correggere il numero. È un avviso da 5 a 7 giorni alla settimana; è un errore oltre i giorni del periodo: 7 alla settimana, 31 al mese, 92 al trimestre, 366 all'anno, o il 100% di uno di essi.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("attuazione.yaml", "giorni_settimana: 1", "giorni_settimana: 15")]),
        Example::new(&[Edit::new("edizione.yaml", "giorni_settimana_max: 1", "giorni_settimana_max: 6")]),
        Example::new(&[Edit::new(
            "edizione.yaml",
            "giorni_settimana_max: 1",
            "giorni_settimana_max: 1\n  giorni_aggiuntivi_anno: 500",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "edizione.yaml",
        "giorni_settimana_max: 1",
        "giorni_settimana_max: 5\n  giorni_aggiuntivi_anno: 20",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for row in &context.edition.adoption.rows.rows {
        findings.extend(row.period_days.as_ref().and_then(within_period));
        let Some(days) = &row.days else { continue };
        let most = match days.value {
            Days::Exactly(days) => days,
            Days::Between(from, to) => from.max(to),
            Days::Of(_) => continue,
        };
        findings.extend(week(most, days.span));
    }
    let limits = &context.edition.limits;
    findings.extend(limits.by_category.iter().filter_map(|limit| within_period(&limit.days)));
    findings.extend(limits.days_per_week.as_ref().and_then(|days| week(days.value, days.span)));
    if let Some(Spanned { value, span }) = limits.extra_days_per_year.as_ref().filter(|days| days.value > 366.0) {
        let mut finding = Finding::new(&RULE, *span, format!("i giorni aggiuntivi in un anno sarebbero {value}"))
            .label("un anno ne ha meno");
        finding.severity = Severity::Error;
        findings.push(finding.help("correggere il numero"));
    }
}

/// A period with more days than it has, or a share of it over 100.
fn within_period(days: &Spanned<PeriodDays>) -> Option<Finding> {
    if days.period == Period::Week && !days.is_share {
        return week(days.most(), days.span);
    }
    let longest = if days.is_share { 100.0 } else { days.period.longest() };
    if days.most() <= longest {
        return None;
    }
    let mut finding = Finding::new(&RULE, days.span, format!("i giorni di lavoro agile sarebbero {}", days.short()));
    finding.severity = Severity::Error;
    Some(finding.label("il periodo ne ha meno").help("correggere il numero o il periodo"))
}

fn week(days: f64, span: Span) -> Option<Finding> {
    if days <= 5.0 {
        return None;
    }
    let days_text = Days::Exactly(days).short();
    let mut finding =
        Finding::new(&RULE, span, format!("i giorni di lavoro agile alla settimana sarebbero {days_text}"));
    finding = if days > 7.0 {
        finding.severity = Severity::Error;
        finding.label("una settimana ha 7 giorni")
    } else {
        finding.label("di solito se ne lavorano 5")
    };
    Some(finding.help("correggere il numero; con i decimali si scrive per esempio 0,5 o 1,5"))
}
