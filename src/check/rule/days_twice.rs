use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA125",
    name: "giorni-detti-due-volte",
    severity: Severity::Error,
    summary: "Una riga dello stato di attuazione ha sia `giorni_settimana` sia `giorni`.",
    why: "Chi legge non sa quale dei due valga.",
    remedy: "Lasciare una sola delle due chiavi: `giorni_settimana` per i giorni alla settimana, `giorni` per ogni altro periodo.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "    giorni_settimana: 1\n",
        "    giorni_settimana: 1\n    giorni: 4 al mese\n",
    )])],
    passing: &[Example::new(&[
        Edit::new("attuazione.yaml", "    giorni_settimana: 1\n", "    giorni: 4 al mese\n"),
        Edit::new("attuazione.yaml", "    giorni_settimana: \"0,5-1\"\n", "    giorni: 40% del trimestre\n"),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for row in &context.edition.adoption.rows.rows {
        let (Some(week), Some(period)) = (&row.days, &row.period_days) else { continue };
        let message = format!("per «{}» i giorni sono detti due volte", row.name());
        findings.push(
            Finding::new(&RULE, period.span, message)
                .label("seconda indicazione")
                .related(week.span, "la prima è qui")
                .remedy(),
        );
    }
}
