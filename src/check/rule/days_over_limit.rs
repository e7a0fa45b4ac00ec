use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Days, Period};

pub(super) static RULE: Rule = Rule {
    code: "LA312",
    name: "giorni-oltre-il-massimo",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione conta più giorni alla settimana di quelli che questa edizione permette.",
    why: "Il documento dice un massimo e la sua tabella lo smentisce. Una tabella di un anno precedente segue altre regole, e non si guarda.",
    remedy: "Correggere i giorni della riga o il massimo in `limiti` di edizione.yaml.",
    basis: "Regole della giornata agile dello stesso allegato.",
    failing: &[Example {
        caption: "La tabella è dello stesso anno dell'edizione",
        edits: &[
            Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 2026-01-10"),
            Edit::new("attuazione.yaml", "giorni_settimana: 1\n", "giorni_settimana: 3\n"),
        ],
    }],
    passing: &[Example {
        caption: "La tabella è dell'anno prima",
        edits: &[Edit::new("attuazione.yaml", "giorni_settimana: 1\n", "giorni_settimana: 3\n")],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let edition = context.edition;
    let (Some(limit), Some(date)) = (&edition.limits.days_per_week, &edition.adoption.date) else { return };
    let Some((from, to)) = super::plan_years::span(edition.id.as_str()) else { return };
    if !(from..=to).contains(&date.value.year()) {
        return;
    }
    for row in &edition.adoption.rows.rows {
        let by_week = row.period_days.as_ref().filter(|days| days.period == Period::Week && !days.is_share);
        let (most, said, span) = match (&row.days, by_week) {
            (Some(days), _) => match days.value {
                Days::Exactly(most) => (most, days.short(), days.span),
                Days::Between(from, to) => (from.max(to), days.short(), days.span),
                Days::Of(_) => continue,
            },
            (None, Some(days)) => (days.most(), days.short(), days.span),
            (None, None) => continue,
        };
        if most > limit.value {
            let message = format!(
                "i giorni alla settimana di «{}» sono {}, ma il massimo è {}",
                row.name(),
                said,
                Days::Exactly(limit.value).short()
            );
            findings.push(
                Finding::new(&RULE, span, message)
                    .label("oltre il massimo")
                    .related(limit.span, "il massimo è scritto qui")
                    .remedy(),
            );
        }
    }
}
